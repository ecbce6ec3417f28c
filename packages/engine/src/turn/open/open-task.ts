import type { TaskOpen } from "../../contract/effect.ts";
import { effect, emit, issue, type Place, type Turn } from "../turn.ts";

/** Opens a task, or announces it; where exactly one person may do it, it is his. One that was announced keeps its number. */
export function openTask(
  turn: Turn,
  place: Place,
  asked: Pick<TaskOpen, "type" | "candidates" | "due" | "form" | "waitsFor">,
): void {
  const { type, candidates, due, form } = asked;
  const { roles, people } = candidates;
  const assignee = roles.length === 0 && people.length === 1 ? (people[0] ?? null) : null;
  const task = turn.draft.tokens[place.token]?.w?.ahead?.task ?? issue(turn);
  const waits = asked.waitsFor === undefined ? {} : { waitsFor: asked.waitsFor };
  emit(turn, { kind: "task.opened", ...place, task, type, assignee, candidates, due, ...waits });
  effect(turn, {
    kind: "task.open",
    task,
    node: place.node,
    type,
    assignee,
    candidates,
    due,
    form,
    ...waits,
  });
}
