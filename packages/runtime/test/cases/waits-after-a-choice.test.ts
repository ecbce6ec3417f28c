import type { Node } from "@flowright/definition";
import { afterAll, beforeAll, expect, it } from "vitest";
import { line } from "../turns/flows.ts";
import { accepted, boss, openWorld, type World } from "../turns/open-world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it("each event of a choice names the gateway at which the case waits once, also right after the start", async () => {
  const message = (id: string): Node => ({
    id,
    kind: "catch",
    event: { type: "message", message: { name: id, key: "orderNo" } },
  });
  const signal: Node = { id: "over", kind: "catch", event: { type: "signal", signal: { name: "over" } } };
  const first: Node = { id: "first", kind: "eventBased" };
  const events = [message("sent"), message("lost"), signal];
  const definition = line("waits-for-the-first", [first, ...events]);
  const { runtime } = world;
  accepted(
    await runtime.definitions.publish(boss, {
      definition: {
        ...definition,
        edges: [
          { id: "e0", source: "begin", target: "first" },
          ...events.flatMap(({ id }) => [
            { id: `to_${id}`, source: "first", target: id },
            { id: `after_${id}`, source: id, target: "done" },
          ]),
        ],
      },
    }),
  );
  const waits = (of: { readonly node: string; readonly kind: string; readonly choice: string | null }[]) =>
    of.map(({ node, kind, choice }) => `${kind} ${node} ${choice}`).toSorted();
  const expected = ["message lost first", "message sent first", "signal over first"];
  const started = accepted(
    await runtime.instances.start(boss, { definitionId: definition.id, variables: { orderNo: "A" } }),
  );
  expect(waits(started.waiting)).toEqual(expected);
  const listed = await runtime.instances.list(boss, { definitionId: definition.id });
  expect(listed.items.map(({ waiting }) => waits(waiting))).toEqual([expected]);
});
