import type { Node } from "@flowright/definition";
import { afterAll, beforeAll, expect, it } from "vitest";
import { check, line } from "../turns/flows.ts";
import { accepted, ann, boss, openWorld, person, refused, type World } from "../turns/open-world.ts";

let world: World;
const eve = person("eve", ["lead"]);
const joe = person("joe", ["lead"]);

beforeAll(async () => {
  world = await openWorld();
  const step = (id: string, who: NonNullable<Extract<Node, { kind: "userTask" }>["who"]>): Node => ({
    id,
    kind: "userTask",
    name: { en: id, "zh-CN": id },
    who,
  });
  const care: Node = {
    id: "care",
    kind: "adHoc",
    nodes: [
      step("pack_again", { type: "role", role: "packer" }),
      step("call", { type: "role", role: "lead" }),
      step("visit", { type: "people", people: ["joe"] }),
    ],
    edges: [],
  };
  accepted(await world.runtime.definitions.publish(boss, { definition: line("cares", [care, check]) }));
});
afterAll(() => world.close());

const startCase = async () =>
  accepted(await world.runtime.instances.start(boss, { definitionId: "cares" })).id;
const offered = async (caller: typeof ann, id: string) =>
  (await world.runtime.tasks.offers(caller))
    .filter(({ instanceId }) => instanceId === id)
    .map(({ node }) => node);

it("whoever is to do an ad-hoc step is offered it, and may read its case and begin it", async () => {
  const { instances, tasks } = world.runtime;
  const id = await startCase();
  expect(await offered(ann, id)).toEqual(["pack_again"]);
  expect(await offered(eve, id)).toEqual(["call"]);
  expect((await offered(joe, id)).toSorted()).toEqual(["call", "visit"]);
  const [offer] = (await tasks.offers(eve)).filter(({ instanceId }) => instanceId === id);
  const scope = offer?.scope ?? -1;
  expect(offer).toMatchObject({
    instanceNumber: expect.any(String),
    definitionId: "cares",
    name: { en: "call" },
  });
  expect(accepted(await instances.read(eve, id)).offers.map(({ node }) => node)).toEqual(["call"]);
  expect(accepted(await instances.read(boss, id)).offers).toHaveLength(3);
  // Of the steps of others he hears nothing, and ending the part is for those who are in the case.
  expect(refused(await instances.beginStep(eve, id, { scope, node: "pack_again" }))).toBe(
    "404 instance.unknown",
  );
  expect(refused(await instances.finishSteps(eve, id, { scope }))).toBe("404 instance.unknown");
  accepted(await instances.beginStep(eve, id, { scope, node: "call" }));
  expect((await tasks.list(eve, { box: "mine", instanceId: id })).items.map(({ node }) => node)).toEqual([
    "call",
  ]);
  accepted(await instances.cancel(boss, id, "test"));
  expect(await offered(ann, id)).toEqual([]);
});

it("a case that is suspended offers nothing, nor one whose part is over; others hear of none", async () => {
  const { instances } = world.runtime;
  const id = await startCase();
  const stranger = person("eve", ["lead"], ["task.work"], "west");
  const visitor = person("eve", ["clerk"]);
  expect(await offered(stranger, id)).toEqual([]);
  expect(await offered(visitor, id)).toEqual([]);
  expect(refused(await instances.read(visitor, id))).toBe("404 instance.unknown");
  expect(refused(await instances.read(stranger, id))).toBe("404 instance.unknown");
  accepted(await instances.suspend(boss, id));
  expect(await offered(eve, id)).toEqual([]);
  expect(refused(await instances.read(eve, id))).toBe("404 instance.unknown");
  accepted(await instances.resume(boss, id));
  const { offers } = accepted(await instances.read(boss, id));
  accepted(await instances.finishSteps(boss, id, { scope: offers[0]?.scope ?? -1 }));
  expect(await offered(eve, id)).toEqual([]);
  expect(refused(await instances.read(eve, id))).toBe("404 instance.unknown");
  accepted(await instances.cancel(boss, id, "test"));
});
