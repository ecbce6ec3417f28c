import { problem } from "../../problem/create-problem.ts";
import type { DecisionProblem } from "../../problem/decision-problem.ts";
import { type Words, wordsParam } from "../../table/words.ts";

/** So many findings of a kind are shown. */
export const SHOWN = 30;

/** There are more findings of a kind than are shown. */
export function more(what: Words, count: number): DecisionProblem {
  return problem("decision.more", "/rules", { params: { count, ...wordsParam("what", what) } });
}

/** A search ended before its end. */
export function notChecked(what: Words): DecisionProblem {
  return problem("decision.not-checked", "/rules", { params: wordsParam("what", what) });
}

/** Rows as people count them, at most ten of them. */
export function rowsText(rows: readonly number[]): string {
  const named = rows.slice(0, 10).map((row) => String(row + 1));
  return [...named, ...(rows.length > named.length ? ["…"] : [])].join(", ");
}
