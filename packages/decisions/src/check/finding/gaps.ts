import { givesList } from "../../evaluate/decide.ts";
import { problem } from "../../problem/create-problem.ts";
import type { DecisionProblem } from "../../problem/decision-problem.ts";
import { boxDetails } from "../box-words.ts";
import type { Box } from "../search/box.ts";
import { Budget } from "../search/budget.ts";
import { mergeBoxes } from "../search/merge-boxes.ts";
import { uncovered } from "../search/uncovered.ts";
import type { TableSpace } from "../table-space.ts";
import { more, notChecked, SHOWN } from "./bounds.ts";

const GAP_WORK = 10_000_000;
const PIECES = 300;
const GAPS = { en: "gaps", "zh-CN": "遗漏" };

/** Values that no rule takes, where the table would then have no answer. Missing values are no gap. */
export function gaps(space: TableSpace): DecisionProblem[] {
  if (answersAlways(space)) return [];
  const { boxes, complete } = gapBoxes(space);
  const shown = boxes.slice(0, SHOWN);
  const found = shown.map((box) => problem("decision.gap", "/rules", boxDetails(space, box)));
  if (boxes.length > shown.length || (!complete && boxes.length > 0))
    return [...found, more(GAPS, shown.length)];
  return complete ? found : [...found, notChecked(GAPS)];
}

/** The gaps as boxes, in the order of their places. `complete` is false when there may be more. */
export function gapBoxes(space: TableSpace): { boxes: Box[]; complete: boolean } {
  const rules = space.rules.map(({ may }) => may);
  const { boxes, complete } = uncovered(space.domain, rules, new Budget(GAP_WORK), PIECES);
  return { boxes: mergeBoxes(boxes).sort(compareBoxes), complete };
}

function answersAlways({ prepared, domain }: TableSpace): boolean {
  const { hitPolicy, aggregator } = prepared.table;
  const counts = hitPolicy === "collect" && aggregator === "count";
  const hasDefault = prepared.outputs.some(({ output }) => output.default !== undefined);
  return counts || hasDefault || givesList(prepared) || domain.some((region) => region.length === 0);
}

function compareBoxes(a: Box, b: Box): number {
  for (const [column, region] of a.entries()) {
    const difference = (region[0] ?? 0) - (b[column]?.[0] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
