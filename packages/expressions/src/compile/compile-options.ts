import type { FeelTypes } from "../value/feel-value.ts";

/** How an expression is compiled; what is left out is as the product wants it. */
export interface CompileOptions {
  /**
   * What happens where an operation has no result: with a missing value, values of different kinds, a bad
   * argument. `error` (the default) ends the evaluation with an error that names the sub-expression and its values.
   * `dmn` makes the sub-expression null and goes on, as DMN defines it; only the limits still end the evaluation.
   */
  readonly nulls?: "error" | "dmn";
  /**
   * `words` (the default): a name is made of letters, digits and underscores, or stands between backticks.
   * `dmn`: a name of `types` or of the expression may also hold signs such as `-` and `'`; the longest known
   * name wins. Costs time that is quadratic in the source.
   */
  readonly names?: "words" | "dmn";
  /** Variables whose values the caller passes as FEEL values (`values`), not as JSON; functions among them. */
  readonly given?: ReadonlySet<string>;
  /** Types that `instance of` and the parameters of functions may name. */
  readonly types?: FeelTypes;
}
