import { sql } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import { withTenant } from "../database/with-tenant.ts";
import type { TurnParts } from "../turns/turn-parts.ts";

/** Moves every open task of a person to another, each in a turn; gives how many were moved. */
export async function handOver(
  parts: TurnParts,
  caller: Caller,
  user: string,
  to: string,
): Promise<Result<number>> {
  const ids = await withTenant(parts.database, caller, async (trx) => {
    const { rows } = await sql<{ instance_id: string; number: number }>`
      select instance_id, number from task
       where tenant_id = ${caller.tenant} and assignee = ${user} and status = 'open'`.execute(trx);
    return rows;
  });
  const results = await Promise.all(
    ids.map(({ instance_id: id, number }) =>
      parts.turns.submit({
        tenant: caller.tenant,
        target: { kind: "instance", id },
        actor: caller.user,
        decide: () => ({
          ok: true,
          value: { kind: "task.transfer", task: number, by: caller.user, to, reason: "hand-over" },
        }),
        answer: () => null,
      }),
    ),
  );
  // A task that was closed meanwhile needs nobody; only what the database could not do is told.
  const failed = results.find((result) => !result.ok && result.refusal.status === 503);
  if (failed && !failed.ok) return failed;
  return { ok: true, value: results.filter((result) => result.ok).length };
}
