import type { Incident, Page } from "@flowright/client";
import { type RawBuilder, sql } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { IncidentService, Once } from "../contract/runtime.ts";
import { decodeCursor, isInstant, pageLimit, pageOf } from "../database/list-page.ts";
import { isUuid, parseRowId } from "../database/row-id.ts";
import { withTenant } from "../database/with-tenant.ts";
import { onceKeyOf } from "../idempotency/once-key.ts";
import { caseReadable } from "../instances/case-readable.ts";
import { type ProblemCode, refuser } from "../problem/problem-code.ts";
import { requirePermission } from "../problem/require-permission.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { readIncidents } from "./read-incidents.ts";
import { retryIncident } from "./retry-incident.ts";

const refuseIncident = refuser({
  "incident.unknown": {
    status: 404,
    message: { en: "There is no incident {id}.", "zh-CN": "没有编号为 {id} 的异常。" },
    fix: { en: "Choose one from the list of incidents.", "zh-CN": "请从异常列表中选择。" },
  },
} as const satisfies Record<string, ProblemCode>);

export function createIncidentService(parts: TurnParts): IncidentService {
  return {
    list: (caller, query) => list(parts, caller, query),
    resolve: (caller, id, once) => resolve(parts, caller, id, once),
  };
}

async function list(
  parts: TurnParts,
  caller: Caller,
  query: Parameters<IncidentService["list"]>[1],
): Promise<Page<Incident>> {
  const limit = pageLimit(query.limit);
  const conditions: RawBuilder<unknown>[] = [caseReadable(caller, "i")];
  if (query.open !== undefined) {
    conditions.push(query.open ? sql`n.resolved_at is null` : sql`n.resolved_at is not null`);
  }
  if (query.instanceId !== undefined) {
    if (!isUuid(query.instanceId)) return { items: [], next: null };
    conditions.push(sql`n.instance_id = ${query.instanceId}::uuid`);
  }
  const [at, id] = decodeCursor(query.cursor, 2) ?? [];
  const last = typeof id === "string" ? parseRowId(id) : null;
  if (last && isInstant(at)) {
    conditions.push(
      sql`(n.raised_at, n.instance_id, n.number) < (${at}::timestamptz, ${last.instance}::uuid, ${last.number}::int)`,
    );
  }
  const found = await withTenant(parts.database, caller, (trx) =>
    readIncidents(parts, trx, caller.tenant, sql.join(conditions, sql` and `), limit + 1),
  );
  return pageOf(
    found,
    limit,
    (incident) => incident,
    (incident) => [incident.raisedAt, incident.id],
  );
}

/** Tries again what failed: the engine decides what that means at the step. */
async function resolve(
  parts: TurnParts,
  caller: Caller,
  id: string,
  once: Once | undefined,
): Promise<Result<Incident>> {
  const missing = requirePermission(caller, "instance.operate");
  if (missing) return missing;
  const key = parseRowId(id);
  if (!key) return refuseIncident("incident.unknown", { id });
  const read = () =>
    withTenant(parts.database, caller, (trx) =>
      readIncidents(
        parts,
        trx,
        caller.tenant,
        sql`n.instance_id = ${key.instance}::uuid and n.number = ${key.number}`,
        1,
      ),
    );
  if ((await read()).length === 0) return refuseIncident("incident.unknown", { id });
  const done = await retryIncident(parts, caller, key, onceKeyOf(caller, once, "incident.resolve", { id }));
  if (!done.ok) return done;
  const [incident] = await read();
  return incident ? { ok: true, value: incident } : refuseIncident("incident.unknown", { id });
}
