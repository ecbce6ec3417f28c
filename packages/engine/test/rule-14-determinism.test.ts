import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile, fold } from "../src/index.ts";
import { CaseUnderTest } from "./case-under-test.ts";
import { commandFor, impulses } from "./random-commands.ts";
import { block, drawn, tangle } from "./random-drawing.ts";

// `CaseUnderTest` holds every step to it: folded events are the state, and the same step twice gives the same bytes.
describe("rule 14: the events give the state, the same input the same bytes", () => {
  it("holds in drawings made of blocks, whatever comes", () => {
    fc.assert(
      fc.property(block, impulses, (drawing, moves) => {
        const underTest = new CaseUnderTest(drawn(drawing), {
          people: { staff: ["ann", "bob", "cai"] },
          limits: { steps: 150 },
        });
        for (const impulse of moves) underTest.try(commandFor(underTest, impulse));
        expect(fold(underTest.events)).toEqual(underTest.state);
      }),
      { numRuns: 300 },
    );
  });

  it("holds in tangles, whatever comes", () => {
    let ran = 0;
    fc.assert(
      fc.property(tangle, impulses, (drawing, moves) => {
        const result = compile(drawing);
        fc.pre(result.ok);
        if (!result.ok) return;
        ran++;
        const underTest = new CaseUnderTest(result.program, {
          people: { staff: ["ann", "bob"] },
          limits: { steps: 200, tokens: 40 },
        });
        for (const impulse of moves) underTest.try(commandFor(underTest, impulse));
        expect(fold(underTest.events)).toEqual(underTest.state);
      }),
      { numRuns: 300 },
    );
    expect(ran).toBeGreaterThanOrEqual(300);
  });
});
