import { compareRanks, rankOf } from "../../evaluate/priority.ts";
import { problem } from "../../problem/create-problem.ts";
import type { DecisionProblem } from "../../problem/decision-problem.ts";
import { type Box, boxesMeet } from "../search/box.ts";
import { Budget } from "../search/budget.ts";
import { uncovered } from "../search/uncovered.ts";
import { canMatch, type RuleSpace, type TableSpace } from "../table-space.ts";
import { more, notChecked, rowsText, SHOWN } from "./bounds.ts";

const HIDDEN_WORK = 25_000_000;
const HIDDEN = { en: "rules that never count", "zh-CN": "不起作用的规则" };

interface Hidden {
  readonly rule: RuleSpace;
  /** The rules that take its place. */
  readonly by: readonly RuleSpace[];
}

/** Rules that never count: “first” with earlier rules over them, “priority” with more important ones over them. */
export function hiddenRules(space: TableSpace): DecisionProblem[] {
  const { hitPolicy } = space.prepared.table;
  if (hitPolicy !== "first" && hitPolicy !== "priority") return [];
  const code = hitPolicy === "first" ? "decision.rule-masked" : "decision.rule-outranked";
  const { hidden, complete } = hiddenIn(space);
  const found = hidden.slice(0, SHOWN).map(({ rule, by }) =>
    problem(code, `/rules/${rule.row}`, {
      params: { row: rule.row + 1, rows: rowsText(by.map(({ row }) => row)) },
      rules: [rule.id, ...by.map(({ id }) => id)],
    }),
  );
  if (hidden.length > SHOWN) found.push(more(HIDDEN, SHOWN));
  return complete ? found : [...found, notChecked(HIDDEN)];
}

export function hiddenIn(space: TableSpace): { hidden: Hidden[]; complete: boolean } {
  const budget = new Budget(HIDDEN_WORK);
  const hidden: Hidden[] = [];
  for (const [rule, before] of candidates(space)) {
    if (!budget.spend(before.length)) return { hidden, complete: false };
    const by = before.filter((other) => boxesMeet(other.stops, rule.may));
    const boxes = by.map(({ stops }): Box => stops);
    const left = uncovered(rule.may, boxes, budget, 1);
    if (left.boxes.length > 0) continue;
    if (!left.complete) return { hidden, complete: false };
    hidden.push({ rule, by });
  }
  return { hidden, complete: true };
}

/** Each rule that can match, with the rules that go before it. */
function candidates(space: TableSpace): [rule: RuleSpace, before: RuleSpace[]][] {
  const rules = space.prepared.table.hitPolicy === "first" ? space.rules : byRank(space);
  return rules.flatMap((rule, index): [RuleSpace, RuleSpace[]][] =>
    canMatch(rule) ? [[rule, rules.slice(0, index)]] : [],
  );
}

/** The rules whose results are fixed, the most important first. */
function byRank({ prepared, rules }: TableSpace): RuleSpace[] {
  const ranked = rules.flatMap((rule) => {
    const constants = prepared.rules[rule.row]?.constants ?? [];
    const known = prepared.outputs.every(({ listed }, index) => !listed || constants[index] !== undefined);
    const values = constants.map((value) => value ?? null);
    return known ? [{ rule, rank: rankOf(prepared.outputs, values) }] : [];
  });
  return ranked
    .sort((a, b) => compareRanks(a.rank, b.rank) || a.rule.row - b.rule.row)
    .map(({ rule }) => rule);
}
