import { compareFeel, type FeelValue, type UnaryTest } from "@flowright/expressions";
import type { ColumnType } from "../../table/decision-table.ts";
import type { Atom, Axis, Cut } from "./axis.ts";
import { compareCuts, valueBetween, wholeCut } from "./line.ts";
import { EMPTY, type Region } from "./region.ts";

type Named = Extract<UnaryTest, { type: "value" | "interval" }>;
interface Ends {
  readonly low: Cut | null;
  readonly high: Cut | null;
}

/** Numbers, dates, times or durations, cut wherever a cell has a border. */
export function orderedAxis(type: ColumnType, named: readonly Named[]): Axis {
  const discrete = type === "integer" || type === "date";
  const like = referenceOf(named);
  const ends = (test: Named): Ends | null => endsOf(test, like, discrete);
  const cuts = sortedCuts(named.flatMap((test) => cutsOf(ends(test))));
  const atoms: Atom[] = [];
  /** For each piece between two cuts the number of atoms before it; a piece without a value has no atom. */
  const before: number[] = [];
  for (let piece = 0; piece <= cuts.length; piece++) {
    const low = cuts[piece - 1] ?? null;
    const high = cuts[piece] ?? null;
    before.push(atoms.length);
    const value = valueBetween(low, high, type, like);
    if (value !== undefined) atoms.push({ kind: "range", value, low, high });
  }
  before.push(atoms.length);
  return {
    atoms,
    discrete,
    placesOf(test) {
      if (test.type === "value" && test.value === null) return EMPTY;
      const own = ends(test);
      if (!own) return null;
      const from = own.low ? before[cutIndex(cuts, own.low) + 1] : 0;
      const to = own.high ? before[cutIndex(cuts, own.high) + 1] : atoms.length;
      return from === undefined || to === undefined ? null : spanOf(from, to);
    },
  };
}

function spanOf(from: number, end: number): Region {
  return from < end ? [from, end - 1] : EMPTY;
}

/** The first value named: what has no order with it (another time zone, another kind) cannot be told apart here. */
function referenceOf(named: readonly Named[]): FeelValue | undefined {
  const values = named.flatMap((test) => (test.type === "value" ? [test.value] : [test.low, test.high]));
  return values.find((value) => value !== null && compareFeel(value, value) === 0);
}

function endsOf(test: Named, like: FeelValue | undefined, discrete: boolean): Ends | null {
  const cut = (value: FeelValue, after: boolean): Cut | null => {
    if (value === null) return null;
    return discrete ? wholeCut({ value, after }) : { value, after };
  };
  const values = test.type === "value" ? [test.value] : [test.low, test.high];
  if (values.some((value) => value !== null && (like === undefined || compareFeel(value, like) === null)))
    return null;
  return test.type === "value"
    ? { low: cut(test.value, false), high: cut(test.value, true) }
    : { low: cut(test.low, !test.lowClosed), high: cut(test.high, test.highClosed) };
}

function cutsOf(ends: Ends | null): Cut[] {
  return [ends?.low, ends?.high].flatMap((cut) => cut ?? []);
}

function sortedCuts(cuts: readonly Cut[]): Cut[] {
  const sorted = [...cuts].sort(compareCuts);
  return sorted.filter((cut, index) => {
    const previous = sorted[index - 1];
    return !previous || compareCuts(previous, cut) !== 0;
  });
}

function cutIndex(cuts: readonly Cut[], wanted: Cut): number {
  let low = 0;
  let high = cuts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const cut = cuts[middle];
    if (cut && compareCuts(cut, wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
