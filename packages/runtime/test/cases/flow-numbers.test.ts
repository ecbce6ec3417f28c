import type { Node } from "@flowright/definition";
import { afterAll, beforeAll, expect, it } from "vitest";
import { line } from "../turns/flows.ts";
import { accepted, boss, openWorld, type World } from "../turns/open-world.ts";

let world: World;
let shift = 0;

beforeAll(async () => {
  world = await openWorld({ clockShift: () => shift });
});
afterAll(() => world.close());

it("a case with several open tasks counts once among those that wait for people, and once as overdue", async () => {
  const task = (id: string): Node => ({
    id,
    kind: "userTask",
    who: { type: "role", role: "packer" },
    deadline: { type: "duration", duration: "PT1H" },
  });
  const plan: Node = { id: "listing", kind: "plan", nodes: [task("photo"), task("copy")], edges: [] };
  const { definitions, instances } = world.runtime;
  accepted(await definitions.publish(boss, { definition: line("two-at-once", [plan]) }));
  accepted(await instances.start(boss, { definitionId: "two-at-once" }));
  const stats = async () => accepted(await definitions.stats(boss, "two-at-once"));
  expect(await stats()).toMatchObject({ running: 1, withPeople: 1, overdue: 0 });
  shift += 2 * 3_600_000;
  expect(await stats()).toMatchObject({ running: 1, withPeople: 1, overdue: 1 });
  expect((await stats()).steps.filter(({ overdue }) => overdue === 1)).toHaveLength(2);
});
