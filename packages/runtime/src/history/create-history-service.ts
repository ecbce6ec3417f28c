import { sql } from "kysely";
import type pg from "pg";
import { createPoller, type Poller } from "../background/poller.ts";
import type { CaseArchive, HistoryService, RetentionRule, Retired } from "../contract/history.ts";
import type { Result } from "../contract/result.ts";
import { withBackground, withEngine } from "../database/with-tenant.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { exportCases } from "./case-records.ts";
import { dropMonth, type EventMonth, eventMonths } from "./event-months.ts";
import { checkRule, readRules, writeRule } from "./retention-rules.ts";
import { beginRun, finishRun, openRun, tenantsWithRuns } from "./retention-runs.ts";
import { countDue, isOver, type RetiringParts, RULES, retireBatch } from "./retire-cases.ts";

const HOUR = 3_600_000;
/** "Keep" in ASCII: the advisory lock under which one process at a time retires cases. */
const RETIRING_LOCK = 0x4b656570;

/** Where something failed, the next look of its own comes after so long. */
const AGAIN = 600_000;
/** How often a process looks for runs that were asked for in another one. */
const LOOK = 30_000;

/** Retires and exports finished cases; `archive` takes those whose rule says so before they go. */
export function createHistoryService(parts: TurnParts, archive: CaseArchive | undefined): HistoryService {
  return {
    keep: (rule) => keep(parts, rule),
    rules: () => withEngine(parts.database, (trx) => readRules(trx)),
    retire: () => retire({ ...parts, archive }),
    export: (query) => exportCases(parts.database, query),
  };
}

/** Retires what is due every hour, and at once where somebody asked for it, in one process at a time. */
export function runRetention(parts: TurnParts, archive: CaseArchive | undefined): Poller {
  let next = 0;
  return createPoller(
    async () => {
      const asked = await withBackground(parts.database, tenantsWithRuns);
      if (asked.length === 0 && performance.now() < next) return LOOK;
      next = performance.now() + AGAIN;
      try {
        const { cases, months } = await retire({ ...parts, archive });
        next = performance.now() + HOUR;
        if (cases > 0 || months.length > 0) parts.log?.info({ cases, months }, "finished cases were retired");
      } catch (error) {
        // Its run says so; tried again later, not at once, so that one full disk does not write a run per second.
        parts.log?.warn({ error: String(error) }, "finished cases could not be retired");
      }
      return LOOK;
    },
    (error) => parts.log?.warn({ error: String(error) }, "finished cases could not be looked at"),
  );
}

async function keep({ database }: TurnParts, rule: RetentionRule): Promise<Result<RetentionRule>> {
  return await withEngine(database, async (trx): Promise<Result<RetentionRule>> => {
    const checked = await checkRule(trx, rule.workspace, rule);
    if (!checked.ok) return checked;
    await writeRule(trx, "operator", rule);
    return { ok: true, value: rule };
  });
}

async function retire(parts: RetiringParts): Promise<Retired> {
  const nothing: Retired = { cases: 0, months: [] };
  const tenants = await withBackground(parts.database, async (trx) => {
    const { rows } = await sql<{ tenant: string; days: number }>`
      select tenant_id as tenant, min(days) as days from retention where days is not null
       group by tenant_id order by tenant_id`.execute(trx);
    return rows;
  });
  if (tenants.length === 0) {
    await endRunsWithoutRule(parts, []);
    return nothing;
  }
  // The owner's connection: it makes the index and drops partitions. The lock goes with it, also where we are killed.
  const client = await parts.database.turns.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      "select pg_try_advisory_lock($1, hashtext(current_schema())) as mine",
      [RETIRING_LOCK],
    );
    if (!rows[0]?.mine) return nothing;
    await ensureIndex(client);
    return await retireAll(parts, client, tenants);
  } finally {
    client.release(true);
  }
}

