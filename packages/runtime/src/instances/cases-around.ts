import type { CalledCase, InstanceStatus } from "@flowright/client";
import type { LocalizedText } from "@flowright/definition";
import { sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Tables } from "../database/tables.ts";
import { caseReadable } from "./case-readable.ts";

interface CaseRow {
  instanceId: string;
  number: string;
  definitionName: LocalizedText;
  status: InstanceStatus;
  calls: boolean;
}

/**
 * The cases that steps of a case have called, and the one that called it, as far as the caller may read them. In the
 * order of the calls: which of several parallel calls is carried out first is chance.
 */
export async function casesAround(
  trx: Transaction<Tables>,
  caller: Caller,
  row: { readonly id: string },
): Promise<{ calls: CalledCase[]; calledBy: CalledCase | null }> {
  const { rows } = await sql<CaseRow>`
    select i.id as "instanceId", i.number, d.name as "definitionName", i.status, i.parent_id is not distinct
             from ${row.id}::uuid as calls
      from instance i join definition d on d.tenant_id = i.tenant_id and d.id = i.definition_id
     where i.tenant_id = ${caller.tenant} and ${caseReadable(caller, "i")}
       and (i.parent_id = ${row.id}::uuid
         or i.id = (select p.parent_id from instance p where p.id = ${row.id}::uuid))
     order by i.parent_call, i.id limit 1000`.execute(trx);
  const plain = ({ calls: _, ...called }: CaseRow): CalledCase => called;
  return {
    calls: rows.filter(({ calls }) => calls).map(plain),
    calledBy: rows.filter(({ calls }) => !calls).map(plain)[0] ?? null,
  };
}
