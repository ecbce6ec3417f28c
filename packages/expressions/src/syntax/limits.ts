/** Longest source, in UTF-16 units. */
export const SOURCE_LIMIT = 10_000;
/** Deepest nesting, of brackets in the text and of the syntax tree. */
export const DEPTH_LIMIT = 200;
/** Longest text that an expression may build, in UTF-16 units. */
export const TEXT_LIMIT = 1_000_000;
/** Longest list that an expression may build. */
export const LIST_LIMIT = 100_000;
/** Steps of one evaluation unless the caller says otherwise. */
export const STEP_LIMIT = 10_000;
/** Deepest nesting of calls to functions that the expression defines. */
export const CALL_LIMIT = 64;
/** Deepest nesting of all their bodies together: what the stack of any engine carries. */
export const CALL_DEPTH_LIMIT = 500;
