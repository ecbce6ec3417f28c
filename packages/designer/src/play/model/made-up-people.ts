import type { WorkflowDefinition } from "@flowright/definition";
import type { TaskOpen } from "@flowright/engine";
import { indexOf } from "../../model/document/index-of.ts";

/** The made-up person who starts a trial. */
export const STARTER = "me";

/** Members of roles, and those who act without one. */
export type MadeUpPeople = { readonly [role: string]: readonly string[] };

/** Those who have the roles of a flow: as many of each as its approvals need votes, at least one. */
export function madeUpPeople(definition: WorkflowDefinition, roles: readonly string[]): MadeUpPeople {
  const needed = new Map<string, number>(
    [...(definition.roles ?? []).map(({ id }) => id), ...roles].map((role) => [role, 1] as const),
  );
  for (const { node } of indexOf(definition).nodes.values()) {
    if (!("who" in node) || node.who?.type !== "role") continue;
    const { role } = node.who;
    const votes = node.kind === "approval" && node.rule.type === "nOfM" ? node.rule.n : 1;
    needed.set(role, Math.max(needed.get(role) ?? 1, votes));
  }
  const names = (role: string, votes: number) =>
    votes === 1 ? [role] : Array.from({ length: votes }, (_, at) => `${role} ${at + 1}`);
  return Object.fromEntries([...needed].map(([role, votes]) => [role, names(role, votes)]));
}

/** Who does a task: the person it is for, or a member of its role. */
export function doerOf(people: MadeUpPeople, { assignee, candidates }: TaskOpen): string {
  const [role] = candidates.roles;
  return assignee ?? candidates.people[0] ?? (role === undefined ? STARTER : (people[role]?.[0] ?? role));
}
