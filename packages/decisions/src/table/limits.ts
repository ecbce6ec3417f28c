/** The limits of the schema, held here too because a table may come from anywhere. */
export const COLUMN_LIMIT = 50;
export const RULE_LIMIT = 2000;
export const VALUE_LIMIT = 500;
export const TEST_LENGTH = 2000;
export const EXPRESSION_LENGTH = 10_000;
export const TEXT_LENGTH = 4000;
/** A table with more problems than this is not described any further. */
export const PROBLEM_LIMIT = 200;
