import { difference, intersection, isEmpty } from "../axis/region.ts";
import { type Box, boxesMeet, columnsOutside, withRegion } from "./box.ts";
import type { Budget } from "./budget.ts";

interface Open {
  readonly box: Box;
  readonly rules: readonly Box[];
}

/**
 * The parts of a box that no rule covers, as boxes without common places; at most `most` of them. `complete` is
 * false when the search stopped before its end.
 *
 * Rules as hyper-rectangles: D. Calvanese, M. Dumas, Ü. Laurson, F. M. Maggi, M. Montali, I. Teinemaa, Semantics
 * and Analysis of DMN Decision Tables, BPM 2016. They sweep over the columns one after the other; here the box is
 * split by the rule that leaves the fewest pieces (the disjoint sharp of two-level logic minimisation: R. Brayton
 * et al., Logic Minimization Algorithms for VLSI Synthesis, 1984), so that columns in which a rule takes
 * everything cost nothing and the pieces can be told to people in the words of the rules.
 */
export function uncovered(
  box: Box,
  rules: readonly Box[],
  budget: Budget,
  most: number,
): { boxes: Box[]; complete: boolean } {
  const boxes: Box[] = [];
  const open: Open[] = [{ box, rules }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (boxes.length >= most || !budget.spend(1 + next.rules.length * box.length)) {
      return { boxes, complete: false };
    }
    const meeting = next.rules.filter((rule) => boxesMeet(rule, next.box));
    const pivot = pivotOf(next.box, meeting);
    if (!pivot) boxes.push(next.box);
    else if (pivot.columns.length > 0) open.push(...piecesOf(next.box, pivot, meeting));
  }
  return { boxes, complete: true };
}

interface Pivot {
  readonly rule: Box;
  /** The columns in which it does not take the whole box; none: it covers it. */
  readonly columns: readonly number[];
}

function pivotOf(box: Box, rules: readonly Box[]): Pivot | null {
  let best: Pivot | null = null;
  for (const rule of rules) {
    const columns = columnsOutside(rule, box);
    if (columns.length === 0) return { rule, columns };
    if (!best || columns.length < best.columns.length) best = { rule, columns };
  }
  return best;
}

/** The box without the rule, last piece first, so that pieces are looked at in the order of the columns. */
function piecesOf(box: Box, { rule, columns }: Pivot, meeting: readonly Box[]): Open[] {
  const rules = meeting.filter((other) => other !== rule);
  const pieces: Open[] = [];
  let rest = box;
  for (const column of columns) {
    const own = rest[column] ?? [];
    const taken = rule[column] ?? [];
    const outside = difference(own, taken);
    if (!isEmpty(outside)) pieces.push({ box: withRegion(rest, column, outside), rules });
    rest = withRegion(rest, column, intersection(own, taken));
  }
  return pieces.reverse();
}
