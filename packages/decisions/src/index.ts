/**
 * Decision tables (DMN 1.5): rules as the rows of a table, with conditions and results in FEEL.
 *
 * - `compileDecisionTable(table, types)` gives a decision, or the problems that keep it from being one.
 * - `decision.evaluate(variables, { now })` decides under the table's hit policy. `match` is `rules`, `default` or
 *   `none`; what goes wrong is a problem that names the rules and the values.
 * - `checkDecisionTable(table, types)` finds gaps, overlaps, contradictions and rules that never count without any
 *   values, each with an example. Its errors include those of the compilation.
 *
 * Everything here is pure: the same table, variables and time give the same answer, in the browser as on a server,
 * and nothing throws whatever a table contains. For both functions `types` are the fields of the flow; left out,
 * the table stands alone and its columns say what they are.
 *
 * @packageDocumentation
 */
export { checkDecisionTable } from "./check/check-decision-table.ts";
export {
  type CompiledDecision,
  compileDecisionTable,
  type Decision,
} from "./compile/compile-decision-table.ts";
export type { Decided, DecisionContext } from "./evaluate/decided.ts";
export type { DecisionProblem, DecisionProblemTemplate } from "./problem/decision-problem.ts";
export {
  DECISION_PROBLEM_TEMPLATES,
  type DecisionProblemCode,
} from "./problem/decision-problem-templates.ts";
export type {
  Aggregator,
  ColumnType,
  DecisionInput,
  DecisionOutput,
  DecisionRule,
  DecisionTable,
  DecisionText,
  HitPolicy,
} from "./table/decision-table.ts";
