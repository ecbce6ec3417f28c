import { afterAll, beforeAll, expect, it } from "vitest";
import { check, line } from "../turns/flows.ts";
import { accepted, boss, openWorld, until, type World } from "../turns/open-world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it("a step that waits for another case names that case", async () => {
  const { definitions, instances } = world.runtime;
  accepted(await definitions.publish(boss, { definition: line("called", [check]) }));
  const calls = line("calls", [{ id: "call", kind: "callActivity", process: "called" }]);
  accepted(await definitions.publish(boss, { definition: calls }));
  const { id } = accepted(await instances.start(boss, { definitionId: "calls" }));
  const read = async () => accepted(await instances.read(boss, id));
  const called = await until("the called case", async () => (await read()).calls[0]?.instanceId);
  expect((await read()).waiting).toMatchObject([{ node: "call", kind: "call", calledCase: called }]);
  expect(accepted(await instances.read(boss, called)).waiting).toMatchObject([{ calledCase: null }]);
});
