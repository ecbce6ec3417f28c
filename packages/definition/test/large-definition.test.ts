import { expect, test } from "vitest";
import { validateDefinition, type WorkflowDefinition } from "../src/index.ts";
import { largeDefinition } from "./large-definition.ts";

test("a flow of 500 steps is checked without a problem", () => {
  expect(validateDefinition(largeDefinition(500)).problems).toEqual([]);
});

test("the time grows with the size, not with its square, also where everything is wrong", () => {
  const broken = (size: number): WorkflowDefinition => {
    const definition = largeDefinition(size);
    return { ...definition, edges: definition.edges.map((edge) => ({ ...edge, target: `${edge.target}x` })) };
  };
  const small = fastest(() => validateDefinition(broken(500)));
  const large = fastest(() => validateDefinition(broken(4000)));
  expect(validateDefinition(broken(4000)).problems.at(-1)?.code).toBe("problems.more");
  // Eight times the size; a quadratic rule would take sixty-four times as long.
  expect(large / small).toBeLessThan(32);
});

function fastest(run: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const from = performance.now();
    run();
    return performance.now() - from;
  });
  return Math.min(...times);
}
