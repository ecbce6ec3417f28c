/** One page of a list; `next` is the cursor of the next page, null at the end. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** Text in one language, or in both. */
export type Text = string | { en?: string; "zh-CN"?: string };

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** RFC 9457 problem with Flowright's code and fix, in the reader's language. */
export interface ApiProblem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  fix: string;
  instance?: string;
  params?: { [name: string]: string | number };
  /** Single problems of a rejected document or form. */
  problems?: ProblemItem[];
}

export interface ProblemItem {
  code: string;
  severity: "error" | "warning";
  /** JSON Pointer into the body or document. */
  path: string;
  node?: string;
  at?: { offset: number; length: number } | { line: number; column: number };
  params: { [name: string]: string | number };
  message: { en: string; "zh-CN": string };
  fix: { en: string; "zh-CN": string };
}
