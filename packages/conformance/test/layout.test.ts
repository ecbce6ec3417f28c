import fc from "fast-check";
import { expect, it } from "vitest";
import { layoutProperty } from "../views/laid-out.ts";

it("lays out graphs of foreign shape without a step that covers another, and changes places alone", () => {
  const seen = { graphs: 0, steps: 0, lines: 0 };
  fc.assert(layoutProperty(seen, 25), { numRuns: 30, seed: 11 });
  expect(seen.steps).toBeGreaterThan(300);
  expect(seen.lines).toBeGreaterThan(300);
});
