/**
 * A problem: what is wrong, where, and how to mend it. Rendered again in any language from `code` and
 * `params`; `message` and `fix` are there for readers without the registry.
 */
export interface Problem {
  /** Stable code, e.g. `edge.target-unknown`. */
  readonly code: string;
  readonly severity: "error" | "warning";
  /** JSON Pointer into the document that was checked, e.g. `/nodes/3/who`. */
  readonly path: string;
  /** Id of the node or edge concerned. */
  readonly node?: string | undefined;
  /** Place inside a text: offset and length in UTF-16 units, or line and column (from 1). */
  readonly at?:
    | { readonly offset: number; readonly length: number }
    | { readonly line: number; readonly column: number }
    | undefined;
  readonly params: Readonly<Record<string, string | number>>;
  readonly message: BilingualText;
  readonly fix: BilingualText;
}

/** A text in both languages of the product. */
export interface BilingualText {
  readonly en: string;
  readonly "zh-CN": string;
}
