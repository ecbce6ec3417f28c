import type { WorkflowDefinition } from "@flowright/definition";
import fc from "fast-check";
import type { Action } from "../reference/comparison/action.ts";
import { type Compared, compare, type LeftOut } from "../reference/comparison/compare.ts";
import { block } from "./blocks.ts";
import { drawn } from "./drawing.ts";
import type { Feature } from "./features.ts";
import { beginning, playerOf } from "./player.ts";
import { type Run, run } from "./run.ts";
import { tangle } from "./tangle.ts";

export interface Pair {
  readonly definition: WorkflowDefinition;
  readonly run: Run;
}

/** A flow and what happens in a case of it. */
export function pair(features: ReadonlySet<Feature>): fc.Arbitrary<Pair> {
  const definition = fc.oneof(
    { weight: 4, arbitrary: block(features).map(drawn) },
    { weight: 1, arbitrary: tangle(features, 9) },
  );
  return fc.record({ definition, run: run(features) });
}

export function comparePair({ definition, run }: Pair): Compared {
  return compare(definition, beginning(definition, run), playerOf(run), run.restartAt);
}

/** The same steps once more, whatever the impulses were that they came from. */
export function replay(definition: WorkflowDefinition, actions: readonly Action[]): Compared {
  const [first, ...rest] = actions;
  if (first === undefined) throw new Error("There is nothing to replay");
  // Signals that the case sends itself are among the steps and come by themselves.
  let next = 0;
  const player = (view: { waits: readonly { key: string }[] }): Action | null => {
    const action = rest[next++];
    if (action === undefined) return null;
    return "key" in action && !view.waits.some(({ key }) => key === action.key) ? player(view) : action;
  };
  return compare(definition, first, player, 1);
}

export interface Difference {
  readonly pair: Pair;
  readonly compared: Compared;
}

export interface Chunk {
  readonly runs: number;
  /** How many were not compared to their end, by why. */
  readonly leftOut: ReadonlyMap<LeftOut, number>;
  readonly steps: number;
  /** Ids of edges taken and the definitions they are of, as they come. */
  readonly difference: Difference | null;
}

/** Compares so many pairs from a seed; what differs is made as small as can be. */
export function compareChunk(
  features: ReadonlySet<Feature>,
  options: { readonly seed: number; readonly runs: number },
  saw: (definition: WorkflowDefinition, compared: Compared) => void,
): Chunk {
  let runs = 0;
  const leftOut = new Map<LeftOut, number>();
  let steps = 0;
  let difference: Difference | null = null;
  const property = fc.property(pair(features), (pair) => {
    const compared = comparePair(pair);
    runs++;
    steps += compared.actions.length;
    const why = compared.leftOut;
    if (why !== null) leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
    if (compared.difference === null) saw(pair.definition, compared);
    // The last one that fails is the smallest. It is not played again: a difference may show but once.
    if (compared.difference !== null) difference = { pair, compared };
    return compared.difference === null;
  });
  fc.check(property, { seed: options.seed, numRuns: options.runs });
  return { runs, leftOut, steps, difference };
}

/** A difference to be read: the flow, the steps, both sides. */
export function told({ pair, compared }: Difference): string {
  const { nodes, edges } = pair.definition;
  return [
    "Engine and reference differ.",
    ...nodes.map((node) => `  ${JSON.stringify(node)}`),
    ...edges.map((edge) => `  ${JSON.stringify(edge)}`),
    ...compared.actions.map((action, index) => `  ${index}. ${JSON.stringify(action)}`),
    compared.difference ?? "",
  ].join("\n");
}
