import type { Node } from "@flowright/definition";
import { afterAll, beforeAll, expect, it } from "vitest";
import { check, line } from "../turns/flows.ts";
import { accepted, boss, openWorld, person, refused, type World } from "../turns/open-world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const table = (limit: number) => ({
  name: "Route",
  hitPolicy: "first",
  inputs: [{ id: "weight", expression: "weight", type: "number" }],
  outputs: [{ name: "route", type: "string" }],
  rules: [
    { id: "small", when: [`< ${limit}`], then: ['"post"'] },
    { id: "large", when: ["-"], then: ['"truck"'] },
  ],
});
const asks = (id: string, version?: number): Node => ({
  id,
  kind: "businessRuleTask",
  name: { en: "Choose the way", "zh-CN": "选择方式" },
  decision: { id: "route", ...(version === undefined ? {} : { version }) },
  output: [{ target: "note", value: "result" }],
});

it("a table tells its versions, and which steps ask it in flows that are used", async () => {
  const { decisions, definitions, instances } = world.runtime;
  for (const [limit, note] of [
    [5, "first"],
    [9, "heavier"],
  ] as const)
    accepted(await decisions.publish(boss, { id: "route", table: table(limit), note }));
  const told = accepted(await decisions.versions(boss, "route"));
  expect(told.map(({ version, note, publishedBy }) => ({ version, note, publishedBy }))).toEqual([
    { version: 2, note: "heavier", publishedBy: "boss" },
    { version: 1, note: "first", publishedBy: "boss" },
  ]);

  const part: Node = {
    id: "part",
    kind: "subProcess",
    nodes: [{ id: "in", kind: "start" }, asks("inner", 1), { id: "out", kind: "end" }],
    edges: [
      { id: "p1", source: "in", target: "inner" },
      { id: "p2", source: "inner", target: "out" },
    ],
  };
  accepted(await definitions.publish(boss, { definition: line("old", [check, asks("decide")]) }));
  const uses = async () =>
    accepted(await decisions.uses(boss, "route")).map(
      ({ definitionId, version, node, asks: asked }) => `${definitionId} ${version} ${node} ${asked}`,
    );
  expect(await uses()).toEqual(["old 1 decide null"]);
  const { id } = accepted(await instances.start(boss, { definitionId: "old" }));
  accepted(await definitions.publish(boss, { definition: line("old", [check]) }));
  accepted(await definitions.publish(boss, { definition: line("new", [part]) }));
  expect(await uses()).toEqual(["new 1 inner 1", "old 1 decide null"]);
  accepted(await instances.cancel(boss, id, "no longer"));
  expect(await uses()).toEqual(["new 1 inner 1"]);
});

it("a table that is not there, or is another workspace's, is unknown", async () => {
  const { decisions } = world.runtime;
  const stranger = person("boss", [], ["definition.read"], "west");
  expect(refused(await decisions.versions(boss, "nothing"))).toBe("404 decision.unknown");
  expect(refused(await decisions.versions(stranger, "route"))).toBe("404 decision.unknown");
  expect(refused(await decisions.uses(stranger, "route"))).toBe("404 decision.unknown");
});
