export type * from "./generated/workflow.ts";
export type { BilingualText, Problem } from "./problem/problem.ts";
