import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { isDamage, refuseTurn } from "../turns/turn-problems.ts";
import type { TurnRequest } from "../turns/turn-request.ts";
import { rescueCase } from "./rescue-case.ts";

/**
 * Carries a command out; where the case cannot be read and somebody who operates cases asks, the case is put right
 * first. Refused with what is wrong where that is not possible.
 */
export async function submitRescued<Answer>(
  parts: TurnParts,
  caller: Caller,
  id: string,
  request: TurnRequest<Answer>,
  rescue: boolean,
): Promise<Result<Answer>> {
  const done = await parts.turns.submit(request);
  if (done.ok || !rescue || !isDamage(done.refusal.problem.code)) return done;
  const rescued = await rescueCase(parts, caller, id);
  if (!rescued.ok) return rescued;
  if (rescued.value === "rebuilt") return await parts.turns.submit(request);
  // Nothing is wrong with the case itself: the other version cannot be read, or the command is at fault.
  return done.refusal.problem.code === "case.definition-damaged"
    ? done
    : refuseTurn("turn.failed", {}, { retryAfter: 5 });
}
