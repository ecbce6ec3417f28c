import { sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Tables } from "../database/tables.ts";
import { withEngine } from "../database/with-tenant.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { refuseTurn } from "../turns/turn-problems.ts";
import { CASE_INCIDENT, type LookedAt, lookAtCase } from "./look-at-case.ts";
import { tellChanged } from "./tell-changed.ts";

/**
 * Puts a damaged case right where that is possible: its state is made anew from its history, what was held goes on,
 * and the incident of the case itself is solved. The history tells who did it. Refused where the flow's version or the
 * history cannot be read; a case with which nothing is wrong is left as it is.
 */
export async function rescueCase(
  parts: TurnParts,
  caller: Caller,
  id: string,
): Promise<Result<"rebuilt" | "sound">> {
  return await withEngine(parts.database, async (trx) => {
    const found = await lookAtCase(parts, trx, caller.tenant, id);
    if (found === null) return refuseTurn("instance.unknown", { id });
    if (found.damage === "history") return refuseTurn("case.history-damaged");
    if (found.damage === "definition")
      return refuseTurn("case.definition-damaged", { version: found.version });
    if (found.damage === "state") await rebuild(trx, caller, found);
    await goOn(trx, caller, found);
    return { ok: true, value: found.damage === "state" ? "rebuilt" : "sound" };
  });
}

/** Cases that were carried over to a version that can be read go on, those of them that had been set aside. */
export async function solveCaseIncidents(
  parts: TurnParts,
  caller: Caller,
  ids: readonly string[],
): Promise<void> {
  await withEngine(parts.database, async (trx) => {
    const { rows } = await sql<{ id: string }>`
      select instance_id as id from incident
       where instance_id = any(${[...ids]}::uuid[]) and number = ${CASE_INCIDENT}::int and resolved_at is null
       order by instance_id`.execute(trx);
    for (const { id } of rows) {
      const found = await lookAtCase(parts, trx, caller.tenant, id);
      if (found !== null && found.damage === null) await goOn(trx, caller, found);
    }
  });
}

/** The turn is one without events, so that the history stays what the state is made of and tells who did it. */
async function rebuild(trx: Transaction<Tables>, caller: Caller, found: LookedAt): Promise<void> {
  const { id, tenant, seq, folded } = found;
  const status = folded?.status ?? found.status;
  const over = status !== "active" && status !== "suspended";
  await sql`
    insert into instance_event (tenant_id, instance_id, seq, at, actor, command, events)
    values (${tenant}, ${id}::uuid, ${seq + 1}::int, clock_timestamp(), ${caller.user}, 'case.rebuild', '[]')`.execute(
    trx,
  );
  await sql`
    update instance set state = ${JSON.stringify(folded)}::json, seq = ${seq + 1}::int, status = ${status},
           ended_at = case when ${over} then coalesce(ended_at, clock_timestamp()) end
     where id = ${id}::uuid`.execute(trx);
}

async function goOn(trx: Transaction<Tables>, caller: Caller, found: LookedAt): Promise<void> {
  const { id } = found;
  const solved = await sql`
    update incident set resolved_at = clock_timestamp(), resolved_by = ${caller.user}
     where instance_id = ${id}::uuid and number = ${CASE_INCIDENT}::int and resolved_at is null`.execute(trx);
  if (solved.numAffectedRows === 0n && found.damage === null) return;
  const count = Number(solved.numAffectedRows);
  await sql`
    update instance set open_incidents = greatest(0, open_incidents - ${count}::int) where id = ${id}::uuid`.execute(
    trx,
  );
  const paused = (found.folded?.status ?? found.status) === "suspended";
  for (const table of ["job", "timer", "subscription"] as const)
    await trx.updateTable(table).set({ paused }).where("instance_id", "=", id).execute();
  await tellChanged(trx, found);
}
