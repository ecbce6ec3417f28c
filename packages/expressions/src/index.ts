export { checkExpression, type Expected } from "./check/check-expression.ts";
export { checkUnaryTests } from "./check/check-unary-tests.ts";
export type { CompileOptions } from "./compile/compile-options.ts";
export type { Comparison, Condition, ConditionValue, PlainOperator } from "./condition/condition.ts";
export { conditionOf } from "./condition/condition-of.ts";
export { sourceOf } from "./condition/source-of.ts";
export { type Completion, type Completions, completionsAt } from "./editor/completions-at.ts";
export { type ExplainedExpression, explainExpression } from "./editor/explain-expression.ts";
export { nameSuggestions } from "./editor/name-suggestions.ts";
export type { At, Bilingual, ExpressionError } from "./error/expression-error.ts";
export { compileExpression, type Expression } from "./expression.ts";
export type { FieldType, FieldTypes } from "./json/field-type.ts";
export type { Json } from "./json/json.ts";
export { readJson } from "./json/read-json.ts";
export { toJson } from "./json/to-json.ts";
export type { EvaluationContext } from "./operation/evaluation-context.ts";
export { addDuration, durationMilliseconds, parseInstant } from "./temporal/instant.ts";
export type { UnaryTest, UnaryTestModel } from "./unary/unary-model.ts";
export { compileUnaryTests, type UnaryTests } from "./unary/unary-tests.ts";
export { compareFeel, isEqual } from "./value/compare-feel.ts";
export { conformsTo } from "./value/conforms.ts";
export { contextOf } from "./value/feel-context.ts";
export type {
  FeelContext,
  FeelFunction,
  FeelNumber,
  FeelType,
  FeelTypes,
  FeelValue,
} from "./value/feel-value.ts";
export { kindOf } from "./value/kind-of.ts";
