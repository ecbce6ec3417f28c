import type { WorkflowDefinition } from "@flowright/definition";
import { expect, it } from "vitest";
import { routesOf } from "../../diagram/route/routes-of.ts";
import { appendNode } from "../../model/command/structure/append-node.ts";
import { insertOnEdge } from "../../model/command/structure/insert-on-edge.ts";
import { moveNodes } from "../../model/command/structure/move-nodes.ts";
import { createDesignerStore } from "../../model/designer-store.ts";
import type { ElementType } from "../../model/element/element-type.ts";
import { elementType } from "../../model/element/element-types.ts";
import { placesOf } from "../../model/geometry/places-of.ts";
import { previewOf } from "./preview-of.ts";

const FLOW: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "flow",
  name: "Flow",
  nodes: [
    { id: "start", kind: "start", position: { x: 0, y: 100 } },
    { id: "do", kind: "manualTask", position: { x: 120, y: 88 } },
    { id: "end", kind: "end", position: { x: 400, y: 100 } },
  ],
  edges: [
    { id: "a", source: "start", target: "do" },
    { id: "b", source: "do", target: "end" },
  ],
};
const MANUAL = elementType("manualTask") as ElementType;
const routes = () => routesOf(FLOW, placesOf(FLOW));

it("shows a step and its line exactly where the edit then puts them", () => {
  const preview = previewOf(FLOW, appendNode("do", MANUAL), null, routes());
  expect(preview?.steps).toHaveLength(1);
  expect(preview?.moved).toEqual([]);
  const store = createDesignerStore({ definition: FLOW });
  store.getState().run(appendNode("do", MANUAL));
  const { definition } = store.getState();
  const made = definition.nodes.at(-1);
  const line = definition.edges.at(-1)?.id ?? "";
  expect(preview?.steps[0]?.place).toMatchObject(made?.position ?? {});
  const drawn = routesOf(definition, placesOf(definition)).get(line);
  expect(preview?.lines.find(({ id }) => id === line)?.points).toEqual(drawn?.points);
});

it("shows what makes room where a step goes into a line, and neither refused edits nor those that draw nothing new", () => {
  const inserted = previewOf(FLOW, insertOnEdge("b", MANUAL), null, routes());
  expect(inserted?.steps).toHaveLength(1);
  expect(inserted?.moved.map(({ id }) => id)).toEqual(["end"]);
  expect(inserted?.lines.map(({ id }) => id)).toContain("b");
  expect(inserted?.lines.map(({ id }) => id)).not.toContain("a");
  expect(previewOf(FLOW, appendNode("end", MANUAL), null, routes())).toBeNull();
  expect(previewOf(FLOW, moveNodes(new Map()), null, routes())).toBeNull();
});

it("shows the lines of the new step alone in a large flow", () => {
  const nodes = Array.from({ length: 400 }, (_, at) => ({
    id: `n${at}`,
    kind: "manualTask" as const,
    position: { x: at * 280, y: 0 },
  }));
  const edges = nodes.slice(1).map(({ id }, at) => ({ id: `e${at}`, source: `n${at}`, target: id }));
  const large: WorkflowDefinition = { ...FLOW, nodes, edges };
  const preview = previewOf(large, insertOnEdge("e10", MANUAL), null, new Map());
  expect(preview?.steps).toHaveLength(1);
  expect(preview?.lines).toHaveLength(2);
  expect(preview?.moved.length).toBeLessThanOrEqual(60);
});
