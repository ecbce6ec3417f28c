import type { WorkflowDefinition } from "@flowright/definition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placesOf } from "../../geometry/places-of.ts";
import { execute, historyOf } from "../../history.ts";
import { alignSteps, type Side } from "./align.ts";
import { appendBeside } from "./append-beside.ts";
import { distributeSteps } from "./distribute.ts";

const who = { type: "initiator" } as const;
const flowWith = (positions: readonly { x: number; y: number }[]): WorkflowDefinition => ({
  schema: "flowright/workflow/v1",
  id: "flow",
  name: "Flow",
  nodes: positions.map((position, at) =>
    at % 3 === 0
      ? { id: `n${at}`, kind: "exclusive", position }
      : { id: `n${at}`, kind: "userTask", who, position },
  ),
  edges: [],
});
const positions = fc.array(fc.record({ x: fc.nat(2000), y: fc.nat(2000) }), { minLength: 3, maxLength: 8 });

describe("aligning and distributing", () => {
  it("puts the chosen side of every step on one line and changes nothing else", () => {
    const sides: readonly Side[] = ["left", "centre", "right", "top", "middle", "bottom"];
    fc.assert(
      fc.property(positions, fc.constantFrom(...sides), (list, side) => {
        const flow = flowWith(list);
        const ids = flow.nodes.map(({ id }) => id);
        const { definition } = execute(historyOf(flow), alignSteps(ids, side), 0).history;
        const before = placesOf(flow);
        const at = [...placesOf(definition)].map(([id, place]) => {
          const upright = ["left", "centre", "right"].includes(side);
          expect(upright ? place.y : place.x).toBe(upright ? before.get(id)?.y : before.get(id)?.x);
          const [start, length] = upright ? [place.x, place.width] : [place.y, place.height];
          const share = ["left", "top"].includes(side) ? 0 : ["right", "bottom"].includes(side) ? 1 : 0.5;
          return start + length * share;
        });
        expect(Math.max(...at) - Math.min(...at)).toBeLessThan(1e-6);
      }),
      { numRuns: 40 },
    );
  });

  it("makes all spaces equal and leaves the first and the last alone", () => {
    fc.assert(
      fc.property(positions, fc.constantFrom<"x" | "y">("x", "y"), (list, along) => {
        const flow = flowWith(list);
        const ids = flow.nodes.map(({ id }) => id);
        const { definition } = execute(historyOf(flow), distributeSteps(ids, along), 0).history;
        const size = along === "x" ? "width" : "height";
        const order = [...placesOf(flow)].sort(([, a], [, b]) => a[along] - b[along]).map(([id]) => id);
        const after = order.flatMap((id) => placesOf(definition).get(id) ?? []);
        const spaces = after.slice(1).map((place, at) => {
          const last = after[at];
          return place[along] - ((last?.[along] ?? 0) + (last?.[size] ?? 0));
        });
        expect(Math.max(...spaces) - Math.min(...spaces)).toBeLessThan(1e-6);
        expect(after[0]?.[along]).toBe(placesOf(flow).get(order[0] ?? "")?.[along]);
      }),
      { numRuns: 40 },
    );
  });

  it("says how many steps it needs", () => {
    const flow = flowWith([
      { x: 0, y: 0 },
      { x: 9, y: 9 },
    ]);
    const align = alignSteps(["n0"], "left").execute(flow);
    const distribute = distributeSteps(["n0", "n1"], "x").execute(flow);
    expect(align.ok ? "" : align.refusal.code).toBe("align.too-few");
    expect(distribute.ok ? "" : distribute.refusal.code).toBe("distribute.too-few");
  });
});

describe("a connected step in a direction", () => {
  const flow = flowWith([
    { x: 0, y: 300 },
    { x: 400, y: 300 },
  ]);
  it("follows to the right, above and below, and leads in from the left", () => {
    for (const towards of ["right", "up", "down", "left"] as const) {
      const { definition, selection } = execute(historyOf(flow), appendBeside("n1", towards), 0).history;
      const made = placesOf(definition).get(selection[0] ?? "");
      const line = definition.edges[0];
      expect(towards === "left" ? line?.target : line?.source).toBe("n1");
      if (towards === "left") expect(made?.x).toBeLessThan(400);
      else expect(made?.x).toBeGreaterThan(400 + 220);
      if (towards === "up") expect(made?.y).toBeLessThan(300 - 64);
      if (towards === "down") expect(made?.y).toBeGreaterThan(300 + 64);
    }
  });
});
