import type { BilingualText } from "./problem.ts";

/**
 * How a problem is told. `{name}` stands for a parameter; a parameter `name:zh-CN` takes its place in Chinese.
 */
export interface ProblemTemplate {
  /** An error blocks publishing, a warning does not. */
  readonly severity: "error" | "warning";
  readonly message: BilingualText;
  readonly fix: BilingualText;
}

export type ProblemFamily = Readonly<Record<string, ProblemTemplate>>;
