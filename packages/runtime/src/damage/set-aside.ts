import { sql } from "kysely";
import { withEngine } from "../database/with-tenant.ts";
import type { DamagedCase } from "../turns/run-batch.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { refuseTurn } from "../turns/turn-problems.ts";
import { CASE_INCIDENT, type Damage, type LookedAt, lookAtCase } from "./look-at-case.ts";
import { tellChanged } from "./tell-changed.ts";

/**
 * Sets cases aside that could not be read, each once at a time: an incident of the case itself tells somebody, and
 * nothing of it is tried again until it is solved. What turned out to be sound is left alone, unless the server itself
 * had tried something that it would try for ever.
 */
export function createSettingAside(parts: () => TurnParts): (found: DamagedCase) => void {
  const under = new Set<string>();
  return (found) => {
    if (under.has(found.instance)) return;
    under.add(found.instance);
    const { log } = parts();
    setAside(parts(), found)
      .catch((error: unknown) => log?.warn({ error: String(error) }, "a damaged case could not be set aside"))
      .finally(() => under.delete(found.instance));
  };
}

/** Sets a case aside that runs and cannot be read, and gives what is damaged; null where nothing is. */
export async function setAside(
  parts: TurnParts,
  { tenant, instance, byItself }: DamagedCase,
): Promise<Damage | null> {
  return await withEngine(parts.database, async (trx) => {
    const found = await lookAtCase(parts, trx, tenant, instance);
    if (found === null || found.ended || (found.damage === null && !byItself)) return null;
    const { problem } = reasonOf(found).refusal;
    const raised = await sql`
      insert into incident (tenant_id, instance_id, number, definition_id, version, node, code, params, message,
        detail, job, attempts, raised_at)
      values (${tenant}, ${instance}::uuid, ${CASE_INCIDENT}::int, ${found.definitionId}, ${found.version}::int, '',
        ${problem.code}, ${JSON.stringify(problem.params)}::json, ${JSON.stringify(problem.message)}::json, null,
        null, 1, clock_timestamp())
      on conflict (instance_id, number) do update
         set code = excluded.code, params = excluded.params, message = excluded.message,
             version = excluded.version, attempts = incident.attempts + 1, raised_at = excluded.raised_at,
             resolved_at = null, resolved_by = null
       where incident.resolved_at is not null`.execute(trx);
    if (raised.numAffectedRows === 0n) return found.damage;
    await sql`update instance set open_incidents = open_incidents + 1 where id = ${instance}::uuid`.execute(
      trx,
    );
    for (const table of ["job", "timer", "subscription"] as const)
      await trx.updateTable(table).set({ paused: true }).where("instance_id", "=", instance).execute();
    await tellChanged(trx, found);
    return found.damage;
  });
}

function reasonOf({ damage, version }: LookedAt) {
  switch (damage) {
    case "state":
      return refuseTurn("case.state-damaged");
    case "history":
      return refuseTurn("case.history-damaged");
    case "definition":
      return refuseTurn("case.definition-damaged", { version });
    case null:
      return refuseTurn("case.turn-failed");
  }
}
