import { textOf } from "../../model/text-of.ts";
import type { ScopeVariables } from "../../model/with-fields.ts";
import { shown } from "../../schema/value-names.ts";
import type { DrawnEdge, Rule } from "../drawing.ts";
import { nameParams } from "../names.ts";
import { chooses } from "../structure/edge-marks.ts";
import { alwaysOneHolds } from "./always-one-holds.ts";

/** A choice without default says in plain words what happens to the case for which no condition holds. */
export const noDefault: Rule = ({ scopes }, report) => {
  for (const scope of scopes) {
    for (const { node, path } of scope.nodes) {
      if (!chooses(node)) continue;
      const branches = scope.outgoing(node);
      const conditions = branches.flatMap(({ edge }) => edge.condition ?? []);
      // Where a condition is missing, that is said instead.
      if (branches.length === 0 || conditions.length < branches.length) continue;
      if (branches.some(({ edge }) => edge.default === true)) continue;
      if (alwaysOneHolds(conditions, scope.variables)) continue;
      report.add("gateway.no-default", {
        path,
        node: node.id,
        params: {
          ...nameParams("step", node),
          none: noneInEnglish(branches, scope.variables),
          "none:zh-CN": noneInChinese(branches, scope.variables),
        },
      });
    }
  }
};

function noneInEnglish(branches: readonly DrawnEdge[], variables: ScopeVariables): string {
  const names = branches.map((branch) => `“${nameOf(branch, "en", variables)}”`);
  const last = names.pop();
  if (names.length === 0) return `${last} does not hold`;
  if (names.length === 1) return `neither ${names[0]} nor ${last} holds`;
  return `none of ${names.join(", ")} and ${last} holds`;
}

function noneInChinese(branches: readonly DrawnEdge[], variables: ScopeVariables): string {
  const names = branches.map((branch) => `“${nameOf(branch, "zh-CN", variables)}”`);
  return names.length === 1 ? `${names[0]}不成立` : `${names.join("、")}都不成立`;
}

function nameOf({ edge }: DrawnEdge, language: "en" | "zh-CN", variables: ScopeVariables): string {
  return (
    shown(textOf(edge.name, language)) ||
    shown(edge.condition === undefined ? edge.id : withTitles(edge.condition, language, variables))
  );
}

const TEXT_OR_NAME = /"[^"]*"|(?<![.\p{L}\p{N}_])[\p{L}_][\p{L}\p{N}_]*/gu;

/** A condition with its fields by the titles that people know. */
function withTitles(condition: string, language: "en" | "zh-CN", variables: ScopeVariables): string {
  return condition.replace(TEXT_OR_NAME, (word) => textOf(variables[word]?.title, language) || word);
}
