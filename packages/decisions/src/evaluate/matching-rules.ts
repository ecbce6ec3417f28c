import type { PreparedTable } from "../compile/prepared-table.ts";
import { cellProblem } from "../problem/cell-problem.ts";
import type { DecisionProblem } from "../problem/decision-problem.ts";
import { cellWords, inputWords } from "../table/words.ts";
import { type DecisionContext, failed, type InputValues, type Result, type Variables } from "./decided.ts";

/** What a table's cells may cost together, and the least that one of them gets. */
const TABLE_STEPS = 2_000_000;
const LEAST_STEPS = 200;
const MOST_STEPS = 10_000;

type Answer = boolean | DecisionProblem;

/**
 * The rows that match, in their order. A cell that cannot be told (a comparison with a missing value) counts
 * only where the decision hangs on it: a rule of which another cell fails does not match anyway, whatever the
 * order of the columns.
 */
export function matchingRules(
  table: PreparedTable,
  values: InputValues,
  variables: Variables,
  context: DecisionContext,
): Result<number[]> {
  const answer = cellAnswers(table, values, variables, context);
  const found: number[] = [];
  for (const row of table.rules.keys()) {
    const matches = ruleMatches(table, row, answer);
    if (typeof matches !== "boolean") return failed(matches);
    if (!matches) continue;
    found.push(row);
    if (table.table.hitPolicy === "first") break;
  }
  return { ok: true, value: found };
}

function ruleMatches(
  table: PreparedTable,
  row: number,
  answer: (row: number, column: number) => Answer,
): Answer {
  let doubt: DecisionProblem | null = null;
  for (const column of table.inputs.keys()) {
    const found = answer(row, column);
    if (found === false) return false;
    if (found !== true) doubt ??= found;
  }
  return doubt ?? true;
}

/** Asks each different cell of a column at most once. */
function cellAnswers(
  table: PreparedTable,
  values: InputValues,
  variables: Variables,
  context: DecisionContext,
): (row: number, column: number) => Answer {
  const known = table.inputs.map((): Answer[] => []);
  const options = { now: context.now, steps: context.steps ?? stepsPerCell(table) };
  return (row, column) => {
    const place = table.rules[row]?.when[column] ?? -1;
    const answers = known[column] ?? [];
    const before = answers[place];
    if (before !== undefined) return before;
    const input = table.inputs[column];
    const matched = input?.tests[place]?.matches(values.carried[column] ?? null, variables, options);
    let answer: Answer = matched?.ok === true && matched.value === true;
    if (matched?.ok === false && input) {
      const cell = cellWords(row, inputWords(input.input));
      answer = cellProblem(matched.error, `/rules/${row}/when/${column}`, cell);
    }
    answers[place] = answer;
    return answer;
  };
}

function stepsPerCell(table: PreparedTable): number {
  const cells = table.inputs.reduce((sum, { tests }) => sum + tests.length, 1);
  return Math.min(MOST_STEPS, Math.max(LEAST_STEPS, Math.floor(TABLE_STEPS / cells)));
}
