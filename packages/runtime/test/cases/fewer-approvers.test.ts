import type { Node } from "@flowright/definition";
import { afterAll, beforeAll, expect, it } from "vitest";
import { line } from "../turns/flows.ts";
import { accepted, boss, openWorld, person, type World } from "../turns/open-world.ts";

let world: World;
const eve = person("eve", ["lead"]);
const joe = person("joe", ["lead"]);

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

type Rule = Extract<Node, { kind: "approval" }>["rule"];

/** The task of somebody who is asked for a decision by this rule, beside a colleague. */
async function asked(rule: Rule) {
  const { definitions, instances, tasks } = world.runtime;
  const id = `decided-by-${rule.type}`;
  const sign: Node = { id: "sign", kind: "approval", who: { type: "role", role: "lead" }, rule };
  accepted(await definitions.publish(boss, { definition: line(id, [sign]) }));
  const started = accepted(await instances.start(boss, { definitionId: id }));
  const own = await tasks.list(eve, { box: "mine", instanceId: started.id });
  const task = own.items[0]?.id ?? "";
  const detail = async () => accepted(await tasks.read(eve, task));
  return { task, detail, started };
}

it("who has not decided need not be asked any more; who has, stays", async () => {
  const { task, detail, started } = await asked({ type: "all" });
  expect((await detail()).removableApprovers.toSorted()).toEqual(["eve", "joe"]);
  expect((await detail()).verbs).toContain("remove-approver");
  const { tasks, instances } = world.runtime;
  const [of] = (await tasks.list(joe, { box: "mine", instanceId: started.id })).items;
  accepted(await tasks.decide(joe, of?.id ?? "", "approved", {}));
  expect((await detail()).removableApprovers).toEqual(["eve"]);
  accepted(await tasks.changeApprovers(boss, task, "approval.remove", "eve"));
  expect(accepted(await instances.read(boss, started.id)).status).toBe("completed");
});

it("nobody is offered for removal without whom the step could not be decided", async () => {
  const { detail } = await asked({ type: "nOfM", n: 2 });
  expect((await detail()).removableApprovers).toEqual([]);
  expect((await detail()).verbs).not.toContain("remove-approver");
});

it("where any one decides, those named may go as long as somebody is left", async () => {
  const { task, detail } = await asked({ type: "any" });
  expect((await detail()).removableApprovers).toEqual([]);
  const { tasks } = world.runtime;
  accepted(await tasks.changeApprovers(boss, task, "approval.add", "ann"));
  expect((await detail()).removableApprovers).toEqual(["ann"]);
  accepted(await tasks.changeApprovers(boss, task, "approval.remove", "ann"));
  expect((await detail()).removableApprovers).toEqual([]);
});
