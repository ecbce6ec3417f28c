import type pg from "pg";
import { eventsIn } from "../../../runtime/src/turns/sql/stored-events.ts";
import { storedFaults } from "../../../runtime/test/turns/open-world.ts";
import type { ClientLog } from "./clients.ts";
import type { FaultWorld } from "./fault-world.ts";

/** What is left to say of a campaign. */
export interface Verdict {
  /** What the clients were told was done, and what of it is not in the database. */
  readonly told: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly stuck: readonly string[];
  /** Stored states that are not their events, waits without rows, timers before their time. */
  readonly broken: readonly string[];
  /** Milliseconds from the fall of a node until what it held was free for the others; null where none fell. */
  readonly takeOver: number | null;
  /** Calls to the outside that were made again, as promised with the same key. */
  readonly again: number;
}

/** Holds the clients' own log against the database. */
export async function judge(faults: FaultWorld, log: ClientLog): Promise<Verdict> {
  return await faults.look(async (client) => ({
    told: log.started.size + log.completed.size + log.sent.size,
    lost: await lost(client, log),
    doubled: await doubled(client),
    stuck: await stuck(client),
    broken: [...(await storedFaults(client)), ...(await early(client))],
    takeOver: longestTakeOver(faults),
    again: await count(client, "select count(*) - count(distinct key) as count from public.sink"),
  }));
}

async function lost(client: pg.Client, log: ClientLog): Promise<string[]> {
  const instances = await client.query<{ id: string; key: string }>(
    "select id, business_key as key from instance",
  );
  const stored = new Map(instances.rows.map(({ id, key }) => [key, id]));
  const tasks = await client.query<{ id: string }>(
    "select instance_id || '.' || number as id from task where status = 'completed'",
  );
  const completed = new Set(tasks.rows.map(({ id }) => id));
  // Whether it has reached its case shows in the case's end.
  const messages = await client.query<{ id: string }>("select id from message");
  const kept = new Set(messages.rows.map(({ id }) => id));
  return [
    ...[...log.started].filter(([key, id]) => stored.get(key) !== id).map(([key]) => `start of ${key}`),
    ...[...log.completed].filter((id) => !completed.has(id)).map((id) => `task ${id}`),
    ...[...log.sent].filter((id) => !kept.has(id)),
  ];
}

async function doubled(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ what: string }>(`
    select 'case ' || business_key as what from instance group by business_key having count(*) > 1
    union all
    select e.command || ' of ' || i.business_key from instance_event e join instance i on i.id = e.instance_id
     group by i.business_key, i.id, e.command
    having count(*) > case e.command when 'task.complete' then 2 else 1 end
    union all
    select 'call after its completion: ' || s.key from public.sink s
      join instance_event e on e.instance_id = split_part(s.key, '.', 1)::uuid and e.command = 'job.complete'
     where s.at > e.at`);
  return rows.map(({ what }) => what);
}

async function stuck(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ what: string }>(`
    select business_key || ' ' || status || case when open_incidents > 0 then ' with an incident' else '' end as what
      from instance where ended_at is null and not (business_key like 'poison%' and open_incidents > 0)`);
  return rows.map(({ what }) => what);
}

async function early(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ what: string }>(`
    with due as (
      select e.instance_id, (x ->> 'due')::timestamptz as due from instance_event e, ${eventsIn("e.events")} x(x)
       where x ->> 'kind' = 'timer.scheduled')
    select 'timer before its time: ' || f.instance_id as what from instance_event f join due d using (instance_id)
     where f.command = 'timer.fire' and f.at < d.due`);
  return rows.map(({ what }) => what);
}

/** From the fall of a node to the moment when another one said that its work was free. */
function longestTakeOver({ fallen, freed }: FaultWorld): number | null {
  let longest: number | null = null;
  for (const [name, moments] of freed) {
    for (const moment of moments) {
      const fell = fallen.get(name)?.findLast((at) => at < moment);
      if (fell !== undefined) longest = Math.max(longest ?? 0, moment - fell);
    }
  }
  return longest;
}

async function count(client: pg.Client, query: string): Promise<number> {
  return Number((await client.query<{ count: string }>(query)).rows[0]?.count ?? 0);
}
