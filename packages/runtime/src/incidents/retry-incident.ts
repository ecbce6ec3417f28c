import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import { CASE_INCIDENT } from "../damage/look-at-case.ts";
import { rescueCase } from "../damage/rescue-case.ts";
import { submitRescued } from "../damage/submit-rescued.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import type { OnceKey } from "../turns/turn-request.ts";

/**
 * Tries again what went wrong: the engine decides what that means at the step. The incident of the case itself is tried
 * again by reading the case anew, which is harmless a second time.
 */
export async function retryIncident(
  parts: TurnParts,
  caller: Caller,
  { instance, number }: { readonly instance: string; readonly number: number },
  once: OnceKey | undefined,
): Promise<Result<unknown>> {
  if (number === CASE_INCIDENT) return await rescueCase(parts, caller, instance);
  return await submitRescued(
    parts,
    caller,
    instance,
    {
      tenant: caller.tenant,
      target: { kind: "instance", id: instance },
      actor: caller.user,
      once,
      decide: () => ({ ok: true, value: { kind: "incident.retry", incident: number, by: caller.user } }),
      answer: () => null,
    },
    true,
  );
}
