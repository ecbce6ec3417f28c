import { type RawBuilder, sql, type Transaction } from "kysely";
import type { CaseArchive } from "../contract/history.ts";
import type { Database } from "../database/open-database.ts";
import type { Tables } from "../database/tables.ts";
import { withBackground } from "../database/with-tenant.ts";
import { turnTime } from "../turns/turn-parts.ts";
import { readCaseRecords } from "./case-records.ts";
import type { EventMonth } from "./event-months.ts";

/** Cases that go in one transaction. */
const BATCH = 200;

export interface RetiringParts {
  readonly database: Database;
  readonly clockShift: (() => number) | undefined;
  readonly archive: CaseArchive | undefined;
}

/** The days that a case is kept after its end, by the rule of its flow or of its workspace; null for ever. */
function daysOf(alias: string): RawBuilder<number | null> {
  return sql`(select r.days from retention r where r.tenant_id = ${sql.ref(`${alias}.tenant_id`)}
    and r.definition_id in (${sql.ref(`${alias}.definition_id`)}, '') order by r.definition_id desc limit 1)`;
}

/** Whether a case's time is over. */
export function isOver(parts: { readonly clockShift: (() => number) | undefined }, alias: string) {
  return sql<boolean>`(${sql.ref(`${alias}.ended_at`)} is not null
    and ${sql.ref(`${alias}.ended_at`)} < ${turnTime(parts)} - make_interval(days => ${daysOf(alias)}))`;
}

/**
 * Removes one batch of cases whose time is over, with everything that belongs to them, and gives their number. A case
 * goes after those that it called and not before the one that called it is over, too; so the cases below a root go
 * batch by batch, and then the root does.
 *
 * @param going months of the event log of which nothing will be left; their events go with them
 */
export async function retireBatch(
  parts: RetiringParts,
  tenant: string,
  going: readonly EventMonth[],
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
