export type { At, Bilingual, ExpressionError } from "./error/expression-error.ts";
export { compileExpression, type Expression } from "./expression.ts";
export type { FieldType } from "./json/field-type.ts";
export type { Json } from "./json/json.ts";
export { toJson } from "./json/to-json.ts";
export { addDuration, durationMilliseconds, parseInstant } from "./temporal/instant.ts";
export type { FeelValue } from "./value/feel-value.ts";
