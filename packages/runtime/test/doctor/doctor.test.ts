import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { examineDatabase } from "../../src/doctor/examine-database.ts";
import { arrival, check, line, ship, wait } from "../turns/flows.ts";
import {
  accepted,
  ann,
  boss,
  machine,
  openWorld,
  storedFaults,
  until,
  type World,
} from "../turns/open-world.ts";

let world: World;
/** Case ids by the name of their flow. */
const cases: { [flow: string]: string } = {};

beforeAll(async () => {
  world = await openWorld();
  const { definitions, instances, tasks } = world.runtime;
  const called = line("called", [check]);
  const calling = line("calls", [{ id: "call", kind: "callActivity", process: "called" }]);
  for (const flow of [
    line("works", [check, wait("PT9H")]),
    line("waits", [wait("PT9H")]),
    line("briefly", [wait("PT0.05S")]),
    line("ships", [ship]),
    line("arrives", [arrival]),
    called,
    calling,
    line("incident", [
      { ...ship, jobType: "fails", retry: { attempts: 1, backoff: ["PT1S"] } } as typeof ship,
    ]),
  ]) {
    accepted(await definitions.publish(boss, { definition: flow }));
    if (flow.id === "called") continue;
    const body = { definitionId: flow.id, variables: { orderNo: "R-1" } };
    cases[flow.id] = accepted(await instances.start(machine, body, { idempotencyKey: flow.id })).id;
  }
  const worker = world.runtime.jobs.work("fails", async () => ({ ok: false, message: "no", retry: false }));
  await until("the incident", async () => (await rows("select from incident")) === 1);
  await until(
    "the called case",
    async () => (await rows("select from instance where parent_id is not null")) === 1,
  );
  await until(
    "the short wait",
    async () => (await rows("select from instance where status = 'completed'")) === 1,
  );
  await worker.stop();
  // A case with a past: a task done by a person, and one that has ended.
  const past = accepted(
    await instances.start(machine, { definitionId: "works", variables: { orderNo: "R-2" } }),
  );
  const { items } = await tasks.list(ann, { box: "available", instanceId: past.id });
  accepted(await tasks.complete(ann, items[0]?.id ?? "", { data: {} }));
  cases.past = past.id;
  const ended = accepted(
    await instances.start(machine, { definitionId: "works", variables: { orderNo: "R-3" } }),
  );
  accepted(await instances.cancel(boss, ended.id, "not wanted"));
  cases.ended = ended.id;
});
afterAll(() => world.close());

async function rows(query: string): Promise<number> {
  return (await world.admin.query(query)).rowCount ?? 0;
}

/** Codes that are found, each with the number of places. */
async function examine(repair = false): Promise<{ [code: string]: number }> {
  const report = await examineDatabase({ connectionString: world.connectionString, repair });
  return Object.fromEntries(
    report.findings.filter(({ count }) => count > 0).map(({ code, count }) => [code, count]),
  );
}

it("finds nothing where nothing is wrong", async () => {
  expect(await examine()).toEqual({});
});

/** What is done to the database; `$flow` stands for the id of that flow's case. */
const DAMAGE: readonly { readonly code: string; readonly damage: string; readonly undo?: string }[] = [
  { code: "I4.timer-missing", damage: "delete from timer where instance_id = $waits" },
  {
    code: "I4.timer-unawaited",
    damage: `insert into timer select tenant_id, $ships, 900, node, due, opened_at, false from timer limit 1`,
  },
  { code: "I4.pause-differs", damage: "update timer set paused = true where instance_id = $waits" },
  { code: "I5.task-missing", damage: "delete from task where instance_id = $works" },
  {
    code: "I5.task-missing",
    damage:
      "update task set status = 'completed', closed_at = now(), closed_by = 'ann' where instance_id = $works",
  },
  {
    code: "I7.task-unawaited",
    damage: "update task set status = 'open', closed_at = null where instance_id = $past",
  },
  {
    code: "I5.job-missing",
    damage:
      "create table job_away as select * from job where instance_id = $ships; delete from job where instance_id = $ships",
    undo: "insert into job select * from job_away; drop table job_away",
  },
  {
    code: "I5.job-unawaited",
    damage: `insert into job (tenant_id, instance_id, number, definition_id, node, type, input, attempts, backoff,
      timeout_ms, opened_at, next_at) select tenant_id, $waits, 901, definition_id, node, 'none', input, attempts, backoff,
      timeout_ms, opened_at, next_at from job where instance_id = $ships`,
  },
  { code: "I6.lease-broken", damage: "update job set lease = gen_random_uuid() where instance_id = $ships" },
  { code: "I5.subscription-missing", damage: "delete from subscription where instance_id = $arrives" },
  {
    code: "I5.subscription-unawaited",
    damage:
      "insert into subscription select tenant_id, $waits, 902, definition_id, node, name, key, opened_at, false, type from subscription",
  },
  { code: "I5.incident-missing", damage: "delete from incident where instance_id = $incident" },
  {
    code: "I5.incident-unawaited",
    damage: `insert into incident select tenant_id, $waits, 903, definition_id, version, node, code, params, message,
      detail, job, attempts, raised_at from incident`,
  },
  { code: "I3.incidents-differ", damage: "update instance set open_incidents = 7 where id = $waits" },
  {
    code: "I3.row-differs",
    damage: "update instance set status = 'completed', ended_at = now() where id = $waits",
  },
  { code: "I3.row-differs", damage: "update instance set ended_at = null where id = $ended" },
  {
    code: "I3.state-differs",
    damage: `update instance set state = jsonb_set(state::jsonb, '{scopes,0,vars,orderNo}', '"other"')::json
      where id = $works`,
  },
  { code: "I3.state-differs", damage: `update instance set state = '{"v":2}' where id = $works` },
  { code: "I8.token-lost", damage: `update instance set state = '{"v":2,"tokens":{}}' where id = $works` },
  {
    code: "I4.timer-early",
    damage: "update instance_event set at = at - interval '1 h' where instance_id = $briefly and seq = 2",
    undo: "update instance_event set at = at + interval '1 h' where instance_id = $briefly and seq = 2",
  },
  {
    code: "I9.tenant-differs",
    damage:
      "update task set tenant_id = 'west' where instance_id = $works; update instance_event set tenant_id = 'west' where instance_id = $works",
  },
  {
    code: "I9.table-open",
    damage: "alter table task no force row level security; drop policy tenant on comment",
  },
  {
    code: "R.case-missing",
    damage: `insert into timer select tenant_id, '00000000-0000-7000-8000-000000000001', 1, node, due, opened_at, false
      from timer limit 1`,
  },
  { code: "R.latest-differs", damage: "update definition set latest_version = 9 where id = 'waits'" },
  {
    code: "R.history-alone",
    damage: `insert into instance_event select tenant_id, '00000000-0000-7000-8000-000000000002', seq, at, actor, command,
      events from instance_event where instance_id = $waits`,
    undo: "delete from instance_event where instance_id = '00000000-0000-7000-8000-000000000002'",
  },
  {
    code: "R.version-missing",
    damage:
      "update definition_version set version = 77 where definition_id = 'waits'; update definition set latest_version = 77 where id = 'waits'",
    undo: "update definition_version set version = 1 where definition_id = 'waits'; update definition set latest_version = 1 where id = 'waits'",
  },
  {
    code: "I1.started-twice",
    damage: `update instance set parent_id = $calls, parent_call = (select parent_call from instance
      where parent_id = $calls) where id = $waits`,
    undo: "update instance set parent_id = null, parent_call = null where id = $waits",
  },
  {
    code: "I1.start-lost",
    damage: `update idempotency set response = jsonb_set(response::jsonb, '{id}',
      '"00000000-0000-7000-8000-000000000003"')::json where key = 'waits'`,
    undo: "update idempotency set response = jsonb_set(response::jsonb, '{id}', to_jsonb($waits::text))::json where key = 'waits'",
  },
  {
    code: "I3.turn-missing",
    damage: "update instance set seq = seq + 1 where id = $waits",
    undo: "update instance set seq = seq - 1 where id = $waits",
  },
  {
    code: "I6.turn-twice",
    damage: `insert into instance_event select tenant_id, instance_id, seq, at + interval '1 s', actor, command, '[]'
      from instance_event where instance_id = $waits`,
    undo: "delete from instance_event where instance_id = $waits and events::text = '[]'",
  },
  {
    code: "I2.done-twice",
    damage: `insert into instance_event select tenant_id, instance_id, seq, at, 'test', command, events from instance_event
      where false; update instance_event e set events = (e.events::jsonb || (select jsonb_build_array(x) from
      jsonb_array_elements(e.events::jsonb) x where 'task.completed' in (x ->> 'kind', x ->> 0)))::json where instance_id = $past and seq = 2`,
    undo: "update instance_event e set events = (e.events::jsonb - -1)::json where instance_id = $past and seq = 2",
  },
  {
    code: "I8.step-unknown",
    damage:
      'update definition_version set definition = replace(definition::text, \'"id":"wait"\', \'"id":"gone"\')::json where definition_id = \'waits\'',
    undo: 'update definition_version set definition = replace(definition::text, \'"id":"gone"\', \'"id":"wait"\')::json where definition_id = \'waits\'',
  },
];

function filled(statement: string): string {
  return statement.replaceAll(/\$([a-z]+)/g, (_, name: string) => `'${cases[name]}'`);
}

describe.each(DAMAGE.map((one, index) => ({ ...one, index })))("$code ($index)", ({ code, damage, undo }) => {
  it(undo === undefined ? "is found and repaired" : "is found, and left to people", async () => {
    const { admin } = world;
    const audited = () => rows("select from audit where actor = 'doctor'");
    await admin.query(filled(damage));
    expect(Object.keys(await examine())).toContain(code);
    const before = await audited();
    const after = await examine(true);
    if (undo === undefined) {
      expect(after).toEqual({});
      expect(await audited()).toBeGreaterThan(before);
    } else {
      expect(Object.keys(after)).toContain(code);
      await admin.query(filled(undo));
      expect(await examine()).toEqual({});
    }
    expect(await storedFaults(admin)).toEqual([]);
  });
});

it("tells the caller again of a called case that ended unheard", async () => {
  const { admin, runtime } = world;
  await runtime.close();
  const called = (await admin.query("select id from instance where parent_id is not null")).rows[0].id;
  const other = await world.open({ background: false });
  const { items } = await other.tasks.list(ann, { box: "available", instanceId: called });
  accepted(await other.tasks.complete(ann, items[0]?.id ?? "", { data: {} }));
  await admin.query("delete from delivery where kind = 'call.end' and settled_at is null");
  expect(await examine()).toEqual({ "I5.call-missing": 1, "I5.nothing-awaited": 1 });
  expect(await examine(true)).toEqual({});
  await other.close();
  const again = await world.open();
  await until(
    "the calling case",
    async () =>
      (await rows(`select from instance where id = '${cases.calls}' and status = 'completed'`)) === 1,
  );
  expect(await examine()).toEqual({});
  await again.close();
});
