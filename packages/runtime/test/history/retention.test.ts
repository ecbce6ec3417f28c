import { afterAll, beforeAll, expect, it } from "vitest";
import type { CaseRecord } from "../../src/contract/history.ts";
import { examineDatabase } from "../../src/doctor/examine-database.ts";
import { check, line } from "../turns/flows.ts";
import { accepted, boss, machine, openWorld, refused, until, type World } from "../turns/open-world.ts";

let world: World;
let shift = 0;
const archived: CaseRecord[] = [];
let broken = false;
const DAY = 86_400_000;

beforeAll(async () => {
  world = await openWorld({
    clockShift: () => shift,
    background: true,
    archive: async (records) => {
      if (broken) throw new Error("the disk is full");
      archived.push(...records);
    },
  });
  const { definitions } = world.runtime;
  for (const flow of [
    line("short", []),
    line("kept", []),
    line("works", [check]),
    line("called", [check]),
    line("calls", [
      {
        id: "call",
        kind: "callActivity",
        process: "called",
        loop: { type: "multiInstance", collection: "3" },
      },
    ]),
  ])
    accepted(await definitions.publish(boss, { definition: flow }));
});
afterAll(() => world.close());

async function start(definitionId: string): Promise<string> {
  return accepted(await world.runtime.instances.start(machine, { definitionId, variables: { orderNo: "H" } }))
    .id;
}

async function left(table = "instance", id = "id"): Promise<string[]> {
  const { rows } = await world.admin.query(`select distinct ${id} as id from ${table} order by 1`);
  return rows.map((row) => row.id);
}

/** What the doctor finds. */
async function faults(): Promise<string[]> {
  const { findings } = await examineDatabase({ connectionString: world.connectionString });
  return findings
    .filter(({ count }) => count > 0)
    .map(({ code, examples }) => `${code} ${JSON.stringify(examples)}`);
}

it("keeps everything for ever until a rule says otherwise", async () => {
  const { history } = world.runtime;
  shift = -400 * DAY;
  const id = await start("short");
  shift = 0;
  expect(await history.retire()).toEqual({ cases: 0, months: [] });
  expect(await left()).toEqual([id]);
  expect(await history.rules()).toEqual([]);
});

it("refuses rules that cannot be", async () => {
  const { history } = world.runtime;
  const rule = { workspace: "east", flow: null, days: 30, export: false };
  expect(refused(await history.keep({ ...rule, days: 6 }))).toBe("422 retention.too-short");
  expect(refused(await history.keep({ ...rule, workspace: "north" }))).toBe(
    "404 retention.workspace-unknown",
  );
  expect(refused(await history.keep({ ...rule, flow: "none" }))).toBe("404 retention.flow-unknown");
});

it("removes what is over by the rule of its flow or workspace, exported first, and nothing else", async () => {
  const { history, instances } = world.runtime;
  shift = -40 * DAY;
  const [old, forever, running] = [await start("short"), await start("kept"), await start("works")];
  accepted(await instances.comment(boss, old, "look here"));
  shift = -20 * DAY;
  const young = await start("short");
  shift = 0;
  accepted(await history.keep({ workspace: "east", flow: null, days: 30, export: true }));
  accepted(await history.keep({ workspace: "east", flow: "kept", days: null, export: false }));
  broken = true;
  await expect(history.retire()).rejects.toThrow("the disk is full");
  expect(await left()).toContain(old);
  broken = false;
  const done = await history.retire();
  // Two: this one and the one of more than a year ago.
  expect(done.cases).toBe(2);
  expect(await left()).toEqual([forever, running, young].sort());
  expect(await left("instance_event", "instance_id")).toEqual([forever, running, young].sort());
  expect(await left("comment", "instance_id")).toEqual([]);
  const record = archived.find((one) => one.case.id === old);
  expect(record).toMatchObject({
    schema: "flowright/case/v1",
    workspace: "east",
    case: { flow: "short", status: "completed", variables: { orderNo: "H" } },
    comments: [{ by: "boss", text: "look here" }],
  });
  expect(record?.history.map((turn) => turn.command)).toEqual(["instance.start"]);
  expect(await faults()).toEqual([]);
  const { rows } = await world.admin.query(
    "select subject from audit where action = 'history.keep' order by id",
  );
  expect(rows.map((row) => row.subject)).toEqual(["east", "kept"]);
});

it("lets a case go after those that it called, and leaves no root behind", async () => {
  const { history, instances, tasks } = world.runtime;
  shift = -50 * DAY;
  const root = await start("calls");
  const children = await until("the called cases", async () => {
    const { rows } = await world.admin.query("select id from instance where parent_id = $1", [root]);
    return rows.length > 0 && rows.map((row) => row.id);
  });
  for (const id of children) accepted(await instances.cancel(boss, id, "no more"));
  await until(
    "the failed calls",
    async () => (await world.runtime.incidents.list(boss, { open: true })).items.length > 0,
  );
  shift = 0;
  // The children are over; the root still runs, and keeps them.
  expect((await history.retire()).cases).toBe(0);
  expect(await left()).toEqual(expect.arrayContaining([root, ...children]));
  shift = -45 * DAY;
  accepted(await instances.cancel(boss, root, "no more"));
  shift = 0;
  expect((await history.retire()).cases).toBe(children.length + 1);
  expect(await left()).not.toContain(root);
  expect(tasks).toBeDefined();
});

it("drops a month of the event log of which no case is left, and keeps one of which some is", async () => {
  const { admin, runtime } = world;
  await admin.query(
    "delete from instance; delete from instance_event; delete from task; delete from incident",
  );
  for (const [month, end] of [
    ["2020-01", "2020-02"],
    ["2020-02", "2020-03"],
  ] as const) {
    const name = `instance_event_${month.replace("-", "")}`;
    await admin.query(
      `create table ${name} partition of instance_event for values from ('${month}-01') to ('${end}-01');
       alter table ${name} enable row level security; alter table ${name} force row level security`,
    );
  }
  shift = Date.parse("2020-01-10T08:00:00Z") - Date.now();
  await start("short");
  shift = Date.parse("2020-02-10T08:00:00Z") - Date.now();
  await start("short");
  const forever = await start("kept");
  shift = 0;
  expect(await runtime.history.retire()).toEqual({ cases: 2, months: ["instance_event_202001"] });
  expect(await left()).toEqual([forever]);
  expect(await left("instance_event", "instance_id")).toEqual([forever]);
  expect(await faults()).toEqual([]);
});

it("exports cases with everything that is kept of them, a few at a time", async () => {
  const { runtime } = world;
  for (let index = 0; index < 120; index++) await start("short");
  const running = await start("works");
  const records: CaseRecord[] = [];
  for await (const record of runtime.history.export({ workspace: "east" })) records.push(record);
  expect(records.length).toBe(121);
  expect(new Set(records.map((record) => record.case.id)).size).toBe(121);
  const all: CaseRecord[] = [];
  for await (const record of runtime.history.export({ flow: "works", running: true })) all.push(record);
  expect(all).toMatchObject([{ case: { id: running }, tasks: [{ node: "check", status: "open" }] }]);
});
