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
