import type { Problem } from "@flowright/definition";

/** Why something was refused, with the HTTP status that fits. Expected failures are values. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 503;
  readonly problem: Problem;
  /** The single problems of a rejected document or form. */
  readonly problems?: readonly Problem[] | undefined;
  /** Seconds. */
  readonly retryAfter?: number | undefined;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };
