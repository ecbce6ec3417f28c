import type { WorkflowDefinition } from "@flowright/definition";
import type { InstanceState, InstanceStatus, JsonObject } from "@flowright/engine";
import type pg from "pg";
import { inOnePacket } from "../database/pool/one-packet.ts";
import type { LoadedProgram, ProgramCache } from "./program-cache.ts";
import type { InstanceRow, JobRow, TimerRow, TurnRequest } from "./turn-request.ts";

/** What one batch read, under its locks. */
export interface LoadedBatch {
  /** ISO instant of the database's clock, after every lock was taken. */
  readonly now: string;
  readonly transaction: string;
  readonly instances: ReadonlyMap<string, { row: InstanceRow; state: InstanceState }>;
  /** By instance and number, as in `rowKey`. */
  readonly jobs: ReadonlyMap<string, JobRow>;
  readonly timers: ReadonlyMap<string, TimerRow>;
  readonly pending: ReadonlySet<string>;
  /** By tenant and id. */
  readonly definitions: ReadonlyMap<string, { readonly latest: number; readonly prefix: string }>;
  readonly answered: ReadonlyMap<string, { readonly bodyHash: string; readonly response: unknown }>;
}

type Rows<Row> = Promise<{ readonly rows: Row[] }>;

/**
 * Begins the transaction, locks and reads everything that the requests name: one round trip, since all
 * statements are sent before the first answer is awaited. Instances are locked in the order of their ids;
 * everything else is read after these locks.
 */
export async function loadBatch(
  client: pg.PoolClient,
  engineRole: string,
  requests: readonly TurnRequest[],
): Promise<LoadedBatch> {
  const ids = new Set<string>();
  const jobs: WaitName[] = [];
  const timers: WaitName[] = [];
  const deliveries: string[] = [];
  const starts = new Map<string, { tenant: string; id: string }>();
  const onces: TurnRequest[] = [];
  for (const request of requests) {
    if (request.target.kind === "instance") {
      ids.add(request.target.id);
      if (request.job !== undefined) jobs.push([request.target.id, request.job]);
      if (request.timer !== undefined) timers.push([request.target.id, request.timer]);
    } else {
      const id = request.target.definitionId;
      starts.set(definitionKey(request.tenant, id), { tenant: request.tenant, id });
    }
    if (request.delivery !== undefined) deliveries.push(request.delivery);
    if (request.once) onces.push(request);
  }
  const none = Promise.resolve({ rows: [] });
  const send = () =>
    [
      client.query("begin"),
      client.query({ name: "turn-role", text: "select set_config('role', $1, true)", values: [engineRole] }),
      (ids.size === 0 ? none : client.query(lockInstances([...ids]))) as Rows<StoredInstance>,
      (jobs.length === 0 ? none : client.query(waitRows("job", jobs))) as Rows<StoredJob>,
      (timers.length === 0 ? none : client.query(waitRows("timer", timers))) as Rows<StoredTimer>,
      (deliveries.length === 0 ? none : client.query(lockDeliveries(deliveries))) as Rows<{ id: string }>,
      (starts.size === 0
        ? none
        : client.query(latestVersions([...starts.values()]))) as Rows<StoredDefinition>,
      (onces.length === 0 ? none : client.query(answeredKeys(onces))) as Rows<StoredAnswer>,
      client.query(CLOCK) as Rows<{ now: string; xid: string }>,
    ] as const;
  const sent = inOnePacket(client, send);
  // Every statement is waited for, so that none fails unheard.
  await Promise.allSettled(sent);
  const [, , instances, jobRows, timerRows, pending, definitions, answered, clock] = await Promise.all(sent);
  const now = clock.rows[0]?.now;
  if (now === undefined) throw new Error("The database told no time");
  return {
    now,
    transaction: clock.rows[0]?.xid ?? "",
    instances: new Map(instances.rows.map((row) => [row.id, instanceOf(row)])),
    jobs: new Map(jobRows.rows.map((row) => [`${row.instance_id}.${row.number}`, jobOf(row)])),
    timers: new Map(
      timerRows.rows.map((row) => [
        `${row.instance_id}.${row.number}`,
        { number: row.number, due: row.due.toISOString(), paused: row.paused },
      ]),
    ),
    pending: new Set(pending.rows.map((row) => row.id)),
    definitions: new Map(
      definitions.rows.map((row) => [
        definitionKey(row.tenant_id, row.id),
        { latest: row.latest_version, prefix: row.number_prefix },
      ]),
    ),
    answered: new Map(
      answered.rows.map((row) => [
        onceKey({ tenant: row.tenant_id, user: row.user_name, key: row.key }),
        { bodyHash: row.body_hash, response: row.response },
      ]),
    ),
  };
}

