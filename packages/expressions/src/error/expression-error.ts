/** A text in both languages of the product. */
export interface Bilingual {
  readonly en: string;
  readonly "zh-CN": string;
}

/** A place in the source, in UTF-16 units. */
export interface At {
  readonly offset: number;
  readonly length: number;
}

/** What is wrong with an expression, where, and how to mend it. */
export interface ExpressionError {
  /** Stable code, e.g. `expression.unknown-name`. */
  readonly code: string;
  readonly at: At;
  readonly params: Readonly<Record<string, string | number>>;
  readonly message: Bilingual;
  readonly fix: Bilingual;
}
