import type { Rule } from "./drawing.ts";

/** Every rule, in the order in which their problems are listed. */
export const RULES: readonly Rule[] = [];
