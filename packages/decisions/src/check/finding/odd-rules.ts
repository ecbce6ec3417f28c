import { problem } from "../../problem/create-problem.ts";
import type { DecisionProblem } from "../../problem/decision-problem.ts";
import { both, inputWords, wordsParam } from "../../table/words.ts";
import { isEmpty } from "../axis/region.ts";
import { canMatch, type RuleSpace, type TableSpace } from "../table-space.ts";
import { more, rowsText, SHOWN } from "./bounds.ts";

const NEVER = { en: "rules that never match", "zh-CN": "永不匹配的规则" };
const REPEATED = { en: "rules that repeat others", "zh-CN": "重复的规则" };

/** Rules with a condition that no value meets. */
export function neverMatching(space: TableSpace): DecisionProblem[] {
  const found = space.rules.flatMap(({ row, id, may }) => {
    const column = may.findIndex(isEmpty);
    const input = space.columns[column]?.input;
    if (!input) return [];
    const cell = both(space.prepared.rules[row]?.rule.when[column]?.trim() ?? "");
    const params = { row: row + 1, ...wordsParam("input", inputWords(input)), ...wordsParam("cell", cell) };
    return [problem("decision.rule-never", `/rules/${row}/when/${column}`, { params, rules: [id] })];
  });
  return limited(found, NEVER);
}

/** Rules that say what an earlier one says. */
export function repeatedRules(space: TableSpace): DecisionProblem[] {
  const known = new Map<string, RuleSpace>();
  const found = space.rules.filter(canMatch).flatMap((rule) => {
    const key = meaningOf(space, rule);
    const first = known.get(key);
    if (!first) {
      known.set(key, rule);
      return [];
    }
    const params = { first: first.row + 1, second: rule.row + 1 };
    return [problem("decision.rule-duplicate", `/rules/${rule.row}`, { params, rules: [first.id, rule.id] })];
  });
  return limited(found, REPEATED);
}

/** Rules of which gaps and overlaps cannot be told beforehand. */
export function undecidable({ rules }: TableSpace): DecisionProblem[] {
  const computing = rules.filter((rule) => rule.computes);
  if (computing.length === 0) return [];
  const params = { rows: rowsText(computing.map(({ row }) => row)) };
  return [problem("decision.not-decidable", "/rules", { params, rules: computing.map(({ id }) => id) })];
}

/** Equal for rules that match the same values and give the same: cells that are not told are compared by their text. */
function meaningOf({ prepared }: TableSpace, rule: RuleSpace): string {
  const own = prepared.rules[rule.row];
  const when = rule.told ? rule.must : own?.when;
  return JSON.stringify([rule.told, when, own?.rule.then.map((cell) => cell.trim())]);
}

function limited(found: readonly DecisionProblem[], what: typeof NEVER): DecisionProblem[] {
  return found.length > SHOWN ? [...found.slice(0, SHOWN), more(what, SHOWN)] : [...found];
}
