import type { CaseRetention, RetentionDue } from "@flowright/client";
import { type RawBuilder, sql, type Transaction } from "kysely";
import type { CaseArchive } from "../contract/history.ts";
import type { Database } from "../database/open-database.ts";
import type { Tables } from "../database/tables.ts";
import { withBackground } from "../database/with-tenant.ts";
import { turnTime } from "../turns/turn-parts.ts";
import { readCaseRecords } from "./case-records.ts";
import type { EventMonth } from "./event-months.ts";
import { countRemoved } from "./retention-runs.ts";

/** Cases that go in one transaction. */
const BATCH = 200;

export interface RetiringParts {
  readonly database: Database;
  readonly clockShift: (() => number) | undefined;
  readonly archive: CaseArchive | undefined;
}

/** The rules as they are. */
export const RULES = sql`retention`;

/** The rules as they would be with this one. */
export function rulesWith(
  tenant: string,
  { flow, days, export: exported }: CaseRetention,
): RawBuilder<unknown> {
  return sql`(select tenant_id, definition_id, days, export from retention
      where not (tenant_id = ${tenant} and definition_id = ${flow ?? ""})
     union all select ${tenant}::text, ${flow ?? ""}::text, ${days}::integer, ${exported}::boolean)`;
}

/** The days that a case is kept after its end, by the rule of its flow or of its workspace; null for ever. */
function daysOf(alias: string, rules: RawBuilder<unknown>): RawBuilder<number | null> {
  return sql`(select r.days from ${rules} r where r.tenant_id = ${sql.ref(`${alias}.tenant_id`)}
    and r.definition_id in (${sql.ref(`${alias}.definition_id`)}, '') order by r.definition_id desc limit 1)`;
}

/** Whether a case's time is over. */
export function isOver(
  parts: { readonly clockShift: (() => number) | undefined },
  alias: string,
  rules: RawBuilder<unknown> = RULES,
) {
  return sql<boolean>`(${sql.ref(`${alias}.ended_at`)} is not null
    and ${sql.ref(`${alias}.ended_at`)} < ${turnTime(parts)} - make_interval(days => ${daysOf(alias, rules)}))`;
}

/**
 * What is over by these rules, by the flow. Called cases count with the case that called them: one goes only where
 * its caller is over, too, and only after all that it called.
 */
export async function countDue(
  parts: { readonly clockShift: (() => number) | undefined },
  trx: Transaction<Tables>,
  tenant: string,
  rules: RawBuilder<unknown>,
): Promise<Map<string, RetentionDue>> {
  const { rows } = await sql<{ flow: string; cases: number; oldest: Date; newest: Date }>`
    select i.definition_id as flow, count(*)::int as cases, min(i.ended_at) as oldest, max(i.ended_at) as newest
      from instance i
     where i.tenant_id = ${tenant} and ${isOver(parts, "i", rules)}
       and (i.parent_id is null or not exists (
         select from instance p where p.id = i.parent_id and ${isOver(parts, "p", rules)} is not true))
       and not exists (
         select from instance c where c.parent_id = i.id and ${isOver(parts, "c", rules)} is not true)
     group by i.definition_id`.execute(trx);
  return new Map(
    rows.map(({ flow, cases, oldest, newest }) => [
      flow,
      { cases, oldest: oldest.toISOString(), newest: newest.toISOString() },
    ]),
  );
}

/**
 * Removes one batch of cases whose time is over, with everything that belongs to them, and gives their number. A case
 * goes after those that it called and not before the one that called it is over, too; so the cases below a root go
 * batch by batch, and then the root does.
 *
 * @param going months of the event log of which nothing will be left; their events go with them
 * @param run where it is counted
 */
export async function retireBatch(
  parts: RetiringParts,
  tenant: string,
  going: readonly EventMonth[],
  run: string,
): Promise<number> {
  const { database, archive } = parts;
  return await withBackground(database, async (trx) => {
    const { rows } = await sql<{ id: string; export: boolean }>`
      select i.id, (select r.export from retention r where r.tenant_id = i.tenant_id
               and r.definition_id in (i.definition_id, '') order by r.definition_id desc limit 1) as export
        from instance i
       where i.tenant_id = ${tenant} and ${isOver(parts, "i")}
         and not exists (select from instance c where c.parent_id = i.id)
         and (i.parent_id is null or not exists (
           select from instance p where p.id = i.parent_id and ${isOver(parts, "p")} is not true))
       order by i.ended_at limit ${BATCH} for update of i skip locked`.execute(trx);
    if (rows.length === 0) return 0;
    const exported = rows.filter((row) => row.export).map(({ id }) => id);
    if (exported.length > 0) {
      // Without an archive nothing that is to be exported goes.
      if (!archive) throw new Error("Cases are to be exported before they go, and there is no archive");
      await archive(await readCaseRecords(trx, exported, true));
    }
    await removeCases(
      trx,
      rows.map(({ id }) => id),
      going,
    );
    await countRemoved(trx, run, rows.length, exported.length);
    return rows.length;
  });
}

/** Tables with rows of cases; their case itself goes last. */
const PARTS = ["task_draft", "comment", "task", "timer", "job", "subscription", "incident", "file"] as const;

async function removeCases(
  trx: Transaction<Tables>,
  ids: readonly string[],
  going: readonly EventMonth[],
): Promise<void> {
  const others = going.map(
    ({ start, end }) => sql`and not (at >= ${start}::timestamptz and at < ${end}::timestamptz)`,
  );
  await sql`
    delete from instance_event where instance_id = any(${ids}::uuid[]) ${sql.join(others, sql` `)}`.execute(
    trx,
  );
  for (const table of PARTS)
    await sql`delete from ${sql.table(table)} where instance_id = any(${ids}::uuid[])`.execute(trx);
  await sql`delete from instance where id = any(${ids}::uuid[])`.execute(trx);
}
