import type { BilingualText } from "@flowright/definition";

/**
 * What became of a part of the file.
 *
 * - `kept`: the flow has the same thing, and it means the same.
 * - `translated`: the flow says it in another way (`from`, `to`).
 * - `annotation`: kept for people and for the way back; it does not run.
 * - `refused`: the flow does not have it (`reason`).
 */
export type Verdict = "kept" | "translated" | "annotation" | "refused";

/** The verdict on one element or one attribute. */
export interface ReportEntry {
  readonly what: "element" | "attribute";
  /** As written, with its prefix. */
  readonly name: string;
  /** Its place: `/definitions/process/task[2]/@name`, without prefixes. */
  readonly path: string;
  /** Id, in the file, of itself, else of the nearest element around it; of a shape or line of the diagram, of what it draws. */
  readonly of?: string;
  readonly line: number;
  readonly column: number;
  readonly verdict: Verdict;
  /** For what is translated: its words in the file, and the property of the flow with its value. The same in every language. */
  readonly from?: string;
  readonly to?: string;
  /** Why it does not run, or is not taken. */
  readonly reason?: { readonly code: string; readonly text: BilingualText };
}

export interface ImportReport {
  /** One entry per element and attribute, in the order of the file. */
  readonly entries: readonly ReportEntry[];
  readonly counts: Readonly<Record<Verdict, number>>;
}
