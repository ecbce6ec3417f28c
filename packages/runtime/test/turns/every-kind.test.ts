import type { Node, WorkflowDefinition } from "@flowright/definition";
import { afterAll, beforeAll, expect, it } from "vitest";
import { check, line, pack, ship } from "./flows.ts";
import {
  accepted,
  ann,
  boss,
  eve,
  machine,
  openWorld,
  refused,
  storedFaults,
  until,
  type World,
} from "./open-world.ts";

let world: World;
let shift = 0;

beforeAll(async () => {
  world = await openWorld({ clockShift: () => shift });
});
afterAll(async () => {
  expect(await storedFaults(world.admin)).toEqual([]);
  await world.close();
});

async function publish(definition: WorkflowDefinition): Promise<void> {
  accepted(await world.runtime.definitions.publish(boss, { definition }));
}

async function start(definitionId: string, variables = {}): Promise<string> {
  return accepted(await world.runtime.instances.start(machine, { definitionId, variables })).id;
}

const read = async (id: string) => accepted(await world.runtime.instances.read(boss, id));

async function ended(id: string): Promise<string> {
  return await until("the end", async () => {
    const { status } = await read(id);
    return status === "active" ? null : status;
  });
}

async function tasksOf(id: string): Promise<{ id: string; node: string; status: string }[]> {
  return (await read(id)).tasks.map(({ id: task, node, status }) => ({ id: task, node, status }));
}

async function openTask(id: string, node: string): Promise<string> {
  return await until(`the task ${node}`, async () => {
    const found = (await tasksOf(id)).find((task) => task.node === node && task.status === "open");
    return found?.id;
  });
}

async function complete(id: string, node: string, data = {}): Promise<void> {
  accepted(await world.runtime.tasks.complete(ann, await openTask(id, node), { data }));
}

it("a signal reaches everything that waits for it, and starts what begins with it, once per id", async () => {
  const stop: Node = {
    id: "hears",
    kind: "catch",
    event: {
      type: "signal",
      signal: { name: "sale.over", output: [{ target: "note", value: "signal.why" }] },
    },
  };
  await publish(line("hears-a-signal", [stop]));
  await publish(
    line("begun-by-signal", [check], {
      start: { trigger: { type: "signal", signal: { name: "sale.over" } } },
    }),
  );
  const waiting = await Promise.all([start("hears-a-signal"), start("hears-a-signal")]);
  const sent = accepted(
    await world.runtime.messages.signal(boss, { name: "sale.over", id: "s1", data: { why: "done" } }),
  );
  expect(sent.instances).toHaveLength(3);
  for (const id of waiting) {
    expect(await ended(id)).toBe("completed");
    expect((await read(id)).variables).toMatchObject({ note: "done" });
  }
  accepted(await world.runtime.messages.signal(boss, { name: "sale.over", id: "s1" }));
  const { rows } = await world.admin.query(
    "select count(*)::int as n from instance where definition_id = 'begun-by-signal'",
  );
  expect(rows[0].n).toBe(1);
  // Nobody waits: it is not kept for later ones.
  accepted(await world.runtime.messages.signal(boss, { name: "sale.over", id: "s2" }));
  const late = await start("hears-a-signal");
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect((await read(late)).status).toBe("active");
  accepted(await world.runtime.instances.cancel(boss, late, "test"));
});

it("one case sends another a message, with its key and payload", async () => {
  const tell: Node = {
    id: "tell",
    kind: "sendTask",
    message: { name: "parcel.sent", key: "orderNo", data: [{ target: "note", value: '"by " + orderNo' }] },
  };
  const hear: Node = {
    id: "hear",
    kind: "receiveTask",
    message: { name: "parcel.sent", key: "orderNo", output: [{ target: "note", value: "message.note" }] },
  };
  await publish(line("sends", [tell]));
  await publish(line("receives", [hear]));
  const receiver = await start("receives", { orderNo: "M-1" });
  const other = await start("receives", { orderNo: "M-2" });
  expect(await ended(await start("sends", { orderNo: "M-1" }))).toBe("completed");
  expect(await ended(receiver)).toBe("completed");
  expect((await read(receiver)).variables).toMatchObject({ note: "by M-1" });
  expect((await read(other)).status).toBe("active");
  accepted(await world.runtime.instances.cancel(boss, other, "test"));
});

const call = (more: Partial<Extract<Node, { kind: "callActivity" }>> = {}): Node => ({
  id: "call",
  kind: "callActivity",
  process: "called",
  input: [{ target: "orderNo", value: "orderNo" }],
  output: [{ target: "note", value: "result.note" }],
  ...more,
});

