import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { edgesOf, type WorkflowDefinition } from "@flowright/definition";
import { expect, it } from "vitest";
import { placesOf } from "../../model/geometry/places-of.ts";
import { routesOf } from "./routes-of.ts";

const EXAMPLES = path.resolve(import.meta.dirname, "../../../../../examples");

const flows = readdirSync(EXAMPLES, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".json") && !file.includes("node_modules"))
  .flatMap((file): { file: string; definition: WorkflowDefinition }[] => {
    const value = JSON.parse(readFileSync(path.join(EXAMPLES, file), "utf8")) as Partial<WorkflowDefinition>;
    return value.schema === "flowright/workflow/v1"
      ? [{ file, definition: value as WorkflowDefinition }]
      : [];
  });

it("finds the examples", () => {
  expect(flows.length).toBeGreaterThan(45);
});

it.each(flows)("draws every line of $file", ({ definition }) => {
  const routes = routesOf(definition, placesOf(definition));
  const missing = [...edgesOf(definition)].filter(
    ({ edge }) => (routes.get(edge.id)?.points.length ?? 0) < 2,
  );
  expect(missing.map(({ edge }) => edge.id)).toEqual([]);
});

it("draws a line that leaves an event downwards to a target far above many steps", () => {
  const tall = Array.from({ length: 24 }, (_, index) => ({
    id: `s${index}`,
    kind: "manualTask" as const,
    position: { x: 400, y: index * 100 },
  }));
  const definition: WorkflowDefinition = {
    schema: "flowright/workflow/v1",
    id: "far",
    name: "Far",
    nodes: [
      { id: "start", kind: "start", position: { x: 0, y: 2_300 } },
      { id: "host", kind: "userTask", who: { type: "initiator" }, position: { x: 200, y: 2_300 } },
      { id: "late", kind: "boundary", attachedTo: "host", event: { type: "timer", duration: "PT1H" } },
      ...tall,
      { id: "end", kind: "end", position: { x: 700, y: 0 } },
    ],
    edges: [{ id: "up", source: "late", target: "end" }],
  };
  const points = routesOf(definition, placesOf(definition)).get("up")?.points ?? [];
  expect(points.length).toBeGreaterThan(1);
});
