/** Prints the median time of a condition of two comparisons, in microseconds an evaluation. */
import { compileExpression, type FieldType } from "../src/index.ts";

const types: Record<string, FieldType> = {
  refundAmount: { type: "string", format: "money" },
  risk: { type: "number" },
  policy: {
    type: "object",
    properties: { leadAbove: { type: "string", format: "money" }, riskLimit: { type: "number" } },
  },
};
const variables = { refundAmount: "420.50", risk: 0.2, policy: { leadAbove: "500.00", riskLimit: 0.7 } };
const context = { now: "2026-11-24T00:00:00Z" };
const compiled = compileExpression("refundAmount > policy.leadAbove or risk >= policy.riskLimit", types);
if (!compiled.ok) throw new Error(compiled.error.message.en);
const { expression } = compiled;

const ROUNDS = 41;
const TIMES = 50_000;
const results: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const start = performance.now();
  for (let i = 0; i < TIMES; i += 1) expression.evaluate(variables, context);
  results.push(((performance.now() - start) * 1000) / TIMES);
}
results.sort((a, b) => a - b);
const median = results[Math.floor(ROUNDS / 2)] ?? Number.NaN;
console.log(`condition of two comparisons: median ${median.toFixed(3)} µs`);