it("a step calls another flow as a case of its own and goes on with what came of it", async () => {
  await publish(
    line("called", [
      check,
      { id: "say", kind: "scriptTask", assignments: [{ target: "note", value: '"done for " + orderNo' }] },
    ]),
  );
  await publish(line("calls", [call()]));
  const caller = await start("calls", { orderNo: "C-1" });
  const called = await until("the called case", async () => (await read(caller)).calls[0]?.instanceId);
  expect((await read(called)).calledBy?.instanceId).toBe(caller);
  await complete(called, "check");
  expect(await ended(called)).toBe("completed");
  expect(await ended(caller)).toBe("completed");
  expect((await read(caller)).variables).toMatchObject({ note: "done for C-1" });
});

it("called cases are told in the order of the calls, whichever started first", async () => {
  const both: Node = call({
    loop: {
      type: "multiInstance",
      collection: 'for n in 1..2 return orderNo + "-" + string(n)',
      item: "one",
    },
    input: [{ target: "orderNo", value: "one" }],
    output: [],
  });
  await publish(line("calls-twice", [both]));
  const caller = await start("calls-twice", { orderNo: "C" });
  const orders = async () => {
    const { calls } = await read(caller);
    const called = await Promise.all(calls.map(({ instanceId }) => read(instanceId)));
    return called.map(({ variables }) => variables.orderNo);
  };
  await until("both cases", async () => ((await orders()).length === 2 ? true : null));
  expect(await orders()).toEqual(["C-1", "C-2"]);
  // As if the second call had been carried first: ids tell when a case began.
  const swap = async () =>
    await world.admin.query(
      `update instance i set parent_call = o.parent_call from instance o
        where i.parent_id = $1 and o.parent_id = $1 and o.id <> i.id`,
      [caller],
    );
  expect((await swap()).rowCount).toBe(2);
  expect(await orders()).toEqual(["C-2", "C-1"]);
  await swap();
  accepted(await world.runtime.instances.cancel(boss, caller, "test"));
});

it("cancelling the step cancels the case that it called", async () => {
  const caller = await start("calls", { orderNo: "C-2" });
  const called = await until("the called case", async () => (await read(caller)).calls[0]?.instanceId);
  accepted(await world.runtime.instances.cancel(boss, caller, "not wanted"));
  expect(await ended(called)).toBe("cancelled");
});

it("an error that ends a called case is thrown at the step; a flow that is not there is an incident", async () => {
  const fails = line("called-and-fails", []);
  await publish({
    ...fails,
    nodes: fails.nodes.map((node) =>
      node.kind === "end" ? { ...node, result: { type: "error" as const, code: "SOLD_OUT" } } : node,
    ),
  });
  const caught: Node = {
    id: "caught",
    kind: "boundary",
    attachedTo: "call",
    event: { type: "error", code: "SOLD_OUT" },
  };
  const definition = line("catches-a-called-error", [call({ process: "called-and-fails" }), caught, check]);
  await publish({
    ...definition,
    edges: [...definition.edges, { id: "given_up", source: "caught", target: "done" }],
  });
  const id = await start("catches-a-called-error", { orderNo: "C-3" });
  expect(await ended(id)).toBe("completed");
  expect((await tasksOf(id)).map(({ node }) => node)).toEqual([]);

  await publish(line("calls-nothing", [call({ process: "not-there" })]));
  const stuck = await start("calls-nothing", { orderNo: "C-4" });
  const incident = await until("the incident", async () => (await read(stuck)).incidents[0]);
  expect(incident.node).toBe("call");
  accepted(await world.runtime.instances.cancel(boss, stuck, "test"));
});

it("starts by the clock once per due time, whichever process looks", async () => {
  const other = await world.open();
  await publish(line("every-hour", [check], { start: { trigger: { type: "timer", cycle: "R/PT1H" } } }));
  const count = async () =>
    (await world.admin.query("select count(*)::int as n from instance where definition_id = 'every-hour'"))
      .rows[0].n as number;
  expect(await count()).toBe(0);
  shift += 3_600_000;
  await until("the first", async () => (await count()) === 1);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await count()).toBe(1);
  // Three were missed: one start makes up for them.
  shift += 3 * 3_600_000;
  await until("the second", async () => (await count()) === 2);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await count()).toBe(2);
  // A new version without the timer starts no more.
  await publish(line("every-hour", [check]));
  shift += 2 * 3_600_000;
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await count()).toBe(2);
  await other.close();
});

