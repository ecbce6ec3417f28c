import type { BatchOperation } from "@flowright/client";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Once } from "../contract/runtime.ts";
import { setAside } from "../damage/set-aside.ts";
import { withTenant } from "../database/with-tenant.ts";
import { onceKeyOf } from "../idempotency/once-key.ts";
import { retryIncident } from "../incidents/retry-incident.ts";
import { carryOutOperation, commanding, type Operation } from "../instances/operate-instance.ts";
import { migrateOneOfMany } from "../instances/repair/migrate-instance.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { refuseBatch } from "./batch-problems.ts";
import { moving } from "./move-steps.ts";
import { skipping } from "./skip-steps.ts";

/** Does what a batch does to one of its cases; the key makes a second time harmless. */
export async function carryOut(
  parts: TurnParts,
  caller: Caller,
  id: string,
  operation: BatchOperation,
  once: Once,
): Promise<Result<unknown>> {
  switch (operation.kind) {
    case "suspend":
    case "resume": {
      const command = commanding({ kind: `instance.${operation.kind}`, by: caller.user });
      return await carryOutOperation(parts, caller, id, command, once);
    }
    case "cancel":
      return await carryOutOperation(parts, caller, id, cancelling(caller, operation.reason), once);
    case "migrate": {
      const { kind: _, ...body } = operation;
      return await migrateOneOfMany(parts, caller, id, body, once);
    }
    case "move":
      return await carryOutOperation(parts, caller, id, moving(caller, operation), once);
    case "skip":
      return await carryOutOperation(parts, caller, id, skipping(caller, operation), once);
    case "retry":
      return await retry(parts, caller, id, once);
  }
}

function cancelling({ user }: Caller, reason: string): Operation {
  return { ...commanding({ kind: "instance.cancel", by: user, reason }), force: { reason } };
}

/** Tries again all that went wrong in a case; the first refusal is the answer. */
async function retry(parts: TurnParts, caller: Caller, id: string, once: Once): Promise<Result<unknown>> {
  const open = await withTenant(parts.database, caller, (trx) =>
    trx
      .selectFrom("incident")
      .select("number")
      .where("tenant_id", "=", caller.tenant)
      .where("instance_id", "=", id)
      .where("resolved_at", "is", null)
      .orderBy("number")
      .execute(),
  );
  if (open.length === 0) return await nothingToRetry(parts, caller, id);
  for (const { number } of open) {
    const key = { idempotencyKey: `${once.idempotencyKey}.${number}` };
    const onceKey = onceKeyOf(caller, key, "incident.retry", { id, number });
    const done = await retryIncident(parts, caller, { instance: id, number }, onceKey);
    if (!done.ok) return done;
  }
  return { ok: true, value: null };
}

/**
 * Why there is nothing to retry. A case without an incident may be damaged all the same, where nobody touched it since:
 * then it is set aside now, and its incident can be retried.
 */
async function nothingToRetry(parts: TurnParts, { tenant }: Caller, id: string) {
  const damage = await setAside(parts, { tenant, instance: id, byItself: false });
  return damage === null ? refuseBatch("batch.nothing-to-retry") : refuseBatch(`batch.${damage}-unreadable`);
}
