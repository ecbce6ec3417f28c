import type { Batch, BatchChoice, BatchOperation, CreateBatch } from "@flowright/client";
import { type Selectable, sql, type Transaction } from "kysely";
import { v7 as uuid } from "uuid";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Once } from "../contract/runtime.ts";
import type { BatchTable } from "../database/batch-tables.ts";
import type { Tables } from "../database/tables.ts";
import { withTenant } from "../database/with-tenant.ts";
import { withOnce } from "../idempotency/with-once.ts";
import { refuseInstance } from "../instances/instance-problems.ts";
import { audit } from "../people/audit.ts";
import { requirePermission } from "../problem/require-permission.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { batchOf } from "./batch-of.ts";
import { refuseBatch } from "./batch-problems.ts";
import { type ChosenCase, chosenCases } from "./chosen-cases.ts";

/** Writes down what is to be done to which cases. Nothing is done yet. */
export async function createBatch(
  parts: TurnParts,
  caller: Caller,
  body: CreateBatch,
  once: Once | undefined,
): Promise<Result<Batch>> {
  const missing = requirePermission(caller, "instance.operate");
  if (missing) return missing;
  const { operation, ...choice } = body;
  if ("reason" in operation && operation.kind !== "migrate" && operation.reason.trim() === "")
    return refuseInstance("instance.reason-missing", {}, { path: "/operation/reason" });
  return await withTenant(parts.database, caller, (trx) =>
    withOnce(trx, caller, once, "batch", body, async (): Promise<Result<Batch>> => {
      const chosen = await chosenCases(parts, trx, caller, choice);
      if (!chosen.ok) return chosen;
      const wrong = await wrongVersion(trx, caller, operation, chosen.value);
      if (wrong) return wrong;
      const id = uuid();
      const { rows } = await sql<Selectable<BatchTable>>`
        insert into batch (id, tenant_id, operation, status, total, created_by)
        values (${id}::uuid, ${caller.tenant}, ${JSON.stringify(operation)}, 'running',
                ${chosen.value.length}::int, ${caller.user})
        returning *`.execute(trx);
      await sql`
        insert into batch_item (tenant_id, batch_id, position, instance_id, instance_number)
        select ${caller.tenant}, ${id}::uuid, position, id, number
          from unnest(${chosen.value.map((each) => each.id)}::uuid[],
                      ${chosen.value.map((each) => each.number)}::text[]) with ordinality
               as chosen(id, number, position)`.execute(trx);
      const [flow = null, another] = flowsOf(chosen.value);
      await audit(trx, caller, "batch.create", id, {
        operation: { ...operation },
        choice: chosenBy(choice),
        flow: another === undefined ? flow : null,
      });
      return { ok: true, value: batchOf(rows[0] as Selectable<BatchTable>) };
    }),
  );
}

/** How the cases were chosen, without their ids: those are the items. */
function chosenBy({ where, failedOf }: BatchChoice) {
  if (where !== undefined) return { by: "filter", where: { ...where } };
  return failedOf === undefined ? { by: "ids" } : { by: "failedOf", failedOf };
}

function flowsOf(chosen: readonly ChosenCase[]): string[] {
  return [...new Set(chosen.flatMap(({ flow }) => (flow === null ? [] : [flow])))];
}

/** A version that the flow of the cases does not have, or cases of several flows, for which it means nothing. */
async function wrongVersion(
  trx: Transaction<Tables>,
  caller: Caller,
  operation: BatchOperation,
  chosen: readonly ChosenCase[],
): Promise<Result<never> | null> {
  if (operation.kind !== "migrate") return null;
  const flows = flowsOf(chosen);
  if (flows.length > 1) return refuseBatch("batch.several-flows", { count: flows.length });
  const [flow] = flows;
  if (flow === undefined) return null;
  const { version } = operation;
  const { rows } = await sql`
    select 1 from definition_version
     where tenant_id = ${caller.tenant} and definition_id = ${flow} and version = ${version}::int`.execute(
    trx,
  );
  return rows.length > 0
    ? null
    : refuseInstance("migration.version-unknown", { version }, { path: "/operation/version" });
}