async function retireAll(
  parts: RetiringParts,
  client: pg.PoolClient,
  tenants: readonly { readonly tenant: string; readonly days: number }[],
): Promise<Retired> {
  const months = await eventMonths(client);
  const going = await emptied(parts, months, Math.min(...tenants.map(({ days }) => days)));
  let cases = 0;
  const failures: unknown[] = [];
  for (const { tenant } of tenants) {
    try {
      cases += await retireTenant(parts, tenant, going);
    } catch (error) {
      failures.push(error);
    }
  }
  await endRunsWithoutRule(
    parts,
    tenants.map(({ tenant }) => tenant),
  );
  // The months hold what could not go.
  if (failures.length > 0) throw failures[0];
  const dropped: string[] = [];
  for (const month of going) {
    if (await dropMonth(client, parts.database.roles.engine, month)) dropped.push(month.name);
    else await removeOrphans(parts, month);
  }
  return { cases, months: dropped };
}

/** Carries out the workspace's run, or begins one where something is due, and gives the number of cases removed. */
async function retireTenant(
  parts: RetiringParts,
  tenant: string,
  going: readonly EventMonth[],
): Promise<number> {
  const { database } = parts;
  const run = await withBackground(database, async (trx) => {
    const open = await openRun(trx, tenant);
    if (open !== null) return open;
    const due = [...(await countDue(parts, trx, tenant, RULES)).values()];
    const total = due.reduce((sum, { cases }) => sum + cases, 0);
    return total === 0 ? null : (await beginRun(trx, tenant, null, total)).id;
  });
  if (run === null) return 0;
  let cases = 0;
  try {
    for (let done = 1; done > 0; ) {
      done = await retireBatch(parts, tenant, going, run);
      cases += done;
    }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    await withBackground(database, (trx) => finishRun(trx, run, problem));
    throw error;
  }
  await withBackground(database, (trx) => finishRun(trx, run, null));
  return cases;
}

/** A run whose workspace keeps everything for ever meanwhile has nothing to do. */
async function endRunsWithoutRule({ database }: RetiringParts, ruled: readonly string[]): Promise<void> {
  await withBackground(database, (trx) =>
    sql`update retention_run set finished_at = clock_timestamp()
      where finished_at is null and not tenant_id = any(${[...ruled]}::text[])`.execute(trx),
  );
}

/** Months of which no case will be left: their events need not be removed one by one. */
async function emptied(
  parts: RetiringParts,
  months: readonly EventMonth[],
  days: number,
): Promise<EventMonth[]> {
  const going: EventMonth[] = [];
  for (const month of months) {
    if (Date.parse(month.end) > Date.now() - days * 86_400_000) continue;
    const staying = await withBackground(parts.database, async (trx) => {
      const { rows } = await sql`
        select from instance i where ${isOver(parts, "i")} is not true and i.started_at < ${month.end}::timestamptz
           and exists (select from instance_event x where x.instance_id = i.id and x.at >= ${month.start}::timestamptz
             and x.at < ${month.end}::timestamptz) limit 1`.execute(trx);
      return rows.length;
    });
    if (staying === 0) going.push(month);
  }
  return going;
}

/** The events of cases that are gone, in a month that stays because of others. */
async function removeOrphans({ database }: RetiringParts, { start, end }: EventMonth): Promise<void> {
  await withBackground(database, (trx) =>
    sql`delete from instance_event x where x.at >= ${start}::timestamptz and x.at < ${end}::timestamptz
      and not exists (select from instance i where i.id = x.instance_id)`.execute(trx),
  );
}

/** Finished cases by their end. Made beside running servers; one that was broken off is made anew. */
async function ensureIndex(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ valid: boolean }>(
    "select indisvalid as valid from pg_index where indexrelid = to_regclass('instance_ended')",
  );
  if (rows[0]?.valid) return;
  if (rows.length > 0) await client.query("drop index concurrently instance_ended");
  await client.query("set statement_timeout = 0");
  await client.query(
    "create index concurrently instance_ended on instance (tenant_id, ended_at) where ended_at is not null",
  );
}
