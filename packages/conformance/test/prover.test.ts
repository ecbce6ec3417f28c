import { playCounterExample, prove } from "@flowright/engine";
import fc from "fast-check";
import { expect, it } from "vitest";
import { smallFlow } from "../generator/small-flows.ts";
import { compareProof } from "../reference/comparison/compare-proof.ts";

it("the prover agrees with the search, and the engine plays what it finds", { timeout: 60_000 }, () => {
  let whole = 0;
  fc.assert(
    fc.property(smallFlow, (definition) => {
      const { differences, proved, left } = compareProof(definition, 500);
      expect(differences).toEqual([]);
      if (proved && left === null) whole++;
      for (const finding of prove(definition).findings) {
        if (finding.moves.length === 0) continue;
        const { state, reached } = playCounterExample(definition, finding);
        expect([finding.code, state === null || reached]).toEqual([finding.code, true]);
      }
    }),
    { numRuns: 40, seed: 5 },
  );
  expect(whole).toBeGreaterThan(20);
});
