import type { Node, WorkflowDefinition } from "@flowright/definition";
import { textOf } from "@flowright/definition";
import type { ProofFinding, ProofMove } from "../proof.ts";
import type { ScopeTree } from "../scope/scope-tree.ts";
import { type Both, named, shortened } from "../text/names.ts";
import { findingAt } from "../text/tell.ts";

/** Tells steps for a role that nobody holds, and approvals that ask more people than hold it. */
export function checkRoles(
  definition: WorkflowDefinition,
  scope: ScopeTree,
  holders: { readonly [role: string]: number },
  movesTo: (node: string) => readonly ProofMove[],
): ProofFinding[] {
  const findings: ProofFinding[] = [];
  for (const node of scope.nodes.values()) {
    const role = roleOf(node);
    if (role === null) continue;
    const count = Object.hasOwn(holders, role) ? (holders[role] ?? 0) : 0;
    const needed = node.kind === "approval" && node.rule.type === "nOfM" ? node.rule.n : 1;
    if (count >= needed) continue;
    const texts = { step: named(scope, node.id), role: roleName(definition, role) };
    const more = { moves: movesTo(node.id) };
    findings.push(
      count === 0
        ? findingAt("proof.role-empty", scope, [node.id], texts, more)
        : findingAt("proof.role-too-few", scope, [node.id], { ...texts, count, needed }, more),
    );
  }
  return findings;
}

function roleOf(node: Node): string | null {
  if (node.kind !== "userTask" && node.kind !== "approval") return null;
  return node.who.type === "role" ? node.who.role : null;
}

function roleName({ roles = [] }: WorkflowDefinition, id: string): Both {
  const name = roles.find((role) => role.id === id)?.name;
  return {
    en: `“${shortened(textOf(name, "en")) || id}”`,
    zh: `“${shortened(textOf(name, "zh-CN")) || id}”`,
  };
}
