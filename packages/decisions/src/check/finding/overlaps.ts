import type { PreparedRule } from "../../compile/prepared-table.ts";
import { problem } from "../../problem/create-problem.ts";
import type { DecisionProblem } from "../../problem/decision-problem.ts";
import { sameValue } from "../../table/value-of-type.ts";
import { boxDetails } from "../box-words.ts";
import { Budget } from "../search/budget.ts";
import { overlappingPairs, type Pair } from "../search/overlapping-pairs.ts";
import type { TableSpace } from "../table-space.ts";
import { more, notChecked, SHOWN } from "./bounds.ts";

/** Enough for every pair of 2,000 rules over 10 columns. */
const PAIR_WORK = 25_000_000;
const OVERLAPS = { en: "overlaps", "zh-CN": "重叠" };

type Verdict = "decision.overlap" | "decision.contradiction" | "decision.contradiction-possible";

/** Pairs of rules that both match where the hit policy allows only one of them, or only one result. */
export function overlaps(space: TableSpace): DecisionProblem[] {
  const { hitPolicy } = space.prepared.table;
  if (hitPolicy !== "unique" && hitPolicy !== "any") return [];
  const { pairs, complete } = forbiddenPairs(space, SHOWN);
  const found = pairs.flatMap((pair) => overlapOf(space, pair));
  if (complete) return found;
  return [...found, pairs.length === SHOWN ? more(OVERLAPS, SHOWN) : notChecked(OVERLAPS)];
}

export function forbiddenPairs(space: TableSpace, most: number): { pairs: Pair[]; complete: boolean } {
  const boxes = space.rules.map(({ must }) => must);
  const counts = (first: number, second: number): boolean => verdictOf(space, first, second) !== null;
  return overlappingPairs(boxes, space.byChoice, new Budget(PAIR_WORK), most, counts);
}

function verdictOf({ prepared }: TableSpace, first: number, second: number): Verdict | null {
  if (prepared.table.hitPolicy === "unique") return "decision.overlap";
  const [a, b] = [prepared.rules[first], prepared.rules[second]];
  return a && b ? comparedResults(a, b) : null;
}

/** Whether two rules of the policy “any” may meet. Results that are computed by the same text are the same. */
function comparedResults(a: PreparedRule, b: PreparedRule): Verdict | null {
  let verdict: Verdict | null = null;
  for (const [index, value] of a.constants.entries()) {
    const other = b.constants[index];
    if (value !== undefined && other !== undefined) {
      if (!sameValue(value, other)) return "decision.contradiction";
    } else if (a.rule.then[index]?.trim() !== b.rule.then[index]?.trim()) {
      verdict = "decision.contradiction-possible";
    }
  }
  return verdict;
}

function overlapOf(space: TableSpace, { first, second, common }: Pair): DecisionProblem[] {
  const verdict = verdictOf(space, first, second);
  if (!verdict) return [];
  const { params, example } = boxDetails(space, common);
  const rules = [first, second].map((row) => space.rules[row]?.id ?? "");
  const rows = { first: first + 1, second: second + 1 };
  return [problem(verdict, `/rules/${second}`, { params: { ...rows, ...params }, rules, example })];
}