it.each([
  ["each", 4],
  ["none", 2],
] as const)("starts %s of the times that were missed, where the flow says so", async (missed, then) => {
  const id = `missed-${missed}`;
  await publish(line(id, [check], { start: { trigger: { type: "timer", cycle: "R/PT1H", missed } } }));
  const count = async () =>
    (await world.admin.query("select count(*)::int as n from instance where definition_id = $1", [id]))
      .rows[0].n as number;
  shift += 3_600_000;
  await until("the first", async () => (await count()) === 1);
  // Two are missed; the third is not late yet.
  shift += 3 * 3_600_000;
  await until("all that are wanted", async () => (await count()) === then);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await count()).toBe(then);
  await publish(line(id, [check]));
});

it("steps of a plan are announced with what they wait for, and open by themselves", async () => {
  const task = (id: string, name: string): Node => ({
    id,
    kind: "userTask",
    name: { en: name, "zh-CN": name },
    who: { type: "role", role: "packer" },
  });
  const plan: Node = {
    id: "listing",
    kind: "plan",
    nodes: [task("photo", "Photography"), task("copy", "Copy"), task("page", "Detail page")],
    edges: [
      { id: "d1", source: "photo", target: "page" },
      { id: "d2", source: "copy", target: "page" },
    ],
  };
  await publish(line("listing", [plan]));
  const id = await start("listing");
  const page = (await tasksOf(id)).find(({ node }) => node === "page");
  expect(page?.status).toBe("waiting");
  const refusal = await world.runtime.tasks.complete(ann, page?.id ?? "", {});
  expect(refused(refusal)).toBe("409 task.waits");
  expect(refusal.ok ? "" : refusal.refusal.problem.message.en).toBe(
    "This step waits for Copy (packer), Photography (packer).",
  );
  const upcoming = await world.runtime.tasks.list(ann, { box: "upcoming" });
  expect(upcoming.items.map(({ node, waitsFor }) => [node, waitsFor.map((one) => one.node)])).toEqual([
    ["page", ["copy", "photo"]],
  ]);
  await complete(id, "photo");
  const [left] = (await world.runtime.tasks.list(ann, { box: "upcoming" })).items;
  expect(left?.waitsFor.map((one) => one.node)).toEqual(["copy"]);
  await complete(id, "copy");
  expect(await openTask(id, "page")).toBe(page?.id);
  await complete(id, "page");
  expect(await ended(id)).toBe("completed");
});

it("a decision table of the workspace is asked in its newest version, or in the one that is named", async () => {
  const table = (small: string) => ({
    name: "Route",
    hitPolicy: "first",
    inputs: [{ id: "weight", expression: "weight", type: "number" }],
    outputs: [{ name: "route", type: "string" }],
    rules: [
      { id: "small", when: ["< 5"], then: [`"${small}"`] },
      { id: "large", when: ["-"], then: ['"truck"'] },
    ],
  });
  const first = accepted(await world.runtime.decisions.publish(boss, { id: "route", table: table("post") }));
  expect(first.version).toBe(1);
  expect(
    accepted(await world.runtime.decisions.publish(boss, { id: "route", table: table("post") })).version,
  ).toBe(1);
  const decide = (version?: number): Node => ({
    id: "decide",
    kind: "businessRuleTask",
    decision: { id: "route", ...(version === undefined ? {} : { version }) },
    output: [{ target: "note", value: "result" }],
  });
  await publish(line("decides", [decide()]));
  await publish(line("decides-by-the-first", [decide(1)]));
  const note = async (flow: string) => {
    const id = await start(flow, { weight: 2 });
    expect(await ended(id)).toBe("completed");
    return (await read(id)).variables.note;
  };
  expect(await note("decides")).toBe("post");
  accepted(await world.runtime.decisions.publish(boss, { id: "route", table: table("bike") }));
  expect(await note("decides")).toBe("bike");
  expect(await note("decides-by-the-first")).toBe("post");
  expect(refused(await world.runtime.decisions.publish(boss, { id: "route", table: { rules: 1 } }))).toBe(
    "422 decision.has-errors",
  );
});

it("a step is done once per item of a list, also where there are more than begin in one turn", async () => {
  const many: Node = {
    ...(ship as Extract<Node, { kind: "serviceTask" }>),
    jobType: "ship-many",
    input: [{ target: "item", value: "item" }],
    output: [],
    loop: { type: "multiInstance", collection: "weight", output: { target: "note", value: "string(index)" } },
  };
  const definition = line("ships-many", [many]);
  await publish({
    ...definition,
    variables: {
      type: "object",
      properties: {
        ...definition.variables?.properties,
        note: { type: "array", items: { type: "string" } },
      },
    },
  });
  const worker = world.runtime.jobs.work("ship-many", async () => ({ ok: true, result: {} }), {
    concurrency: 20,
  });
  const id = await start("ships-many", { weight: 230 });
  expect(await ended(id)).toBe("completed");
  expect((await read(id)).variables.note).toEqual(Array.from({ length: 230 }, (_, index) => `${index + 1}`));
  await worker.stop();
});

