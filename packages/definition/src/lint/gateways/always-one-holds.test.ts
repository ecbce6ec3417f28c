import { expect, test } from "vitest";
import type { Field } from "../../generated/workflow.ts";
import { alwaysOneHolds } from "./always-one-holds.ts";

const variables: Record<string, Field> = {
  amount: { type: "string", format: "money" },
  grade: { type: "string", enum: ["A", "B", "C"] },
  note: { type: "string" },
  policy: { type: "object", properties: { open: { type: "boolean" } } },
};

test.each([
  [true, ["amount > 5", "amount <= 5"]],
  [true, ["amount < 5", "amount = 5", "amount > 5"]],
  [true, ["amount < 10", "amount > 5"]],
  [false, ["amount > 5", "amount < 5"]],
  [false, ["amount < 5", "amount > 10"]],
  [true, ["policy.open", "not(policy.open)"]],
  [true, ["policy.open = true", "policy.open != true"]],
  [false, ["policy.open = true"]],
  [true, ['grade = "A"', 'grade = "B"', 'grade = "C"']],
  [true, ['grade = "A"', 'grade != "A"']],
  [false, ['grade = "A"', 'grade = "B"']],
  [true, ['note = "x"', 'note != "x"']],
  [false, ['note = "x"', 'note = "y"']],
  [false, ["amount > 5", "grade != amount"]],
  [false, ['note = "\n"', "amount = 007"]],
  [false, []],
])("%s for %j", (expected, conditions) => {
  expect(alwaysOneHolds(conditions, variables)).toBe(expected);
});
