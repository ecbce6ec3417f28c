import { checkDecisionTable, type DecisionProblem } from "@flowright/decisions";
import type { DecisionTable } from "../../generated/workflow.ts";
import type { ScopeVariables } from "../../model/with-fields.ts";
import type { Rule } from "../drawing.ts";
import { nameParams } from "../names.ts";

/** Work of all tables together; one with 2,000 rules counts as much as all of these. */
const MOST_RULES = 4000;

/** The tables of decision steps can be read, cover what may come, and do not contradict themselves. */
export const decisionTables: Rule = ({ scopes }, report) => {
  let rules = 0;
  for (const scope of scopes) {
    for (const { node, path } of scope.nodes) {
      if (node.kind !== "businessRuleTask" || !node.table) continue;
      rules += node.table.rules.length + 8;
      if (rules > MOST_RULES) {
        const params = { ...nameParams("step", node), limit: MOST_RULES };
        report.add("decision.tables-too-many", { path: `${path}/table`, node: node.id, params });
        return;
      }
      for (const found of problemsOf(node.table, scope.variablesAt(node))) {
        report.addTold({
          code: found.code,
          severity: found.severity,
          path: `${path}/table${found.path}`,
          node: node.id,
          ...(found.at ? { at: found.at } : {}),
          params: found.params,
          message: found.message,
          fix: found.fix,
        });
      }
    }
  }
};

interface Known {
  readonly variables: ScopeVariables;
  readonly problems: readonly DecisionProblem[];
}

/** An editor checks after every change, and most changes leave a table and the fields that it reads as they were. */
const known = new WeakMap<DecisionTable, Known>();

function problemsOf(table: DecisionTable, variables: ScopeVariables): readonly DecisionProblem[] {
  const existing = known.get(table);
  if (existing && sameFields(existing.variables, variables)) return existing.problems;
  const problems = checkDecisionTable(table, variables);
  known.set(table, { variables, problems });
  return problems;
}

function sameFields(a: ScopeVariables, b: ScopeVariables): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
