import type { Caller } from "../contract/caller.ts";
import type { Once } from "../contract/runtime.ts";
import { bodyHash } from "../turns/body-hash.ts";
import type { OnceKey } from "../turns/turn-request.ts";

/** The idempotency key of a turn, or undefined where the caller gave none. */
export function onceKeyOf(
  caller: Caller,
  once: Once | undefined,
  operation: string,
  body: unknown,
): OnceKey | undefined {
  const key = once?.idempotencyKey;
  return key === undefined ? undefined : { user: caller.user, key, bodyHash: bodyHash(operation, body) };
}
