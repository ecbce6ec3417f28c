import type { BatchMove, BatchOperation } from "@flowright/client";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Once } from "../contract/runtime.ts";
import { withTenant } from "../database/with-tenant.ts";
import { onceKeyOf } from "../idempotency/once-key.ts";
import { retryIncident } from "../incidents/retry-incident.ts";
import { carryOutOperation, commanding, type Operation } from "../instances/operate-instance.ts";
import { migrateOneOfMany } from "../instances/repair/migrate-instance.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { refuseBatch } from "./batch-problems.ts";
import { nodeTexts } from "./node-texts.ts";
import { skipping } from "./skip-steps.ts";
import { standingInCase } from "./standing-in-case.ts";

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
      return await carryOutOperation(parts, caller, id, move(caller, operation), once);
    case "skip":
      return await carryOutOperation(parts, caller, id, skipping(caller, operation), once);
    case "retry":
      return await retry(parts, caller, id, once);
  }
}

function cancelling({ user }: Caller, reason: string): Operation {
  return { ...commanding({ kind: "instance.cancel", by: user, reason }), force: { reason } };
}

function move(caller: Caller, { from, to, reason }: BatchMove): Operation {
  return {
    name: "batch.move",
    body: { from, to, reason },
    by: "operate",
    decide: ({ state, program }) => {
      if (state === null) return refuseBatch("batch.nothing-there", nodeTexts(program, from));
      const found = standingInCase({ state, program });
      if (!found.ok) return found;
      const standing = found.value.filter(({ node }) => node === from);
      if (standing.length === 0) {
        return refuseBatch("batch.nothing-there", nodeTexts(program, from));
      }
      const cancel = standing.map(({ token }) => token);
      const start = standing.map(({ scope }) => ({ node: to, scope }));
      return { ok: true, value: { kind: "instance.modify", cancel, start, by: caller.user, reason } };
    },
  };
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
  if (open.length === 0) return refuseBatch("batch.nothing-to-retry");
  for (const { number } of open) {
    const key = { idempotencyKey: `${once.idempotencyKey}.${number}` };
    const onceKey = onceKeyOf(caller, key, "incident.retry", { id, number });
    const done = await retryIncident(parts, caller, { instance: id, number }, onceKey);
    if (!done.ok) return done;
  }
  return { ok: true, value: null };
}
