import type { Node, WorkflowDefinition } from "@flowright/definition";
import { afterAll, beforeAll, expect, it } from "vitest";
import { check, line, pack } from "../turns/flows.ts";
import { accepted, ann, boss, openWorld, refused, type World } from "../turns/open-world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Two branches at once: a part with a step inside, and a step. */
function branches(): WorkflowDefinition {
  const part: Node = {
    id: "part",
    kind: "subProcess",
    nodes: [{ id: "in", kind: "start" }, check, { id: "out", kind: "end" }],
    edges: [
      { id: "p1", source: "in", target: "check" },
      { id: "p2", source: "check", target: "out" },
    ],
  };
  const definition = line("branches", []);
  return {
    ...definition,
    nodes: [
      ...definition.nodes,
      { id: "both", kind: "parallel" },
      part,
      pack,
      { id: "again", kind: "parallel" },
    ],
    edges: ["begin both", "both part", "both pack", "part again", "pack again", "again done"].map((pair) => {
      const [source = "", target = ""] = pair.split(" ");
      return { id: `${source}_${target}`, source, target };
    }),
  };
}

const startCase = async (definitionId: string) =>
  accepted(await world.runtime.instances.start(boss, { definitionId })).id;

it("tells beforehand what a repair by hand stops, keeps and begins, and changes nothing", async () => {
  const { definitions, instances } = world.runtime;
  accepted(await definitions.publish(boss, { definition: branches() }));
  const id = await startCase("branches");
  const before = accepted(await instances.read(boss, id));
  const part = before.tokens.find(({ node }) => node === "part")?.token ?? -1;
  const plan = { cancel: [part], start: [{ node: "again" }] };
  const told = accepted(await instances.checkModification(boss, id, plan));
  expect(told).toEqual({
    ok: true,
    cancelled: ["part", "check"],
    kept: ["pack"],
    begun: ["again"],
    problem: null,
  });
  expect(accepted(await instances.read(boss, id))).toEqual(before);
  accepted(await instances.modify(boss, id, { ...plan, reason: "settled by phone" }));
  expect(accepted(await instances.read(boss, id)).activeNodes).not.toContain("check");
});

it("says why a repair by hand is not possible, and to those alone who operate cases", async () => {
  const { instances } = world.runtime;
  const id = await startCase("branches");
  const told = accepted(await instances.checkModification(boss, id, { start: [{ node: "check" }] }));
  expect(told).toMatchObject({ ok: true, begun: ["check"], cancelled: [] });
  const nothing = accepted(await instances.checkModification(boss, id, {}));
  expect(nothing).toMatchObject({ ok: false, problem: { code: "modify.nothing" } });
  expect(nothing.problem?.message["zh-CN"]).toMatch(/[一-鿿]/);
  expect(refused(await instances.checkModification(ann, id, {}))).toBe("403 permission.missing");
  expect(refused(await instances.checkModification(boss, "nonsense", {}))).toBe("404 instance.unknown");
});

it("a check of a migration tells what goes on, moves and is only warned of", async () => {
  const { definitions, instances } = world.runtime;
  accepted(await definitions.publish(boss, { definition: branches() }));
  const { definition } = { definition: branches() };
  const id = await startCase("branches");
  accepted(
    await definitions.publish(boss, {
      definition: {
        ...definition,
        nodes: definition.nodes.map((node) =>
          node.id === "pack" ? { ...node, id: "wrap" } : node,
        ) as Node[],
        edges: definition.edges.map(({ id: edge, source, target }) => ({
          id: edge,
          source: source === "pack" ? "wrap" : source,
          target: target === "pack" ? "wrap" : target,
        })),
      },
    }),
  );
  const lost = accepted(await instances.checkMigration(boss, id, { version: 2 }));
  expect(lost.ok).toBe(false);
  expect(lost.problems.map(({ node, severity }) => `${severity} ${node}`)).toEqual(["error pack"]);
  const found = accepted(await instances.checkMigration(boss, id, { version: 2, nodes: { pack: "wrap" } }));
  expect(found).toMatchObject({ ok: true, moved: [{ from: "pack", to: "wrap" }], problems: [] });
  expect(found.kept.toSorted()).toEqual(["check", "part"]);
  const reason = "packing has a name of its own now";
  const body = { version: 2, nodes: { pack: "wrap" }, reason };
  accepted(await instances.migrate(boss, id, body, { idempotencyKey: "m1" }));
  accepted(await instances.migrate(boss, id, body, { idempotencyKey: "m1" }));
  const { comments, version, activeNodes } = accepted(await instances.read(boss, id));
  expect({ version, said: comments.map(({ text }) => text) }).toEqual({ version: 2, said: [reason] });
  expect(activeNodes.toSorted()).toEqual(["check", "part", "wrap"]);
});
