import type { StepOffer } from "@flowright/client";
import { nodesOf, type WorkflowDefinition } from "@flowright/definition";
import type { InstanceState } from "@flowright/engine";
import { sql, type Transaction } from "kysely";
import type { Caller } from "../../contract/caller.ts";
import type { Tables } from "../../database/tables.ts";
import { withTenant } from "../../database/with-tenant.ts";
import { loadVersions, versionKey } from "../../definitions/load-versions.ts";
import { requirePermission } from "../../problem/require-permission.ts";
import { nodeNameOf } from "../../turns/program-cache.ts";
import type { TurnParts } from "../../turns/turn-parts.ts";
import { isFor, stepsOfferedTo } from "./steps-offered-to.ts";

/** Cases that are looked through, newest first. */
const MOST_CASES = 200;

interface OfferingVersion {
  readonly definitionId: string;
  readonly version: number;
  /** Ids of the ad-hoc parts with a step for the caller. */
  readonly containers: readonly string[];
}

interface CaseRow {
  id: string;
  number: string;
  title: string | null;
  business_key: string | null;
  definition_id: string;
  version: number;
  state: InstanceState;
}

/** Steps that the caller may begin in running cases, whether he could read these before or not. */
export async function listOffers(parts: TurnParts, caller: Caller): Promise<StepOffer[]> {
  if (requirePermission(caller, "task.work")) return [];
  return await withTenant(parts.database, caller, async (trx) => {
    const offering = await offeringVersions(trx, caller);
    if (offering.length === 0) return [];
    const rows = await casesIn(trx, caller, offering);
    const versions = await loadVersions(
      trx,
      parts.programs,
      caller.tenant,
      rows.map((row) => ({ definitionId: row.definition_id, version: row.version })),
    );
    return rows.flatMap((row) => {
      const program = versions.get(versionKey(row.definition_id, row.version));
      if (program === undefined) return [];
      return stepsOfferedTo(caller, program, row.state).map(({ scope, node }) => ({
        instanceId: row.id,
        instanceNumber: row.number,
        instanceTitle: row.title,
        businessKey: row.business_key,
        definitionId: row.definition_id,
        definitionName: program.definition.name,
        scope,
        node,
        name: nodeNameOf(program.nodes, node),
      }));
    });
  });
}

async function offeringVersions(trx: Transaction<Tables>, caller: Caller): Promise<OfferingVersion[]> {
  const { rows } = await sql<{ definitionId: string; version: number; definition: WorkflowDefinition }>`
    select definition_id as "definitionId", version, definition from definition_version v
     where tenant_id = ${caller.tenant} and definition::text like '%"adHoc"%' and exists (
       select from instance i where i.tenant_id = v.tenant_id and i.definition_id = v.definition_id
          and i.version = v.version and i.ended_at is null)`.execute(trx);
  return rows.flatMap(({ definitionId, version, definition }) => {
    const containers = [...nodesOf(definition)].flatMap(({ node }) =>
      node.kind === "adHoc" && node.nodes.some((step) => isFor(caller, step)) ? [node.id] : [],
    );
    return containers.length === 0 ? [] : [{ definitionId, version, containers }];
  });
}

async function casesIn(
  trx: Transaction<Tables>,
  caller: Caller,
  offering: readonly OfferingVersion[],
): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    with offering as materialized (
      select "definitionId" as definition_id, version, containers
        from json_to_recordset(${JSON.stringify(offering)}::json)
          as x("definitionId" text, version integer, containers json))
    select i.id, i.number, i.title, i.business_key, i.definition_id, i.version, i.state
      from offering o join instance i on i.tenant_id = ${caller.tenant} and i.definition_id = o.definition_id
       and i.version = o.version and i.ended_at is null and i.status = 'active'
     where exists (select from json_each(i.state -> 'scopes') s, json_array_elements_text(o.containers) c
                    where s.value ->> 'node' = c)
     order by i.id desc limit ${MOST_CASES}`.execute(trx);
  return rows;
}
