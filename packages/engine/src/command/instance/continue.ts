import { loopOf } from "../../turn/many/instance-of.ts";
import type { Turn } from "../../turn/turn.ts";
import { nodeOf, queue } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";

/** Large activities go on with their next instances. Where none is waiting for its turn nothing happens. */
export function continueTurn(turn: Turn): Refused {
  for (const id in turn.draft.tokens) {
    const token = turn.draft.tokens[id];
    if (token?.w?.many === undefined || token.w.incident !== undefined) continue;
    if (loopOf(turn, Number(id), nodeOf(turn, token.n)) !== undefined)
      queue(turn, Number(id), { do: "instances" });
  }
  return null;
}