/** Key of a definition in the maps of a batch. */
export function definitionKey(tenant: string, id: string): string {
  return `${tenant}\n${id}`;
}

/** Key of an idempotency key in the maps of a batch. */
export function onceKey(once: { tenant: string; user: string; key: string }): string {
  return `${once.tenant}\n${once.user}\n${once.key}`;
}

/** Reads the versions that the cache does not hold. */
export async function loadPrograms(
  client: pg.PoolClient,
  cache: ProgramCache,
  wanted: readonly { tenant: string; id: string; version: number }[],
): Promise<Map<string, LoadedProgram>> {
  const found = new Map<string, LoadedProgram>();
  const missing = new Map<string, (typeof wanted)[number]>();
  for (const one of wanted) {
    const key = programKey(one.tenant, one.id, one.version);
    const cached = cache.get(one.tenant, one.id, one.version);
    if (cached) found.set(key, cached);
    else missing.set(key, one);
  }
  if (missing.size === 0) return found;
  const list = [...missing.values()];
  const { rows } = await client.query<StoredVersionRow>({
    name: "turn-versions",
    text: `select v.tenant_id, v.definition_id, v.version, v.hash, v.definition
             from unnest($1::text[], $2::text[], $3::int[]) as x(tenant, id, version)
             join definition_version v on v.tenant_id = x.tenant and v.definition_id = x.id and v.version = x.version`,
    values: [list.map((one) => one.tenant), list.map((one) => one.id), list.map((one) => one.version)],
  });
  for (const row of rows) {
    const stored = {
      definitionId: row.definition_id,
      version: row.version,
      hash: row.hash,
      definition: row.definition,
    };
    found.set(programKey(row.tenant_id, row.definition_id, row.version), cache.put(row.tenant_id, stored));
  }
  return found;
}

/** Key of a version in the maps of a batch. */
export function programKey(tenant: string, id: string, version: number): string {
  return `${tenant}\n${id}\n${version}`;
}

/** Active people of a tenant by role, in a stable order. */
export async function loadMembers(
  client: pg.PoolClient,
  tenant: string,
): Promise<Map<string, readonly string[]>> {
  const { rows } = await client.query<{ role: string; people: string[] }>({
    name: "turn-members",
    text: `select role, array_agg(user_name order by user_name) as people
             from member, unnest(roles) as role where tenant_id = $1 and active group by role`,
    values: [tenant],
  });
  return new Map(rows.map(({ role, people }) => [role, people]));
}

type WaitName = readonly [instance: string, number: number];

const CLOCK = {
  name: "turn-clock",
  text: `select to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now,
                pg_current_xact_id()::text as xid`,
};

function lockInstances(ids: string[]) {
  return { name: "turn-instances", text: INSTANCES, values: [ids] };
}

const INSTANCES = `select id, tenant_id, definition_id, version, number, business_key, title, status, seq, state,
         started_by, started_at, ended_at, start_message, start_key, open_incidents,
         parent_id, parent_call, parent_node
    from instance where id = any($1::uuid[]) order by id for update`;

