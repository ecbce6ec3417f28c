import fc from "fast-check";
import { expect, it } from "vitest";
import { losslessViews } from "../views/lossless.ts";

it("shows generated flows as columns of steps without losing anything", { timeout: 60_000 }, () => {
  const seen = { flows: 0, edits: 0, free: 0 };
  fc.assert(losslessViews(seen), { numRuns: 30, seed: 5 });
  expect(seen.edits).toBeGreaterThan(30);
  expect(seen.free).toBeGreaterThan(0);
});
