import type { FieldTypes } from "@flowright/expressions";
import { prepareTable } from "../compile/prepare-table.ts";
import type { DecisionProblem } from "../problem/decision-problem.ts";
import type { DecisionTable } from "../table/decision-table.ts";
import { readTable } from "../table/read-table.ts";
import { notChecked } from "./finding/bounds.ts";
import { gaps } from "./finding/gaps.ts";
import { hiddenRules } from "./finding/hidden-rules.ts";
import { neverMatching, repeatedRules, undecidable } from "./finding/odd-rules.ts";
import { overlaps } from "./finding/overlaps.ts";
import { tableSpace } from "./table-space.ts";

const COLUMNS = { en: "columns with very many values", "zh-CN": "取值过多的列" };

/**
 * Everything that can be said about a table without values: what keeps it from being compiled, and of its rules
 * gaps, overlaps, contradictions, rules that never match, never count or repeat others.
 *
 * `types` are the variables of the flow; a table that stands alone is checked without them, by its columns.
 *
 * Each column is cut into the pieces that its cells tell apart, so that a rule becomes a box of whole numbers.
 * Columns are taken to be independent of each other. A cell that computes may hold or not, so no gap is reported
 * that it may cover and no overlap that it may not have. The work is bounded; a search that stopped says so.
 */
export function checkDecisionTable(table: DecisionTable, types?: FieldTypes): DecisionProblem[] {
  const read = readTable(table);
  if (!read.ok) return read.problems;
  const { prepared, problems } = prepareTable(read.table, types);
  const space = tableSpace(prepared);
  return [
    ...problems,
    ...neverMatching(space),
    ...repeatedRules(space),
    ...overlaps(space),
    ...hiddenRules(space),
    ...gaps(space),
    ...undecidable(space),
    ...(space.columns.some(({ tooMany }) => tooMany) ? [notChecked(COLUMNS)] : []),
  ];
}
