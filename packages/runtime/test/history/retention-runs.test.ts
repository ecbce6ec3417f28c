import { afterAll, beforeAll, expect, it } from "vitest";
import { check, line } from "../turns/flows.ts";
import {
  accepted,
  boss,
  machine,
  openWorld,
  person,
  refused,
  until,
  type World,
} from "../turns/open-world.ts";

const DAY = 86_400_000;
const admin = person("boss", [], ["system.write"]);
const elsewhere = person("boss", [], ["system.write"], "west");
let world: World;
let shift = 0;
let broken = false;
/** Cases handed to the archive. */
let archived = 0;

beforeAll(async () => {
  world = await openWorld({
    clockShift: () => shift,
    background: true,
    archive: async (records) => {
      if (broken) throw new Error("the disk is full");
      archived += records.length;
    },
  });
  for (const flow of [line("short", []), line("other", []), line("works", [check])])
    accepted(await world.runtime.definitions.publish(boss, { definition: flow }));
  for (const [days, flow] of [
    [60, "short"],
    [40, "short"],
    [40, "other"],
    [40, "works"],
    [5, "short"],
  ] as const) {
    shift = -days * DAY;
    accepted(
      await world.runtime.instances.start(machine, { definitionId: flow, variables: { orderNo: "H" } }),
    );
  }
  shift = 0;
});
afterAll(() => world.close());

async function left(): Promise<number> {
  const { rows } = await world.admin.query("select count(*)::int as count from instance");
  return rows[0].count;
}

function day(instant: string | null): number {
  return Math.round((Date.now() - Date.parse(instant ?? "")) / DAY);
}

it("is for those who run the workspace's systems", async () => {
  const { retention } = world.runtime;
  const rule = { flow: null, days: 30, export: false };
  for (const result of [
    await retention.read(boss),
    await retention.check(boss, rule),
    await retention.save(boss, rule),
    await retention.removeOfFlow(boss, "short"),
    await retention.run(boss),
  ])
    expect(refused(result)).toBe("403 permission.missing");
});

it("tells what a rule would remove before there is one, and changes nothing", async () => {
  const { retention } = world.runtime;
  const due = accepted(await retention.check(admin, { flow: null, days: 30, export: false }));
  expect([due.cases, day(due.oldest), day(due.newest)]).toEqual([3, 60, 40]);
  const own = accepted(await retention.check(admin, { flow: "short", days: 50, export: false }));
  expect([own.cases, day(own.oldest), day(own.newest)]).toEqual([1, 60, 60]);
  expect(accepted(await retention.check(admin, { flow: null, days: null, export: false })).cases).toBe(0);
  expect(refused(await retention.check(admin, { flow: null, days: 6, export: false }))).toBe(
    "422 retention.too-short",
  );
  expect(refused(await retention.check(admin, { flow: "none", days: 30, export: false }))).toBe(
    "404 retention.flow-unknown",
  );
  expect(accepted(await retention.read(admin))).toMatchObject({ rules: [], due: { cases: 0 }, runs: [] });
  expect(refused(await retention.run(admin))).toBe("409 retention.nothing-due");
});

it("counts by the rule of the flow or the workspace, for this workspace alone", async () => {
  const { retention } = world.runtime;
  accepted(await retention.save(admin, { flow: null, days: 30, export: true }));
  accepted(await retention.save(admin, { flow: "other", days: null, export: false }));
  const read = accepted(await retention.read(admin));
  expect(read.archive).toBe(true);
  expect(read.rules.map(({ flow, days, due }) => [flow, days, due.cases])).toEqual([
    [null, 30, 2],
    ["other", null, 0],
  ]);
  expect(read.due.cases).toBe(2);
  expect(accepted(await retention.read(elsewhere))).toMatchObject({ rules: [], due: { cases: 0 } });
});

it("removes on demand, in the background, says how far it is and who asked, and keeps what failed", async () => {
  const { retention } = world.runtime;
  broken = true;
  const asked = accepted(await retention.run(admin));
  expect(asked).toMatchObject({ askedBy: "boss", total: 2, cases: 0, finishedAt: null });
  const ended = (id: string) =>
    until("the end of the run", async () =>
      accepted(await retention.read(admin)).runs.find((run) => run.id === id && run.finishedAt !== null),
    );
  expect(await ended(asked.id)).toMatchObject({ cases: 0, exported: 0, problem: "the disk is full" });
  expect([await left(), archived]).toEqual([5, 0]);
  broken = false;
  const again = accepted(await retention.run(admin));
  expect(await ended(again.id)).toMatchObject({ total: 2, cases: 2, exported: 2, problem: null });
  expect([await left(), archived]).toEqual([3, 2]);
  const { rows } = await world.admin.query(
    "select actor, action, subject from audit where action like 'history.%' order by id",
  );
  expect(rows.map((row) => `${row.actor} ${row.action} ${row.subject}`)).toEqual([
    "boss history.keep east",
    "boss history.keep other",
    "boss history.retire east",
    "boss history.retire east",
  ]);
});

it("gives the run under way instead of a second one, and the next server goes on with what one left", async () => {
  const { retention, history } = world.runtime;
  // As a server that was killed leaves it, and nobody looks for half a minute.
  await world.admin.query(
    "insert into retention_run (tenant_id, asked_at, asked_by, total) values ('east', now(), 'ann', 7)",
  );
  accepted(await retention.removeOfFlow(admin, "other"));
  expect(accepted(await retention.run(admin))).toMatchObject({ askedBy: "ann", total: 7 });
  await history.retire();
  const [run] = await until("the end of the run", async () => {
    const { runs } = accepted(await retention.read(admin));
    return runs[0]?.finishedAt != null && runs;
  });
  expect(run).toMatchObject({ askedBy: "ann", total: 7, cases: 1, exported: 1 });
  expect(refused(await retention.removeOfFlow(admin, "other"))).toBe("404 retention.own-rule-unknown");
});

it("refuses rules with an export where there is no archive", async () => {
  const bare = await world.open({ archive: undefined, background: false });
  const { retention } = bare;
  expect(refused(await retention.save(admin, { flow: "short", days: 30, export: true }))).toBe(
    "409 retention.no-archive",
  );
  accepted(await retention.save(admin, { flow: "short", days: null, export: true }));
  await bare.close();
});
