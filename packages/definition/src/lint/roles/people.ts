import type { Rule } from "../drawing.ts";
import { nameParams } from "../names.ts";

/** A list of people names each once. */
export const people: Rule = ({ scopes }, report) => {
  for (const { nodes } of scopes) {
    for (const { node, path } of nodes) {
      if (node.kind !== "userTask" && node.kind !== "approval") continue;
      if (node.who.type !== "people") continue;
      const seen = new Set<string>();
      for (const [index, person] of node.who.people.entries()) {
        const finding = { path: `${path}/who/people/${index}`, node: node.id };
        const params = { ...nameParams("step", node), person };
        if (person.trim() === "") report.add("people.blank", { ...finding, params });
        else if (seen.has(person)) report.add("people.duplicate", { ...finding, params });
        seen.add(person);
      }
    }
  }
};
