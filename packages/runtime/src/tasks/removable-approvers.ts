import type { Node } from "@flowright/definition";
import type { InstanceState } from "@flowright/engine";

/**
 * Who need not be asked any more for a decision at the step of a task: whoever was asked and has not decided, as long
 * as the rule of the step can still be met without this person.
 */
export function removableApprovers(state: InstanceState, number: number, node: Node | undefined): string[] {
  if (node?.kind !== "approval") return [];
  const waits = Object.values(state.tokens)
    .map(({ w }) => w)
    .find((w) => Object.hasOwn(w?.tasks ?? {}, number));
  const { tasks = {}, votes = {} } = waits ?? {};
  if (node.rule.type === "any") {
    const { people = [], roles = [] } = tasks[number] ?? {};
    return people.length > 1 || roles.length > 0 ? [...people] : [];
  }
  const left = Object.keys(tasks).length + Object.keys(votes).length - 1;
  if (left < (node.rule.type === "nOfM" ? node.rule.n : 1)) return [];
  return Object.values(tasks).flatMap(({ t, assignee }) =>
    t === "a" && typeof assignee === "string" && !Object.hasOwn(votes, assignee) ? [assignee] : [],
  );
}
