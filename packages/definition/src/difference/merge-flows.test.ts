import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Edge, Node, WorkflowDefinition } from "../generated/workflow.ts";
import { canonicalJson } from "../json/canonical-json.ts";
import { diffFlows } from "./diff-flows.ts";
import { partsOf } from "./flow-parts.ts";
import { isMergeable } from "./is-mergeable.ts";
import { joinParts } from "./join-parts.ts";
import { mergeFlows } from "./merge-flows.ts";

/** start → t1 → … → tn → end, with a block and an event on the edge of the second step. */
function chain(length: number): WorkflowDefinition {
  const ids = ["start", ...Array.from({ length }, (_, index) => `t${index + 1}`), "end"];
  return {
    schema: "flowright/workflow/v1",
    id: "f",
    name: "Flow",
    variables: { type: "object", properties: { amount: { type: "number" } } },
    roles: [{ id: "boss" }],
    nodes: [
      ...ids.map((id): Node => {
        const position = { x: 0, y: 0 };
        if (id === "start") return { id, kind: "start", position };
        if (id === "end") return { id, kind: "end", position };
        return { id, kind: "userTask", name: id, who: { type: "initiator" }, position };
      }),
      {
        id: "block",
        kind: "subProcess",
        nodes: [{ id: "inner", kind: "manualTask", name: "Inner" }],
        edges: [],
      },
    ],
    edges: ids.slice(1).map((id, index): Edge => ({ id: `e${index}`, source: ids[index] ?? "", target: id })),
    settings: { maxSteps: 9 },
    drawing: { notes: [{ id: "n1", text: "Look", position: { x: 1, y: 1 }, about: ["t1"] }] },
  };
}

const edited = (flow: WorkflowDefinition, id: string, change: object): WorkflowDefinition => ({
  ...flow,
  nodes: flow.nodes.map((node) => (node.id === id ? ({ ...node, ...change } as Node) : node)),
});
const inserted = (flow: WorkflowDefinition, line: string, name: string): WorkflowDefinition => {
  const old = flow.edges.find(({ id }) => id === line);
  if (old === undefined) return flow;
  return {
    ...flow,
    nodes: [...flow.nodes, { id: "manualTask_1", kind: "manualTask", name }],
    edges: [
      ...flow.edges.map((edge) => (edge === old ? { ...edge, target: "manualTask_1" } : edge)),
      { id: "edge_1", source: "manualTask_1", target: old.target },
    ],
  };
};
const removed = (flow: WorkflowDefinition, id: string): WorkflowDefinition => ({
  ...flow,
  nodes: flow.nodes.filter((node) => node.id !== id),
  edges: flow.edges.filter(({ source, target }) => source !== id && target !== id),
});
const withField = (flow: WorkflowDefinition, name: string): WorkflowDefinition => ({
  ...flow,
  variables: { type: "object", properties: { ...flow.variables?.properties, [name]: { type: "string" } } },
});

const base = chain(4);
const names = (flow: WorkflowDefinition) => flow.nodes.map(({ id, name }) => name ?? id);

test("a flow that is taken apart and joined is the same flow", () => {
  expect(canonicalJson(joinParts(partsOf(base)))).toBe(canonicalJson(base));
});

