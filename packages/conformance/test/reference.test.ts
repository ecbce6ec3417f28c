import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { features } from "../generator/features.ts";
import { compareChunk, replay, told } from "../generator/pairs.ts";
import type { Action } from "../reference/comparison/action.ts";

const REGRESSIONS = path.join(import.meta.dirname, "../regressions");

/** A difference that was found once: a flow and what happened in a case of it. */
interface Regression {
  readonly about: string;
  readonly definition: WorkflowDefinition;
  readonly actions: readonly Action[];
  /** It goes round in a circle, and both sides say so. */
  readonly circles?: boolean;
}

describe("the engine does what the reference interpreter does", () => {
  it("in random cases of random flows", { timeout: 300_000 }, () => {
    let steps = 0;
    const kinds = features();
    for (const seed of [1, 2, 3, 4]) {
      const chunk = compareChunk(kinds, { seed, runs: 500 }, (_, { actions }) => {
        steps += actions.length;
      });
      if (chunk.difference) expect.fail(`seed ${seed}: ${told(chunk.difference)}`);
      for (const many of chunk.leftOut.values()) expect(many).toBeLessThan(chunk.runs / 10);
      expect(chunk.leftOut.get("race") ?? 0).toBeLessThan(3);
    }
    expect(steps).toBeGreaterThan(5000);
  });
});

describe("what differed once does not differ again", () => {
  for (const file of readdirSync(REGRESSIONS).sort()) {
    const {
      about,
      definition,
      actions,
      circles = false,
    } = JSON.parse(readFileSync(path.join(REGRESSIONS, file), "utf8")) as Regression;
    it(`${about} (${file})`, () => {
      const compared = replay(definition, actions);
      expect(compared.difference).toBeNull();
      expect(compared.leftOut).toBe(circles ? "circle" : null);
      expect(compared.actions).toHaveLength(actions.length);
    });
  }
});
