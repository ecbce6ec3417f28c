import { expect, test } from "vitest";
import type { WorkflowDefinition } from "../generated/workflow.ts";
import { diffFlows, withoutMoves } from "./diff-flows.ts";

const flow: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "f",
  name: "Flow",
  variables: { type: "object", properties: { amount: { type: "number" } } },
  nodes: [
    { id: "s", kind: "start", position: { x: 0, y: 0 } },
    { id: "a", kind: "manualTask", name: { en: "Pack", "zh-CN": "打包" } },
    { id: "b", kind: "manualTask", name: "Send" },
  ],
  edges: [
    { id: "s_a", source: "s", target: "a" },
    { id: "a_b", source: "a", target: "b" },
  ],
  settings: { maxSteps: 5 },
  drawing: {
    notes: [{ id: "n", text: "Hot", position: { x: 1, y: 1 } }],
    lines: [
      {
        edge: "s_a",
        points: [
          { x: 0, y: 0 },
          { x: 1, y: 0 },
        ],
      },
    ],
  },
};

test("the same flow has no differences", () => {
  expect(diffFlows(flow, structuredClone(flow), "en")).toEqual([]);
});

test("steps under new ids are known by kind and name, and their lines by what they join", () => {
  const renamed = JSON.parse(JSON.stringify(flow).replaceAll('"b"', '"b2"').replaceAll('"a_b"', '"line9"'));
  expect(diffFlows(flow, renamed, "en")).toEqual([
    {
      change: "changed",
      what: "step",
      id: "b2",
      was: "b",
      name: "Send",
      fields: [{ field: "id", before: "b", after: "b2" }],
    },
    {
      change: "changed",
      what: "line",
      id: "line9",
      was: "a_b",
      name: "line9",
      fields: [{ field: "id", before: "a_b", after: "line9" }],
    },
  ]);
});

test("of two steps with one name neither is taken for the other", () => {
  const twice = {
    ...flow,
    nodes: [
      ...flow.nodes.slice(0, 2),
      { id: "x", kind: "manualTask" as const, name: "Send" },
      { id: "y", kind: "manualTask" as const, name: "Send" },
    ],
    edges: [],
  };
  expect(
    diffFlows(flow, twice, "en")
      .filter(({ what }) => what === "step")
      .map(({ change, id }) => `${change} ${id}`),
  ).toEqual(["removed b", "added x", "added y"]);
});

test("a step that became another kind under its id has changed", () => {
  const [s, a] = flow.nodes;
  if (s === undefined || a === undefined) throw new Error("missing");
  const other = { ...flow, nodes: [s, a, { id: "b", kind: "end" as const, name: "Send" }] };
  expect(diffFlows(flow, other, "en")).toMatchObject([
    { change: "changed", id: "b", fields: [{ field: "kind" }] },
  ]);
});

test("data, settings and notes are told one by one; places are moves", () => {
  const changed: WorkflowDefinition = {
    ...flow,
    variables: { type: "object", properties: { amount: { type: "integer" }, city: { type: "string" } } },
    settings: { maxSteps: 6 },
    drawing: { notes: [{ id: "n", text: "Cold", position: { x: 5, y: 5 } }] },
  };
  const [head] = withoutMoves(diffFlows(flow, changed, "en"));
  expect(head?.fields?.map(({ field }) => field).sort()).toEqual([
    "drawing.notes.n",
    "settings.maxSteps",
    "variables.amount",
    "variables.city",
  ]);
  const moved = { ...flow, drawing: { ...flow.drawing, lines: [] } };
  expect(diffFlows(flow, moved, "en")).toMatchObject([{ change: "moved", what: "flow" }]);
  expect(withoutMoves(diffFlows(flow, moved, "en"))).toEqual([]);
});
