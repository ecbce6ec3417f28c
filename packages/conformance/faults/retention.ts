import { setTimeout as delay } from "node:timers/promises";
import type { Retired } from "../../runtime/src/contract/history.ts";
import { accepted, boss, storedFaults } from "../../runtime/test/turns/open-world.ts";
import type { Row } from "./harness/campaign.ts";
import { chain, counted, type StartedCase, startCases, untilEnded } from "./harness/chain-load.ts";
import { anyOf, type FaultWorld, openFaultWorld } from "./harness/fault-world.ts";
import { type Scale, USUAL_LEASE } from "./nodes.ts";

/** Durable steps, each a row of the event log, of a case of the past. */
const CASE_STEPS = 7;
/** Milliseconds of the load before, and after. */
const BESIDE = 20_000;
/** Milliseconds that whoever writes may be kept waiting. */
const STALL = 2_000;
/** One case of so many was called by the one before it. */
const CALLED = 50;

/**
 * F19: a million rows of the event log are over, in two months of which one can be dropped and one holds a case that
 * stays; they are retired while three hundred steps a second go on. The disk returns, nobody waits long, no case is
 * left without those that it called, and it goes five times as fast as what is over comes.
 */
export async function retention({ fraction }: Scale, say: (line: string) => void): Promise<Row> {
  const cases = Math.round((1_000_000 * fraction) / CASE_STEPS);
  const began = performance.now();
  const faults = await openFaultWorld({
    nodes: 2,
    lease: USUAL_LEASE,
    settings: { max_wal_size: "4GB" },
    node: { work: 0, concurrency: 64 },
  });
  const over = new AbortController();
  try {
    const { world } = faults;
    accepted(await world.runtime.definitions.publish(boss, { definition: chain() }));
    const before = await megabytes(faults);
    const months = await makePast(faults, cases);
    const full = await megabytes(faults);
    say(`  ${cases} cases of the past after ${seconds(began)}, ${before} MB before, ${full} MB now`);
    accepted(await world.runtime.history.keep({ workspace: "east", flow: null, days: 30, export: false }));
    const load = startCases(faults, over.signal);
    await delay(BESIDE);
    const from = performance.now();
    const { cases: gone, months: dropped } = await retireAll(faults, (text) => say(`  ${text}`));
    const to = performance.now();
    await delay(BESIDE / 2);
    over.abort();
    const started = await load;
    const left = await untilEnded(faults, 60_000);
    const { lost, doubled } = await counted(faults, started);
    const roots = await leftBehind(faults, months.oldest);
    await world.admin.query("vacuum");
    const after = await megabytes(faults);
    const broken = await faults.look(storedFaults);
    const waits = (when: (asked: number) => boolean) => waitsOf(started.filter(({ asked }) => when(asked)));
    const quiet = waits((asked) => asked < from);
    const beside = waits((asked) => asked >= from && asked < to);
    const rate = (gone / (to - from)) * 1000;
    const production = (started.length / (to - (from - BESIDE))) * 1000;
    return {
      name: "retention",
      size: `${cases * CASE_STEPS} events of ${cases} cases, 2 nodes`,
      seconds: Math.round((performance.now() - began) / 1000),
      injected: `${gone} cases retired, ${dropped.length} of 2 months dropped beside ${Math.round(production * CASE_STEPS)} steps/s`,
      told: started.length,
      lost: lost + Math.max(0, cases - gone - 1),
      doubled,
      stuck: left,
      broken: broken.length + roots,
      takeOver: null,
      note: `${Math.round(rate)} cases/s go, ${Math.round(production)} come; starts wait ${quiet.p99} ms at p99 and ${quiet.most} ms at most before, ${beside.p99} and ${beside.most} ms beside it; ${before} MB before, ${full} MB full, ${after} MB after; ${roots} left behind`,
      kept:
        lost + doubled + left + broken.length + roots === 0 &&
        gone === cases - 1 &&
        dropped.length === 1 &&
        rate >= 5 * production &&
        beside.most <= STALL,
    };
  } finally {
    over.abort();
    await faults.close();
  }
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

async function retireAll(faults: FaultWorld, say: (text: string) => void): Promise<Retired> {
  const began = performance.now();
  const { node } = anyOf(faults.places);
  const asked = node?.ask<Retired>("history", "retire");
  const done = (await asked) ?? { cases: 0, months: [] };
  say(`${done.cases} cases and the months ${done.months.join(", ")} gone after ${seconds(began)}`);
  return done;
}

/** Milliseconds that those who start cases waited. */
function waitsOf(started: readonly StartedCase[]): { readonly p99: number; readonly most: number } {
  const waits = started.map(({ waited }) => Math.round(waited)).sort((a, b) => a - b);
  return { p99: waits[Math.floor(waits.length * 0.99)] ?? 0, most: waits.at(-1) ?? 0 };
}

/**
 * Copies of one finished case, half of them in the month four months ago and half in the one after it; one of the
 * latter ended only now and stays.
 */
async function makePast(faults: FaultWorld, cases: number): Promise<{ readonly oldest: string }> {
  const { admin } = faults.world;
  const over = new AbortController();
  const started = startCases(faults, over.signal);
  await delay(200);
  over.abort();
  await started;
  await untilEnded(faults, 30_000);
  await admin.query("delete from public.sink");
  const { rows } = await admin.query<{ name: string; first: string; end: string }>(`
    select 'instance_event_' || to_char(month, 'YYYYMM') as name, month::date::text as first,
           (month + interval '1 month')::date::text as end
      from unnest(array[date_trunc('month', now()) - interval '4 months',
                        date_trunc('month', now()) - interval '3 months']) as month order by 1`);
  for (const { name, first, end } of rows) {
    await admin.query(`
      create table ${name} partition of instance_event for values from ('${first}') to ('${end}');
      alter table ${name} enable row level security;
      alter table ${name} force row level security`);
  }
  const [oldest, next] = rows;
  await admin.query(
    `create temporary table past as
       select g, gen_random_uuid() as id, (case when g % 2 = 0 then $1 else $2 end)::timestamptz
                + (g::float8 / $3::int) * interval '25 days' as at from generate_series(1, $3::int) as g`,
    [oldest?.first, next?.first, cases],
  );
  const templates = await admin.query<{ id: string }>("select id from instance where seq = $1 limit 1", [
    CASE_STEPS,
  ]);
  const template = templates.rows[0]?.id;
  if (!template) throw new Error("No case has ended");
  const columns = await columnsOf(faults, "instance", {
    id: "past.id",
    number: "'past ' || past.g",
    started_at: "past.at",
    ended_at: "case when past.g = 1 then now() else past.at + interval '1 second' end",
    // Of the same month: the case before the one before.
    parent_id: `case when past.g % ${CALLED} = 0 then before.id end`,
  });
  await admin.query(
    `insert into instance (${columns.names}) select ${columns.values}
       from past left join past before on before.g = past.g - 2, (select * from instance where id = $1) t`,
    [template],
  );
  const events = await columnsOf(faults, "instance_event", {
    instance_id: "past.id",
    at: "past.at + t.seq * interval '0.1 second'",
  });
  await admin.query(
    `insert into instance_event (${events.names}) select ${events.values}
       from past, (select * from instance_event where instance_id = $1) t`,
    [template],
  );
  await admin.query("analyze");
  return { oldest: oldest?.first ?? "" };
}

/** The columns of a table, and for each its value: the one of the row `t`, unless another is given. */
async function columnsOf(faults: FaultWorld, table: string, given: Readonly<Record<string, string>>) {
  const { rows } = await faults.world.admin.query<{ name: string }>(
    `select attname::text as name from pg_attribute
      where attrelid = to_regclass($1) and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return {
    names: rows.map(({ name }) => name).join(", "),
    values: rows.map(({ name }) => given[name] ?? `t.${name}`).join(", "),
  };
}

/** Cases of the past and events without their case; the one case that stays does not count. */
async function leftBehind(faults: FaultWorld, since: string): Promise<number> {
  const { rows } = await faults.world.admin.query<{ left: number }>(
    `select (select count(*)::int from instance where started_at < now() - interval '30 days'
               and ended_at < now() - interval '30 days')
          + (select count(*)::int from instance_event e where at >= $1::timestamptz and at < now() - interval '30 days'
               and not exists (select from instance i where i.id = e.instance_id)) as left`,
    [since],
  );
  return rows[0]?.left ?? 0;
}

async function megabytes(faults: FaultWorld): Promise<number> {
  const { rows } = await faults.world.admin.query<{ size: number }>(
    "select (pg_database_size(current_database()) / 1048576)::int as size",
  );
  return rows[0]?.size ?? 0;
}
