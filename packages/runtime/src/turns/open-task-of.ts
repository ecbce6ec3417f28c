import type { InstanceState } from "@flowright/engine";

/** The task as the state sees it, or null where it is not open. */
export function openTaskOf(
  state: InstanceState,
  number: number,
): {
  readonly node: string;
  readonly type: "w" | "a" | "r";
  /** Scope in which its token stands. */
  readonly scope: number;
  readonly assignee: string | null;
  readonly roles: readonly string[];
  readonly people: readonly string[];
} | null {
  const key = String(number);
  for (const token of Object.values(state.tokens)) {
    const tasks = token.w?.tasks;
    if (tasks === undefined || !Object.hasOwn(tasks, key)) continue;
    const task = tasks[key];
    if (task === undefined) continue;
    return {
      node: token.n,
      type: task.t,
      scope: token.s,
      assignee: task.assignee ?? null,
      roles: task.roles ?? [],
      people: task.people ?? [],
    };
  }
  return null;
}
