import { sql } from "kysely";
import type pg from "pg";
import { createPoller, type Poller } from "../background/poller.ts";
import type { CaseArchive, HistoryService, RetentionRule, Retired } from "../contract/history.ts";
import type { Result } from "../contract/result.ts";
import { withBackground, withEngine } from "../database/with-tenant.ts";
import { type ProblemCode, refuser } from "../problem/problem-code.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { exportCases } from "./case-records.ts";
import { dropMonth, type EventMonth, eventMonths } from "./event-months.ts";
import { isOver, type RetiringParts, retireBatch } from "./retire-cases.ts";

const HOUR = 3_600_000;
/** Answers of idempotency keys are kept for a week and may name their case. */
const FEWEST_DAYS = 7;
/** "Keep" in ASCII: the advisory lock under which one process at a time retires cases. */
const RETIRING_LOCK = 0x4b656570;

const refuseRule = refuser({
  "retention.workspace-unknown": {
    status: 404,
    message: { en: "There is no workspace {id}.", "zh-CN": "没有工作区 {id}。" },
    fix: { en: "Name one that exists.", "zh-CN": "请指定已有的工作区。" },
  },
  "retention.flow-unknown": {
    status: 404,
    message: { en: "There is no flow {id} in the workspace.", "zh-CN": "工作区中没有流程 {id}。" },
    fix: { en: "Name a published flow.", "zh-CN": "请指定已发布的流程。" },
  },
  "retention.too-short": {
    status: 422,
    message: {
      en: "Finished cases are kept for at least {days} days.",
      "zh-CN": "已结束的流程实例至少保留 {days} 天。",
    },
    fix: { en: "Choose more days, or “forever”.", "zh-CN": "请增加天数，或选择永久保留。" },
  },
} as const satisfies Record<string, ProblemCode>);

/** Retires and exports finished cases; `archive` takes those whose rule says so before they go. */
export function createHistoryService(parts: TurnParts, archive: CaseArchive | undefined): HistoryService {
  return {
    keep: (rule) => keep(parts, rule),
    rules: () => readRules(parts),
    retire: () => retire({ ...parts, archive }),
    export: (query) => exportCases(parts.database, query),
  };
}

/** Retires what is due every hour, in one process at a time. */
export function runRetention(parts: TurnParts, archive: CaseArchive | undefined): Poller {
  return createPoller(
    async () => {
      const { cases, months } = await retire({ ...parts, archive });
      if (cases > 0 || months.length > 0) parts.log?.info({ cases, months }, "finished cases were retired");
      return HOUR;
    },
    (error) => parts.log?.warn({ error: String(error) }, "finished cases could not be retired"),
  );
}

async function readRules({ database }: TurnParts): Promise<RetentionRule[]> {
  const rows = await withEngine(database, (trx) =>
    trx
      .selectFrom("retention")
      .select(["tenant_id", "definition_id", "days", "export"])
      .orderBy("tenant_id")
      .orderBy("definition_id")
      .execute(),
  );
  return rows.map((row) => ({
    workspace: row.tenant_id,
    flow: row.definition_id === "" ? null : row.definition_id,
    days: row.days,
    export: row.export,
  }));
}

async function keep({ database }: TurnParts, rule: RetentionRule): Promise<Result<RetentionRule>> {
  const { workspace, flow, days } = rule;
  if (days !== null && !(Number.isInteger(days) && days >= FEWEST_DAYS && days <= 36_500))
    return refuseRule("retention.too-short", { days: FEWEST_DAYS });
  return await withEngine(database, async (trx) => {
    const tenant = await trx
      .selectFrom("workspace")
      .select("id")
      .where("id", "=", workspace)
      .executeTakeFirst();
    if (tenant === undefined) return refuseRule("retention.workspace-unknown", { id: workspace });
    if (flow !== null) {
      const known = await trx
        .selectFrom("definition")
        .select("id")
        .where("tenant_id", "=", workspace)
        .where("id", "=", flow)
        .executeTakeFirst();
      if (known === undefined) return refuseRule("retention.flow-unknown", { id: flow });
    }
    await sql`
      insert into retention (tenant_id, definition_id, days, export)
      values (${workspace}, ${flow ?? ""}, ${days}, ${rule.export})
      on conflict (tenant_id, definition_id) do update set days = excluded.days, export = excluded.export,
        set_at = clock_timestamp()`.execute(trx);
    const detail = JSON.stringify({ days, export: rule.export });
    await sql`
      insert into audit (tenant_id, at, actor, action, subject, detail)
      values (${workspace}, clock_timestamp(), 'operator', 'history.keep', ${flow ?? workspace},
        ${detail}::json)`.execute(trx);
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
  if (tenants.length === 0) return nothing;
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
  for (const { tenant } of tenants) {
    for (let done = 1; done > 0; ) {
      done = await retireBatch(parts, tenant, going);
      cases += done;
    }
  }
  const dropped: string[] = [];
  for (const month of going) {
    if (await dropMonth(client, parts.database.roles.engine, month)) dropped.push(month.name);
    else await removeOrphans(parts, month);
  }
  return { cases, months: dropped };
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
