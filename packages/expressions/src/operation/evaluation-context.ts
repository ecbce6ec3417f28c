import type { ExpressionError } from "../error/expression-error.ts";
import type { FeelValue } from "../value/feel-value.ts";

/** What an evaluation gets besides the variables. */
export interface EvaluationContext {
  /** An ISO instant: what now() and today() say. */
  readonly now: string;
  /** Bounds the work (10,000 unless given). */
  readonly steps?: number;
  /** The variables that the expression was compiled to be given as values. */
  readonly values?: ReadonlyMap<string, FeelValue>;
  /** Under `nulls: "dmn"`: called with the error that each null stands for. */
  readonly onNull?: (error: ExpressionError) => void;
}
