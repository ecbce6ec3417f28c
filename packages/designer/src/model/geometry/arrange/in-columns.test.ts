import type { Node } from "@flowright/definition";
import { expect, test } from "vitest";
import { fixedSizeOf } from "../size-of.ts";
import { inColumns } from "./in-columns.ts";

const step = (id: string): Node => ({ id, kind: "manualTask" });
const line = (source: string, target: string) => ({ id: `${source}_${target}`, source, target });

test("steps stand to the right of what leads to them, none over another, also where lines go in a circle", () => {
  const container = {
    nodes: ["a", "b", "c", "d", "e"].map(step),
    edges: [line("a", "b"), line("a", "c"), line("b", "d"), line("c", "d"), line("d", "b"), line("d", "d")],
  };
  const places = inColumns(container, () => fixedSizeOf("manualTask"), { x: 16, y: 32 });
  const at = (id: string) => places.get(id) ?? { x: Number.NaN, y: Number.NaN, width: 0, height: 0 };
  expect([...places.keys()].sort()).toEqual(["a", "b", "c", "d", "e"]);
  expect(Math.abs(at("a").x - 16)).toBeLessThan(16);
  expect(at("c").x).toBeGreaterThan(at("a").x + at("a").width);
  expect(at("d").x).toBeGreaterThan(at("c").x + at("c").width);
  const all = [...places.values()];
  for (const [i, one] of all.entries()) {
    for (const other of all.slice(i + 1)) {
      const apart =
        one.x + one.width <= other.x ||
        other.x + other.width <= one.x ||
        one.y + one.height <= other.y ||
        other.y + other.height <= one.y;
      expect(apart).toBe(true);
    }
  }
});