it("a case is repaired by hand: what stands is cancelled, a step begins", async () => {
  await publish(line("repaired", [check, pack]));
  const id = await start("repaired");
  const [token] = (await read(id)).tokens;
  accepted(
    await world.runtime.instances.modify(boss, id, {
      cancel: [token?.token ?? 0],
      start: [{ node: "pack" }],
      reason: "checked on the phone",
    }),
  );
  expect((await tasksOf(id)).filter(({ status }) => status === "open").map(({ node }) => node)).toEqual([
    "pack",
  ]);
  expect(
    refused(await world.runtime.instances.modify(ann, id, { start: [{ node: "pack" }], reason: "x" })),
  ).toBe("403 permission.missing");
  await complete(id, "pack", { weight: 1 });
  expect(await ended(id)).toBe("completed");
});

it("a case goes on by another version, with the very same task; what cannot be mapped is named", async () => {
  await publish(line("migrated", [check]));
  const id = await start("migrated");
  const task = await openTask(id, "check");
  await publish(line("migrated", [check, pack]));
  await publish(line("migrated", [pack]));
  const refusedCheck = accepted(await world.runtime.instances.checkMigration(boss, id, { version: 3 }));
  expect(refusedCheck.ok).toBe(false);
  expect(refusedCheck.problems.map(({ node }) => node)).toEqual(["check"]);
  expect(refused(await world.runtime.instances.migrate(boss, id, { version: 3 }))).toMatch(/^409/);
  expect(accepted(await world.runtime.instances.checkMigration(boss, id, { version: 2 }))).toMatchObject({
    ok: true,
  });
  accepted(await world.runtime.instances.migrate(boss, id, { version: 2 }));
  expect((await read(id)).version).toBe(2);
  expect(await openTask(id, "check")).toBe(task);
  await complete(id, "check");
  await publish(line("migrated", [{ ...pack, id: "pack_it", name: "Pack it well" } as Node]));
  accepted(
    await world.runtime.instances.migrate(boss, id, { version: 4, nodes: { pack: "pack_it" }, edges: {} }),
  );
  const [moved] = (await world.runtime.tasks.list(ann, { box: "mine", instanceId: id })).items;
  expect(moved).toMatchObject({ node: "pack_it", name: "Pack it well" });
  await complete(id, "pack_it", { weight: 1 });
  expect(await ended(id)).toBe("completed");
});

it("people begin the steps of an ad-hoc part in their own order, and end it", async () => {
  const adHoc: Node = {
    id: "care",
    kind: "adHoc",
    nodes: [check, { ...pack, id: "pack_again" } as Node],
    edges: [],
  };
  await publish(line("cares", [adHoc]));
  const id = await start("cares");
  const { offers } = await read(id);
  expect(offers.map(({ node }) => node)).toEqual(["check", "pack_again"]);
  const scope = offers[0]?.scope ?? 0;
  accepted(await world.runtime.instances.beginStep(boss, id, { scope, node: "check" }));
  await complete(id, "check");
  accepted(await world.runtime.instances.beginStep(boss, id, { scope, node: "check" }));
  await complete(id, "check");
  accepted(await world.runtime.instances.finishSteps(boss, id, { scope }));
  expect(await ended(id)).toBe("completed");
});

it("an approval is sent back to an earlier step and comes straight back to it", async () => {
  const approve: Node = {
    id: "approve",
    kind: "approval",
    name: "Approve",
    who: { type: "role", role: "lead" },
    rule: { type: "all" },
  };
  await publish(line("goes-back", [check, pack, approve]));
  const id = await start("goes-back");
  await complete(id, "check");
  await complete(id, "pack", { weight: 1 });
  const mine = async () =>
    (await world.runtime.tasks.list(eve, { box: "mine", instanceId: id })).items.find(
      ({ node }) => node === "approve",
    )?.id ?? "";
  const detail = accepted(await world.runtime.tasks.read(eve, await mine()));
  expect(detail.returnTargets.map(({ node }) => node)).toEqual(["pack", "check"]);
  expect(detail.verbs).toContain("return");
  accepted(
    await world.runtime.tasks.return(eve, await mine(), { reason: "Check again", to: "check", way: "jump" }),
  );
  await complete(id, "check");
  expect(await mine()).not.toBe("");
  accepted(await world.runtime.instances.cancel(boss, id, "test"));
});
