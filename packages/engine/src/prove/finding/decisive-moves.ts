import type { ProofMove } from "../proof.ts";
import type { Explored } from "../search/explore.ts";
import type { Net } from "../search/net.ts";
import { movesOf } from "./moves.ts";

/** Beyond so many states or choices it is not tried which choices matter. */
const MOST_STATES = 400;
const MOST_CHOICES = 8;
/** Most choices that a sentence can hold where it was not tried. */
const MOST_NAMED = 2;

/**
 * The choices on the way to a state that cannot be avoided. `stillFound` says whether the finding is met without the
 * choices leading to some places. Where each of them can be avoided, the last one.
 */
export function decisiveMoves(
  net: Net,
  explored: Explored,
  state: number,
  stillFound: (without: readonly number[]) => boolean,
): ProofMove[] {
  const choices: { readonly place: number; readonly move: ProofMove }[] = [];
  for (let at = state; at >= 0; at = explored.parents[at] ?? -1) {
    const step = explored.steps[at];
    const split = step && net.places[step.left]?.to.type;
    const place = step?.log.find((number) => number >= 0);
    if (!step || place === undefined || (split !== "choice" && split !== "several")) continue;
    const moves = movesOf(net, { left: -1, log: step.log });
    const move = moves.find((one) => one.do !== "complete" || one.outcome !== undefined);
    if (move) choices.unshift({ place: step.log.findLast((number) => number >= 0) ?? place, move });
    if (split === "choice" && choices[0]) choices[0] = { place, move: choices[0].move };
  }
  if (explored.states.length > MOST_STATES || choices.length > MOST_CHOICES)
    return choices.slice(-MOST_NAMED).map(({ move }) => move);
  const needed = choices.filter(({ place }) => !stillFound([place]));
  return (needed.length > 0 ? needed : choices.slice(-1)).map(({ move }) => move);
}
