import type { DecisionUse } from "@flowright/client";
import { nodesOf, type WorkflowDefinition } from "@flowright/definition";
import { sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Tables } from "../database/tables.ts";

/** Steps that ask a decision table, in the latest version of each flow and in those by which cases run. */
export async function decisionUses(
  trx: Transaction<Tables>,
  caller: Caller,
  id: string,
): Promise<DecisionUse[]> {
  const { rows } = await sql<{ definition_id: string; version: number; definition: WorkflowDefinition }>`
    select v.definition_id, v.version, v.definition
      from definition d join definition_version v on v.tenant_id = d.tenant_id and v.definition_id = d.id
     where d.tenant_id = ${caller.tenant} and v.definition::text like '%businessRuleTask%'
       and (v.version = d.latest_version or exists (
         select from instance i where i.tenant_id = v.tenant_id and i.definition_id = v.definition_id
            and i.version = v.version and i.ended_at is null))
     order by v.definition_id, v.version desc`.execute(trx);
  return rows.flatMap(({ definition_id: definitionId, version, definition }) =>
    [...nodesOf(definition)].flatMap(({ node }) =>
      node.kind === "businessRuleTask" && node.decision?.id === id
        ? [
            {
              definitionId,
              definitionName: definition.name,
              version,
              node: node.id,
              nodeName: node.name ?? node.id,
              asks: node.decision.version ?? null,
            },
          ]
        : [],
    ),
  );
}
