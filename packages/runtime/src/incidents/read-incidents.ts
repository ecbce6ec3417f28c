import type { Incident, JsonObject } from "@flowright/client";
import type { BilingualText } from "@flowright/definition";
import { type RawBuilder, sql, type Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";
import { loadVersions, versionKey } from "../definitions/load-versions.ts";
import { nodeNameOf } from "../turns/program-cache.ts";
import type { TurnParts } from "../turns/turn-parts.ts";

interface IncidentRow {
  instance_id: string;
  number: number;
  instance_number: string;
  definition_id: string;
  version: number;
  node: string;
  code: string;
  params: JsonObject;
  message: BilingualText;
  detail: JsonObject | null;
  attempts: number;
  raised_at: Date;
  resolved_at: Date | null;
  resolved_by: string | null;
}

/** Incidents (table `n`, their case `i`) under a condition, the newest first. */
export async function readIncidents(
  parts: TurnParts,
  trx: Transaction<Tables>,
  tenant: string,
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<Incident[]> {
  const { rows } = await sql<IncidentRow>`
    select n.instance_id, n.number, i.number as instance_number, n.definition_id, n.version, n.node, n.code,
           n.params, n.message, n.detail, n.attempts, n.raised_at, n.resolved_at, n.resolved_by
      from incident n join instance i on i.id = n.instance_id
     where n.tenant_id = ${tenant} and ${condition}
     order by n.raised_at desc, n.instance_id desc, n.number desc limit ${limit}`.execute(trx);
  const versions = await loadVersions(
    trx,
    parts.programs,
    tenant,
    rows.map((row) => ({ definitionId: row.definition_id, version: row.version })),
  );
  return rows.map((row) => {
    const program = versions.get(versionKey(row.definition_id, row.version));
    return {
      id: `${row.instance_id}.${row.number}`,
      instanceId: row.instance_id,
      instanceNumber: row.instance_number,
      definitionId: row.definition_id,
      node: row.node,
      nodeName: nodeNameOf(program?.nodes ?? new Map(), row.node),
      code: row.code,
      params: row.params,
      message: row.message,
      detail: row.detail,
      attempts: row.attempts,
      raisedAt: row.raised_at.toISOString(),
      resolvedAt: row.resolved_at?.toISOString() ?? null,
      resolvedBy: row.resolved_by,
    };
  });
}
