import type { Bilingual, Json } from "@flowright/expressions";

/** A problem of a table, or of one evaluation of it. It has the shape of the problems of a definition. */
export interface DecisionProblem {
  /** Stable code, e.g. `decision.gap`; those of cells come from the expressions, e.g. `expression.unknown-name`. */
  readonly code: string;
  readonly severity: "error" | "warning";
  /** JSON Pointer into the table, e.g. `/rules/3/when/0`. */
  readonly path: string;
  /** Place inside the text of a cell, in UTF-16 units. */
  readonly at?: { readonly offset: number; readonly length: number } | undefined;
  readonly params: Readonly<Record<string, string | number>>;
  readonly message: Bilingual;
  readonly fix: Bilingual;
  /** The ids of the rules concerned. */
  readonly rules?: readonly string[] | undefined;
  /** Values of the inputs that show it, by the id of the input, as they are stored. */
  readonly example?: Readonly<Record<string, Json>> | undefined;
}

/** How a problem is told. `{name}` stands for a parameter; a parameter `name:zh-CN` takes its place in Chinese. */
export interface DecisionProblemTemplate {
  readonly severity: "error" | "warning";
  readonly message: Bilingual;
  readonly fix: Bilingual;
}

export type DecisionProblemFamily = Readonly<Record<string, DecisionProblemTemplate>>;
