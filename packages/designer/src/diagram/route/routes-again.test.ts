import type { WorkflowDefinition } from "@flowright/definition";
import { expect, it } from "vitest";
import { routesAgain } from "./routes-again.ts";

const flow: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "f",
  name: "F",
  nodes: [
    { id: "a", kind: "manualTask", position: { x: 0, y: 0 } },
    { id: "b", kind: "manualTask", position: { x: 400, y: 0 } },
  ],
  edges: [{ id: "e", source: "a", target: "b" }],
};

it("keeps the lines when nothing about them changed, and finds them again when a step moved or is another", () => {
  const first = routesAgain(null, flow);
  const named = { ...flow, nodes: flow.nodes.map((node) => ({ ...node, name: "Other" })) };
  expect(routesAgain(first, named).routes).toBe(first.routes);
  const condition = { ...flow, edges: flow.edges.map((edge) => ({ ...edge, condition: "a > 1" })) };
  expect(routesAgain(first, condition).routes).toBe(first.routes);

  const moved = { ...flow, nodes: flow.nodes.map((node) => ({ ...node, position: { x: 0, y: 200 } })) };
  expect(routesAgain(first, moved).routes).not.toBe(first.routes);
  const turned = { ...flow, edges: [{ id: "e", source: "b", target: "a" }] };
  expect(routesAgain(first, turned).routes).not.toBe(first.routes);
  const other = {
    ...flow,
    nodes: flow.nodes.map(({ id, position }) => ({
      id,
      kind: "exclusive" as const,
      ...(position ? { position } : {}),
    })),
  };
  expect(routesAgain(first, other).routes).not.toBe(first.routes);
});
