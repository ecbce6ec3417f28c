import type { Node } from "@flowright/definition";
import { afterAll, beforeAll, expect, it } from "vitest";
import { refuseLargeValue } from "../../src/problem/large-value.ts";
import { arrival, check, line, ship } from "../turns/flows.ts";
import { accepted, ann, boss, machine, openWorld, refused, type World } from "../turns/open-world.ts";

const KIB = 1024;
/** 1,000 texts of 300 characters. */
const GROWN = `for i in 1..1000 return "${"x".repeat(300)}"`;
/** 600 characters. */
const LONG_KEY = `string join(for i in 1..60 return "${"k".repeat(10)}")`;
let world: World;
beforeAll(async () => {
  world = await openWorld();
  for (const flow of [
    line("large", [check, arrival]),
    line("grows", [{ id: "grow", kind: "scriptTask", assignments: [{ target: "a", value: GROWN }] }]),
    line("asks", [
      { ...(ship as Extract<Node, { kind: "serviceTask" }>), input: [{ target: "list", value: GROWN }] },
    ]),
    line("waits-long", [
      {
        ...(arrival as Extract<Node, { kind: "receiveTask" }>),
        id: "long",
        message: { name: "parcel.arrived", key: LONG_KEY },
      },
    ]),
  ] as ReturnType<typeof line>[])
    accepted(await world.runtime.definitions.publish(boss, { definition: free(flow) }));
});
afterAll(() => world.close());

/** The flow with fields of any size. */
function free(flow: ReturnType<typeof line>): ReturnType<typeof line> {
  const names = ["note", "a", "b", "c", "d", "e"];
  const properties = Object.fromEntries(
    names.map((name) => [name, { type: "array", title: name, items: { type: "string" } } as const]),
  );
  return {
    ...flow,
    variables: { type: "object", properties: { ...flow.variables?.properties, ...properties } },
  };
}

/** What is said of a value; undefined where it is taken. */
function refusalOf(...[data, path]: Parameters<typeof refuseLargeValue>) {
  const result = refuseLargeValue(data, path);
  return result === null || result.ok ? undefined : result.refusal;
}

it("measures a value in bytes of UTF-8, exactly", () => {
  const fits = "x".repeat(256 * KIB - 2);
  expect(refuseLargeValue({ a: fits }, "/data")).toBeNull();
  expect(refusalOf({ a: `${fits}x` }, "/data")).toMatchObject({
    status: 413,
    problem: { code: "data.value-too-large", path: "/data/a", params: { name: "a", size: 257, limit: 256 } },
  });
  const han = "退".repeat(Math.floor((256 * KIB - 2) / 3));
  expect(refuseLargeValue({ a: han }, "/data")).toBeNull();
  expect(refusalOf({ "x/y": `${han}退` }, "/data")?.problem.path).toBe("/data/x~1y");
  expect(refusalOf({ a: { deep: [null, 1, { list: new Array(60_000).fill(12345) }] } }, "")?.status).toBe(
    413,
  );
  expect(refuseLargeValue({ a: new Array(10_000).fill(1) }, "")).toBeNull();
  expect(refuseLargeValue(undefined, "")).toBeNull();
});

it("refuses large values where they come in, with the place and what to do; nothing is kept of them", async () => {
  const { instances, tasks, messages } = world.runtime;
  const large = ["x", "y", "z"].map((one) => one.repeat(99_000));
  const start = (variables: { [name: string]: string | string[] }) =>
    instances.start(machine, { definitionId: "large", variables });
  const refusal = await start({ note: large });
  expect(refusal.ok ? null : refusal.refusal).toMatchObject({
    status: 413,
    problem: {
      path: "/variables/note",
      message: { en: "“note” is 291 KiB; one value may have 256 KiB." },
      fix: { en: expect.stringContaining("Upload it as a file") },
    },
  });
  const { id } = accepted(await start({ orderNo: "L-1" }));
  const task = (await tasks.list(ann, { box: "available", instanceId: id })).items[0]?.id ?? "";
  expect(refused(await tasks.complete(ann, task, { data: { note: large } }))).toBe(
    "413 data.value-too-large",
  );
  expect(refused(await instances.setVariables(boss, id, { variables: { note: large } }))).toBe(
    "413 data.value-too-large",
  );
  const message = { name: "parcel.arrived", key: "L-1", data: { note: large } };
  expect(refused(await messages.send(machine, message))).toBe("413 data.value-too-large");
  expect((await world.admin.query("select from message")).rowCount).toBe(0);
  expect(accepted(await instances.read(boss, id)).variables).toEqual({ orderNo: "L-1" });
});

it("refuses what would make all values of a case larger than 1 MiB", async () => {
  const part = ["x", "y"].map((one) => one.repeat(99_900));
  const variables = { a: part, b: part, c: part, d: part, e: part };
  const { id } = accepted(await world.runtime.instances.start(machine, { definitionId: "large", variables }));
  expect(refused(await world.runtime.instances.setVariables(boss, id, { variables: { note: part } }))).toBe(
    "413 limit.variables",
  );
});

it("stops a case with an incident where its own flow makes too large a value; others of the transaction go on", async () => {
  const { instances, incidents } = world.runtime;
  const flows = ["grows", "asks", "waits-long", "large"];
  const started = await Promise.all(
    flows.map((definitionId) => instances.start(machine, { definitionId, variables: { orderNo: "G" } })),
  );
  const ids = started.map((one) => accepted(one).id);
  const found = await Promise.all(
    ids.map(async (instanceId) => (await incidents.list(boss, { open: true, instanceId })).items),
  );
  expect(found.map((items) => items.map(({ code, node }) => `${node}: ${code}`))).toEqual([
    ["grow: limit.value"],
    ["ship: limit.value"],
    ["long: message.key-too-long"],
    [],
  ]);
  expect(found[0]?.[0]?.message).toMatchObject({
    en: "“a” would be 296 KiB; one value may have 256 KiB. Let the mapping keep only what the flow decides by, and put the rest into a file.",
  });
});