function waitRows(table: "job" | "timer", names: readonly WaitName[]) {
  const columns = table === "job" ? "t.lease, t.attempt, t.attempts, t.last_failure" : "t.due, t.paused";
  return {
    name: `turn-${table}s`,
    text: `select t.instance_id, t.number, ${columns}
             from unnest($1::uuid[], $2::int[]) as x(instance, number)
             join ${table} t on t.instance_id = x.instance and t.number = x.number
            order by t.instance_id, t.number for update of t`,
    values: [names.map(([instance]) => instance), names.map(([, number]) => number)],
  };
}

function lockDeliveries(ids: string[]) {
  return {
    name: "turn-deliveries",
    text: "select id from delivery where id = any($1::uuid[]) and settled_at is null order by id for update",
    values: [ids],
  };
}

function latestVersions(starts: readonly { tenant: string; id: string }[]) {
  return {
    name: "turn-definitions",
    text: `select d.tenant_id, d.id, d.latest_version, d.number_prefix
             from unnest($1::text[], $2::text[]) as x(tenant, id)
             join definition d on d.tenant_id = x.tenant and d.id = x.id`,
    values: [starts.map((start) => start.tenant), starts.map((start) => start.id)],
  };
}

function answeredKeys(requests: readonly TurnRequest[]) {
  return {
    name: "turn-once",
    text: `select i.tenant_id, i.user_name, i.key, i.body_hash, i.response
             from unnest($1::text[], $2::text[], $3::text[]) as x(tenant, user_name, key)
             join idempotency i on i.tenant_id = x.tenant and i.user_name = x.user_name and i.key = x.key`,
    values: [
      requests.map((request) => request.tenant),
      requests.map((request) => request.once?.user),
      requests.map((request) => request.once?.key),
    ],
  };
}

interface StoredInstance {
  id: string;
  tenant_id: string;
  definition_id: string;
  version: number;
  number: string;
  business_key: string | null;
  title: string | null;
  status: InstanceStatus;
  seq: number;
  state: InstanceState;
  started_by: string | null;
  started_at: Date;
  ended_at: Date | null;
  start_message: string | null;
  start_key: string | null;
  open_incidents: number;
  parent_id: string | null;
  parent_call: number | null;
  parent_node: string | null;
}

interface StoredJob {
  instance_id: string;
  number: number;
  lease: string | null;
  attempt: number;
  attempts: number;
  last_failure: JsonObject | null;
}

interface StoredTimer {
  instance_id: string;
  number: number;
  due: Date;
  paused: boolean;
}

interface StoredDefinition {
  tenant_id: string;
  id: string;
  latest_version: number;
  number_prefix: string;
}

interface StoredVersionRow {
  tenant_id: string;
  definition_id: string;
  version: number;
  hash: string;
  definition: WorkflowDefinition;
}

interface StoredAnswer {
  tenant_id: string;
  user_name: string;
  key: string;
  body_hash: string;
  response: unknown;
}

function instanceOf(stored: StoredInstance): { row: InstanceRow; state: InstanceState } {
  return {
    row: {
      id: stored.id,
      tenant: stored.tenant_id,
      definitionId: stored.definition_id,
      version: stored.version,
      number: stored.number,
      businessKey: stored.business_key,
      title: stored.title,
      status: stored.status,
      seq: stored.seq,
      startedBy: stored.started_by,
      startedAt: stored.started_at.toISOString(),
      endedAt: stored.ended_at?.toISOString() ?? null,
      startMessage: stored.start_message,
      startKey: stored.start_key,
      openIncidents: stored.open_incidents,
      parent:
        stored.parent_id === null
          ? null
          : { id: stored.parent_id, call: stored.parent_call ?? 0, node: stored.parent_node ?? "" },
    },
    state: stored.state,
  };
}

function jobOf(stored: StoredJob): JobRow {
  return {
    number: stored.number,
    lease: stored.lease,
    attempt: stored.attempt,
    attempts: stored.attempts,
    lastFailure: stored.last_failure,
  };
}