test("a flow of which something would be lost is not merged", () => {
  expect(isMergeable(base)).toBe(true);
  expect(isMergeable({ ...base, roles: [], settings: {}, drawing: { notes: [] } })).toBe(true);
  const twice = { ...base, nodes: [...base.nodes, ...base.nodes] };
  const boss = { id: "boss" };
  const odd = { ...base, drawing: { notes: { n: 1 } } } as unknown as WorkflowDefinition;
  const lost = { ...base, edges: [{ id: "x", source: "start", target: "gone" }] };
  expect([twice, { ...base, roles: [boss, boss] }, odd, lost].map(isMergeable)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(diffFlows(base, odd, "en").length).toBeGreaterThan(0);
});

describe("edits that do not touch", () => {
  /** What one person does at one step of the chain, and at nothing else. */
  const edit = fc.constantFrom(
    (flow: WorkflowDefinition, at: number) => edited(flow, `t${at}`, { name: `New ${at}` }),
    (flow: WorkflowDefinition, at: number) => edited(flow, `t${at}`, { position: { x: at, y: 7 } }),
    (flow: WorkflowDefinition, at: number) => inserted(flow, `e${at}`, `Inserted ${at}`),
    (flow: WorkflowDefinition, at: number) => withField(flow, `field${at}`),
    (flow: WorkflowDefinition, at: number) => removed(edited(flow, `t${at}`, {}), `t${at}`),
  );
  const places = fc.shuffledSubarray([1, 3, 5, 7], { minLength: 2, maxLength: 4 });

  test("all of both are in the merged flow, in either order, and nobody is asked", () => {
    fc.assert(
      fc.property(places, fc.array(edit, { minLength: 4, maxLength: 4 }), (at, edits) => {
        const start = chain(8);
        const done = (side: 0 | 1) =>
          at.reduce((flow, place, index) => {
            const change = edits[index];
            return index % 2 !== side || change === undefined || (index > 1 && change === edits[index - 2])
              ? flow
              : change(flow, place);
          }, start);
        const [mine, theirs] = [done(0), done(1)];
        const one = mergeFlows({ base: start, mine, theirs });
        const other = mergeFlows({ base: start, mine: theirs, theirs: mine });
        expect([one.conflicts, other.conflicts]).toEqual([[], []]);
        for (const side of [mine, theirs]) {
          const wanted = diffFlows(start, side, "en");
          const got = diffFlows(start, one.definition, "en");
          for (const { change, what, name } of wanted)
            expect(
              got.map((each) => `${each.change} ${each.what} ${each.what === "line" ? "" : each.name}`),
            ).toContain(`${change} ${what} ${what === "line" ? "" : name}`);
        }
        expect(names(one.definition).sort()).toEqual(names(other.definition).sort());
        expect(one.definition.edges.length).toBe(other.definition.edges.length);
      }),
      { numRuns: 60 },
    );
  });

  test("a side that changed nothing leaves the other as it is", () => {
    const mine = inserted(edited(base, "t1", { name: "Mine" }), "e2", "More");
    expect(canonicalJson(mergeFlows({ base, mine, theirs: base }).definition)).toBe(canonicalJson(mine));
    expect(diffFlows(mergeFlows({ base, mine: base, theirs: mine }).definition, mine, "en")).toEqual([]);
  });

  test("different fields of one step are put together", () => {
    const merged = mergeFlows({
      base,
      mine: edited(base, "t1", { name: "Mine" }),
      theirs: edited(base, "t1", { deadline: { type: "duration", duration: "PT4H" } }),
    });
    expect(merged.conflicts).toEqual([]);
    expect(merged.definition.nodes[1]).toMatchObject({ name: "Mine", deadline: { duration: "PT4H" } });
  });

  test("steps added under the same id are both there, mine under a new one with its lines and notes", () => {
    const mine = inserted(base, "e0", "Mine");
    const about = { id: "n2", text: "New", about: ["manualTask_1", "edge_1"] };
    const noted = { ...mine, drawing: { notes: [...(base.drawing?.notes ?? []), about] } };
    const { definition, conflicts } = mergeFlows({
      base,
      mine: noted,
      theirs: inserted(base, "e2", "Theirs"),
    });
    expect(conflicts).toEqual([]);
    const id = (name: string) => definition.nodes.find((node) => node.name === name)?.id ?? "";
    expect(id("Theirs")).toBe("manualTask_1");
    expect(id("Mine")).toBe("manualTask_2");
    const lines = definition.edges.map(({ source, target }) => `${source} ${target}`);
    expect(lines).toEqual(
      expect.arrayContaining(["start manualTask_2", "manualTask_2 t1", "t2 manualTask_1", "manualTask_1 t3"]),
    );
    expect(definition.drawing?.notes?.[1]?.about).toEqual(["manualTask_2", "edge_2"]);
  });
});

describe("edits that touch", () => {
  test("one field set by both: mine counts until theirs is chosen", () => {
    const input = {
      base,
      mine: edited(base, "t1", { name: "Mine" }),
      theirs: edited(base, "t1", { name: "Theirs" }),
    };
    const { conflicts, definition } = mergeFlows(input);
    expect(conflicts).toEqual([
      {
        key: "step t1 name",
        what: "step",
        id: "t1",
        field: "name",
        mine: "Mine",
        theirs: "Theirs",
        chosen: "mine",
      },
    ]);
    expect(definition.nodes[1]?.name).toBe("Mine");
    const chosen = mergeFlows({ ...input, choices: new Map([["step t1 name", "theirs"]]) });
    expect(chosen.definition.nodes[1]?.name).toBe("Theirs");
  });

  test("removed by one and changed by the other: it stays until its removal is chosen", () => {
    for (const swapped of [false, true]) {
      const sides = [removed(base, "t2"), edited(base, "t2", { name: "Kept" })] as const;
      const [mine, theirs] = swapped ? [sides[1], sides[0]] : sides;
      const remover = swapped ? "theirs" : "mine";
      const { conflicts, definition } = mergeFlows({ base, mine, theirs });
      expect(conflicts).toMatchObject([{ key: "step t2 removed", removedBy: remover }]);
      expect(names(definition)).toContain("Kept");
      expect(definition.edges.length).toBe(base.edges.length);
      const choices = new Map([["step t2 removed", remover]] as const);
      expect(names(mergeFlows({ base, mine, theirs, choices }).definition)).not.toContain("Kept");
    }
  });

  test("a step put into a block that the other removed keeps the block, asked once", () => {
    const more: Node[] = [{ id: "inner2", kind: "manualTask", name: "More" }];
    const block = base.nodes.find(({ id }) => id === "block") as Extract<Node, { kind: "subProcess" }>;
    const mine = edited(base, "block", { nodes: [...block.nodes, ...more] });
    const { conflicts, definition } = mergeFlows({ base, mine, theirs: removed(base, "block") });
    expect(conflicts.map(({ key }) => key)).toEqual(["step block removed"]);
    expect(definition.nodes.find(({ id }) => id === "block")).toMatchObject({
      nodes: [{ id: "inner" }, { id: "inner2" }],
    });
  });

  test("what was merely moved by one is removed by the other", () => {
    const mine = edited(base, "t2", { position: { x: 99, y: 9 } });
    const { conflicts, definition } = mergeFlows({ base, mine, theirs: removed(base, "t2") });
    expect([conflicts, names(definition).includes("t2")]).toEqual([[], false]);
  });

  test("branches brought into another order by each side are asked for, by one side are taken", () => {
    const gate = edited(base, "t1", { kind: "exclusive" });
    const flow = {
      ...gate,
      edges: [...gate.edges, ...["t3", "t4"].map((target) => ({ id: `x${target}`, source: "t1", target }))],
    };
    const ordered = (...ids: readonly string[]) => ({
      ...flow,
      edges: [
        ...flow.edges.filter(({ source }) => source !== "t1"),
        ...ids.map((id) => flow.edges.find((edge) => edge.id === id) as Edge),
      ],
    });
    const mine = ordered("xt3", "e1", "xt4");
    const theirs = ordered("xt4", "xt3", "e1");
    const of = (merged: WorkflowDefinition) =>
      merged.edges.filter(({ source }) => source === "t1").map(({ id }) => id);
    expect(diffFlows(flow, mine, "en")).toMatchObject([{ id: "t1", fields: [{ field: "branches" }] }]);
    expect(of(mergeFlows({ base: flow, mine: flow, theirs }).definition)).toEqual(["xt4", "xt3", "e1"]);
    const both = mergeFlows({ base: flow, mine, theirs });
    expect([of(both.definition), both.conflicts[0]?.field]).toEqual([["xt3", "e1", "xt4"], "branches"]);
    const choices = new Map([["step t1 branches", "theirs"]] as const);
    expect(of(mergeFlows({ base: flow, mine, theirs, choices }).definition)).toEqual(["xt4", "xt3", "e1"]);
  });

  test("two blocks moved into each other stay in the drawing", () => {
    const two = {
      ...base,
      nodes: [...base.nodes, { id: "other", kind: "subProcess" as const, nodes: [], edges: [] }],
    };
    const into = (inner: string, outer: string): WorkflowDefinition => {
      const moved = two.nodes.find(({ id }) => id === inner);
      return {
        ...two,
        nodes: two.nodes.flatMap((node): Node[] =>
          node.id === inner
            ? []
            : node.id === outer && node.kind === "subProcess" && moved
              ? [{ ...node, nodes: [...node.nodes, moved] }]
              : [node],
        ),
      };
    };
    const { definition, conflicts } = mergeFlows({
      base: two,
      mine: into("block", "other"),
      theirs: into("other", "block"),
    });
    expect(conflicts.map(({ field }) => field)).toEqual(["inside"]);
    expect(JSON.stringify(definition)).toContain('"inner"');
    expect(definition.nodes.map(({ id }) => id)).toContain("other");
  });
});
