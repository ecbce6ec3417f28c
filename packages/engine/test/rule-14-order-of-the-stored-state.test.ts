import fc from "fast-check";
import { expect, it } from "vitest";
import { compile, type InstanceState, type StepContext, type StepResult, step } from "../src/index.ts";
import { CaseUnderTest } from "./case-under-test.ts";
import { commandFor, impulses } from "./random-commands.ts";
import { block, drawn, tangle } from "./random-drawing.ts";

const people: Record<string, readonly string[]> = { staff: ["ann", "bob"] };
const limits = { steps: 200, tokens: 40 };

/** The same value with the members of every object in another order; `backwards` is by name, from the last. */
function reordered<T>(value: T, way: "by name" | "backwards"): T {
  if (Array.isArray(value)) return value.map((one) => reordered(one, way)) as T;
  if (typeof value !== "object" || value === null) return value;
  const names = Object.keys(value).sort();
  if (way === "backwards") names.reverse();
  const members = value as { readonly [name: string]: unknown };
  return Object.fromEntries(names.map((name) => [name, reordered(members[name], way)])) as T;
}

/** What a step tells: the order of what it does counts, not that of the members of what it tells. */
function told(result: StepResult): string {
  return JSON.stringify(reordered(result.ok ? [result.events, result.effects] : result.problem, "by name"));
}

it("rule 14: a step does the same in the same order, in whatever order its state was stored", () => {
  fc.assert(
    fc.property(fc.oneof(block.map(drawn), tangle), impulses, (drawing, moves) => {
      const result = compile(drawing);
      fc.pre(result.ok);
      if (!result.ok) return;
      const { program } = result;
      const underTest = new CaseUnderTest(program, { people, limits });
      const ctx: StepContext = { now: underTest.now, membersOf: (role) => people[role] ?? [], limits };
      for (const impulse of moves) {
        const command = commandFor(underTest, impulse);
        const state: InstanceState | null = underTest.state;
        const expected = told(step(program, state, command, ctx));
        for (const way of ["by name", "backwards"] as const)
          expect(told(step(program, reordered(state, way), command, ctx))).toBe(expected);
        underTest.try(command);
      }
    }),
    { numRuns: 120 },
  );
});
