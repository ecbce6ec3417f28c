import type { Edge, Node } from "@flowright/definition";
import { type Asked, askedBy, type FieldAt } from "./asked.ts";
import { fieldsOf, holdsFor, type Sample, samplesFor } from "./samples.ts";

/** What the data say about the branches of one choice. */
export interface Branches {
  /** Ids of edges that no value leads to. */
  readonly never: readonly string[];
  /** The sets of edges without two that exclude each other; null where all sets are possible. */
  readonly sets: readonly ReadonlySet<string>[] | null;
  /** Values for which nothing holds, though there is no default. */
  readonly none: Sample | null;
  /** Pairs of branches of which both can hold though one is meant, with values for which they do. */
  readonly overlaps: readonly { readonly first: string; readonly second: string; readonly sample: Sample }[];
}

interface Branch {
  readonly id: string;
  readonly asked: Asked;
}

/** Most branches that are compared with each other. */
const MOST_BRANCHES = 30;
const MOST_IN_SETS = 6;

/** Compares the conditions of an exclusive or inclusive choice; null where nothing can be said. */
export function branchesOf(node: Node, outgoing: readonly Edge[], fieldAt: FieldAt): Branches | null {
  const exclusive = node.kind === "exclusive";
  if (!exclusive && node.kind !== "inclusive") return null;
  const branches = outgoing.flatMap(({ id, condition, default: rest }): Branch[] =>
    rest === true || condition === undefined ? [] : [{ id, asked: askedBy(condition, fieldAt) }],
  );
  if (branches.length === 0 || branches.length > MOST_BRANCHES) return null;
  const samples = samplesFor(
    branches.map(({ asked }) => asked),
    fieldAt,
  );
  if (samples === null) return null;
  const rows = rowsOf(branches, samples);
  // A branch without a condition ends what is asked: behind it nothing is reached.
  const plain = outgoing.every(({ condition, default: rest }) => rest === true || condition !== undefined);
  const closed = !plain || outgoing.some(({ default: rest }) => rest === true);
  const clear = branches.every(({ asked }) => fieldsOf(asked) !== null);
  return {
    never: plain ? neverTaken(branches, rows, exclusive) : [],
    sets: exclusive || !plain ? null : setsOf(branches, rows),
    none: closed || !clear ? null : (rows.find(({ holds }) => !holds.includes(true))?.sample ?? null),
    overlaps: exclusive && plain ? overlapsOf(branches, rows) : [],
  };
}

interface Row {
  readonly sample: Sample;
  readonly holds: readonly boolean[];
}

/** What holds for each sample; samples at which the engine would stop are left out. */
function rowsOf(branches: readonly Branch[], samples: readonly Sample[]): Row[] {
  return samples.flatMap((sample) => {
    const holds = branches.map(({ asked }) => holdsFor(asked, sample));
    return holds.includes(null) ? [] : [{ sample, holds: holds.map((answer) => answer === true) }];
  });
}

function neverTaken(branches: readonly Branch[], rows: readonly Row[], exclusive: boolean): string[] {
  if (rows.length === 0) return [];
  return branches.flatMap(({ id }, index) => {
    const taken = rows.some(({ holds }) =>
      exclusive ? holds.indexOf(true) === index : holds[index] === true,
    );
    return taken ? [] : [id];
  });
}

/** All sets but those with two branches that exclude each other. */
function setsOf(branches: readonly Branch[], rows: readonly Row[]): ReadonlySet<string>[] | null {
  if (branches.length > MOST_IN_SETS) return null;
  const together = branches.map((_, i) =>
    branches.map((_, j) => rows.some(({ holds }) => holds[i] && holds[j])),
  );
  const possible = together.map((row, i) => row[i] === true);
  const all = Array.from({ length: 2 ** branches.length }, (_, mask) =>
    [...branches.keys()].filter((index) => ((mask >> index) & 1) === 1),
  );
  const sets = all.filter((set) =>
    set.every((i) =>
      set.every((j) => together[i]?.[j] === true || possible[i] !== true || possible[j] !== true),
    ),
  );
  return sets.length === all.length
    ? null
    : sets.map((set) => new Set(set.flatMap((index) => branches[index]?.id ?? [])));
}

/** Two branches over the same fields of which neither includes the other, but both can hold. */
function overlapsOf(branches: readonly Branch[], rows: readonly Row[]): Branches["overlaps"] {
  const fields = branches.map(({ asked }) => fieldsOf(asked));
  const overlaps: { first: string; second: string; sample: Sample }[] = [];
  for (const [i, first] of branches.entries()) {
    for (const [j, second] of branches.entries()) {
      if (j <= i || !sameFields(fields[i] ?? null, fields[j] ?? null)) continue;
      const both = rows.find(({ holds }) => holds.indexOf(true) === i && holds[j] === true);
      const firstAlone = rows.some(({ holds }) => holds[i] === true && holds[j] !== true);
      const secondAlone = rows.some(({ holds }) => holds[j] === true && holds[i] !== true);
      if (both && firstAlone && secondAlone)
        overlaps.push({ first: first.id, second: second.id, sample: both.sample });
    }
  }
  return overlaps;
}

function sameFields(a: ReadonlySet<string> | null, b: ReadonlySet<string> | null): boolean {
  return a !== null && b !== null && a.size === b.size && [...a].every((field) => b.has(field));
}
