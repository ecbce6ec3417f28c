import { readFileSync } from "node:fs";
import path from "node:path";
import { validateDefinition } from "@flowright/definition";
import { expect, test } from "vitest";
import { execute, historyOf, undone } from "../../model/history.ts";
import { quickFixes } from "./quick-fixes.ts";

const FIXTURES = path.resolve(import.meta.dirname, "../../../../../schemas/workflow/v1/fixtures/invalid");

test.each([
  "edge.condition-misplaced",
  "edge.default-misplaced",
  "edge.outcome-misplaced",
  "edge.dependency-misplaced",
  "boundary.cancel-continues",
  "boundary.error-continues",
  "event-sub-process.always-interrupts",
  "start.interrupting-misplaced",
  "end.cancel-misplaced",
  "start.trigger-misplaced",
  "gateway.default-condition",
  "gateway.no-default",
  "plan.optional-misplaced",
  "plan.line-choice",
])("%s is mended with one click, as one step that can be taken back", (code) => {
  const { definition, known } = JSON.parse(readFileSync(path.join(FIXTURES, `${code}.json`), "utf8"));
  const problem = validateDefinition(definition, known).problems.find((each) => each.code === code);
  const [fix] = problem ? quickFixes(definition, problem) : [];
  if (!fix) throw new Error("nothing is proposed");
  const { history, outcome } = execute(historyOf(definition), fix.command, 0);
  expect(outcome.ok).toBe(true);
  const left = validateDefinition(history.definition, known).problems;
  expect(left.map((each) => `${each.code} ${each.node}`)).not.toContain(`${code} ${problem?.node}`);
  expect(undone(history).definition).toBe(definition);
});
