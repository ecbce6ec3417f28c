import type { Node } from "../../generated/workflow.ts";
import type { Rule } from "../drawing.ts";
import { nameParams, textParams } from "../names.ts";

/** The roles that steps refer to are listed, once, and each is used. */
export const roleIds: Rule = ({ definition, scopes }, report) => {
  const roles = definition.roles ?? [];
  const known = new Set<string>();
  for (const [index, { id }] of roles.entries()) {
    if (known.has(id)) report.add("role.duplicate", { path: `/roles/${index}/id`, params: { id } });
    known.add(id);
  }
  const used = new Set<string>();
  for (const { nodes } of scopes) {
    for (const { node, path } of nodes) {
      for (const { role, path: place } of rolesOf(node)) {
        used.add(role);
        if (known.has(role)) continue;
        report.add("role.unknown", {
          path: path + place,
          node: node.id,
          params: { ...nameParams("step", node), id: role, ...report.suggest(role, known) },
        });
      }
    }
  }
  for (const [index, { id, name }] of roles.entries()) {
    if (!used.has(id))
      report.add("role.unused", { path: `/roles/${index}`, params: textParams("role", name, id) });
  }
};

function rolesOf(node: Node): { role: string; path: string }[] {
  if (node.kind === "start") {
    return (node.startableBy ?? []).map((role, index) => ({ role, path: `/startableBy/${index}` }));
  }
  if (node.kind !== "userTask" && node.kind !== "approval") return [];
  return node.who.type === "role" ? [{ role: node.who.role, path: "/who/role" }] : [];
}
