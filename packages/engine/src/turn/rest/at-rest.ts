import { tellDeadJoins } from "../join/dead-joins.ts";
import type { Turn } from "../turn.ts";
import { askConditions } from "./ask-conditions.ts";
import { fireInclusiveJoins } from "./fire-inclusive-joins.ts";
import { releaseHeld } from "./release-held.ts";

/**
 * What happens only once every token waits, in this order; as soon as one of them has put something into the queue,
 * that is worked off first. Tells whether there is more to do.
 */
export function atRest(turn: Turn): boolean {
  releaseHeld(turn);
  if (turn.queue.length > 0) return true;
  askConditions(turn);
  if (turn.queue.length > 0) return true;
  fireInclusiveJoins(turn);
  if (turn.queue.length > 0) return true;
  tellDeadJoins(turn);
  return turn.queue.length > 0;
}
