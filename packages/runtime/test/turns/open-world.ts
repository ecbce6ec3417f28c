import { isDeepStrictEqual } from "node:util";
import type { Permission } from "@flowright/client";
import { fold, type InstanceState } from "@flowright/engine";
import pg from "pg";
import type { Caller } from "../../src/contract/caller.ts";
import type { Result } from "../../src/contract/result.ts";
import type { RuntimeOptions } from "../../src/contract/runtime.ts";
import { createRuntime } from "../../src/create-runtime.ts";
import { type StoredEvent, unpackEvents } from "../../src/turns/sql/stored-events.ts";
import { createMigratedDatabase } from "../test-runtime-database.ts";

const EVERYTHING: readonly Permission[] = [
  "task.work",
  "instance.start",
  "instance.read",
  "instance.operate",
  "definition.read",
  "definition.write",
  "definition.publish",
  "definition.override",
  "job.work",
  "message.send",
];

/** A runtime on a database of its own, with the workspaces `east` and `west`. */
export async function openWorld(options: Partial<RuntimeOptions> = {}) {
  const { connectionString, drop } = await createMigratedDatabase();
  const open = (more: Partial<RuntimeOptions> = {}) =>
    createRuntime({ connectionString, secretKey: new Uint8Array(32).fill(1), ...options, ...more });
  const runtime = await open();
  // The owner of the tables, for looking at what is stored.
  const admin = new pg.Client({ connectionString, options: "-c search_path=flowright" });
  await admin.connect();
  for (const id of ["east", "west"]) {
    const role = (name: string) => ({ id: name, name, permissions: ["task.work" as const] });
    accepted(
      await runtime.workspaces.create({
        id,
        name: id,
        sample: false,
        roles: [role("packer"), role("lead")],
        people: [
          ["boss", ["admin"]],
          ["ann", ["packer"]],
          ["bob", ["packer"]],
          ["eve", ["lead"]],
          ["joe", ["lead"]],
        ].map(([user, roles]) => ({
          user: `${user}`,
          name: `${user}`.toUpperCase(),
          title: "",
          roles: roles as string[],
        })),
      }),
    );
  }
  return {
    runtime,
    admin,
    connectionString,
    open,
    close: async () => {
      await runtime.close();
      await admin.end();
      await drop();
    },
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;

/** A person of a workspace; without named permissions an ordinary worker. */
export function person(
  user: string,
  roles: string[],
  permissions: readonly Permission[] = ["task.work", "instance.start"],
  tenant = "east",
): Caller {
  return { tenant, user, roles, permissions: new Set(permissions) };
}

export const ann = person("ann", ["packer"]);
export const bob = person("bob", ["packer"]);
export const eve = person("eve", ["lead"]);
export const boss = person("boss", [], EVERYTHING);
export const machine = person("token:shop", [], EVERYTHING);

/** The value of a result that is expected to be one. */
export function accepted<T>(result: Result<T>): T {
  if (!result.ok) {
    const { problem, problems } = result.refusal;
    throw new Error(`refused: ${problem.code} ${JSON.stringify(problems ?? problem.params)}`);
  }
  return result.value;
}

/** Status and code of a result that is expected to be a refusal. */
export function refused(result: Result<unknown>): string {
  return result.ok ? "accepted" : `${result.refusal.status} ${result.refusal.problem.code}`;
}

/** Waits until something holds. */
export async function until<T>(what: string, holds: () => Promise<T | false | null | undefined>): Promise<T> {
  const end = performance.now() + 10_000;
  for (;;) {
    const value = await holds();
    if (value) return value;
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/**
 * What is wrong with the stored cases: a wait of a state without its row, a row without its wait, or a state that
 * is not what its events make of it.
 */
export async function storedFaults(admin: pg.Client): Promise<string[]> {
  return [...(await foldFaults(admin)), ...(await waitFaults(admin))];
}

async function foldFaults(admin: pg.Client): Promise<string[]> {
  const { rows } = await admin.query<{
    id: string;
    seq: number;
    state: InstanceState;
    turns: StoredEvent[][];
  }>(`
    select i.id, i.seq, i.state,
           (select json_agg(e.events order by e.seq) from instance_event e where e.instance_id = i.id) as turns
      from instance i`);
  return rows
    .filter(
      ({ seq, state, turns }) =>
        turns.length !== seq || !isDeepStrictEqual(plain(fold(unpackEvents(turns.flat()))), state),
    )
    .map(({ id }) => `state is not its events: ${id}`);
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

async function waitFaults(admin: pg.Client): Promise<string[]> {
  const { rows } = await admin.query<{ id: string; kind: string; number: number; side: string }>(`
    with token as (
      select i.id, t.value as w from instance i, json_each(i.state -> 'tokens') t where i.ended_at is null
    ), step as (
      select i.id, case json_array_length(a) when 2 then (a ->> 0)::int + 1 else (a ->> 2)::int end as task
        from instance i, json_each(i.state -> 'scopes') s, json_array_elements(s.value -> 'ahead') a
        where i.ended_at is null
    ), wait as (
      select id, 'task' as kind, n::int as number from token, json_object_keys(w -> 'w' -> 'tasks') n
      union all select id, 'announced', (w -> 'w' -> 'ahead' ->> 'task')::int from token
        where w -> 'w' -> 'ahead' ->> 'task' is not null
      union all select id, 'announced', task from step where task is not null
      union all select id, 'timer', n::int from token, json_object_keys(w -> 'w' -> 'timers') n
      union all select id, 'subscription', n::int from token, json_object_keys(w -> 'w' -> 'subs') n
      union all select id, 'job', (w -> 'w' ->> 'job')::int from token where w -> 'w' ->> 'job' is not null
      union all select id, 'incident', (w -> 'w' ->> 'incident')::int from token
        where w -> 'w' ->> 'incident' is not null
    ), stored as (
      select instance_id as id, 'task' as kind, number from task where status = 'open'
      union all select instance_id, 'announced', number from task where status = 'waiting'
      union all select instance_id, 'timer', number from timer
      union all select instance_id, 'subscription', number from subscription
      union all select instance_id, 'job', number from job
      union all select instance_id, 'incident', number from incident where resolved_at is null
    )
    select w.*, 'wait without row' as side from wait w where not exists (select from stored s
      where s.id = w.id and s.kind = w.kind and s.number = w.number)
    union all
    select s.*, 'row without wait' from stored s where not exists (select from wait w
      where s.id = w.id and s.kind = w.kind and s.number = w.number)`);
  return rows.map(({ side, kind, id, number }) => `${side}: ${kind} ${id}.${number}`);
}
