import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { edgesOf, type Node, type WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { generatedFlow } from "../../../bench/browser-budgets/generated-flow.ts";
import { arrangedPlacesOf, type Places, placesOf } from "../../model/geometry/places-of.ts";
import type { Place } from "../../model/geometry/size-of.ts";
import { hits } from "./route-cost.ts";
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

describe("steps in the way", () => {
  const definition = generatedFlow(300);
  const tidy = arrangedPlacesOf(definition);

  it("keeps every line of a tidy flow clear of every step", () => {
    expect(linesThroughSteps(definition, tidy)).toEqual([]);
  });

  it("keeps lines clear of steps that were moved anywhere, unless a step covers the end of the line", () => {
    const places = new Map(tidy);
    for (const [at, { id, kind }] of definition.nodes.entries()) {
      const place = places.get(id);
      if (!place || kind === "boundary" || at % 9 !== 0) continue;
      places.set(id, {
        ...place,
        x: place.x + ((at * 37) % 400) - 200,
        y: place.y + ((at * 53) % 300) - 150,
      });
    }
    const near = (a: Place | undefined, b: Place | undefined) => a && b && touches(a, b, 14);
    const needless = linesThroughSteps(definition, places).filter(
      ({ edge, step }) =>
        !near(places.get(step), places.get(edge.source)) && !near(places.get(step), places.get(edge.target)),
    );
    expect(needless).toEqual([]);
  });

  it("goes around a wall that none of the usual ways gets past", () => {
    const wall = [-300, -200, -100, 0, 100, 200, 300].map((y, at) => task(`w${at}`, 300, y));
    const roof = [task("r1", 60, -300), task("r2", 60, 300)];
    const flow: WorkflowDefinition = {
      schema: "flowright/workflow/v1",
      id: "wall",
      name: "Wall",
      nodes: [task("from", 0, 0), task("to", 600, 0), ...wall, ...roof],
      edges: [{ id: "around", source: "from", target: "to" }],
    };
    expect(linesThroughSteps(flow, placesOf(flow))).toEqual([]);
  });
});

function task(id: string, x: number, y: number): Node {
  return { id, kind: "manualTask", position: { x, y } };
}

function touches(a: Place, b: Place, margin: number): boolean {
  return (
    a.x < b.x + b.width + margin &&
    b.x < a.x + a.width + margin &&
    a.y < b.y + b.height + margin &&
    b.y < a.y + a.height + margin
  );
}

/** Lines of the outermost level that run through a step, and the step. */
function linesThroughSteps(definition: WorkflowDefinition, places: Places) {
  const routes = routesOf(definition, places);
  const steps = definition.nodes.filter(({ kind }) => kind !== "boundary");
  return definition.edges.flatMap((edge) => {
    const points = routes.get(edge.id)?.points ?? [];
    const hit = steps.find(({ id }) => {
      const place = places.get(id);
      return points.some((b, at) => {
        const a = points[at - 1];
        return place !== undefined && a !== undefined && hits(a, b, place, -1);
      });
    });
    return hit ? [{ edge, step: hit.id }] : [];
  });
}
