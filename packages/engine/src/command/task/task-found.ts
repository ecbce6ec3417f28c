import type { Problem } from "@flowright/definition";
import type { OpenTask } from "../../contract/state.ts";
import { refusal } from "../../problem/render.ts";
import type { NodeProgram } from "../../program/program.ts";
import { nodeOf, type Place, placeOf, type Turn, waitingWith } from "../../turn/turn.ts";

export interface FoundTask {
  readonly id: number;
  readonly token: number;
  readonly place: Place;
  readonly node: NodeProgram;
  readonly task: OpenTask;
}

type Found =
  | { readonly ok: true; readonly found: FoundTask }
  | { readonly ok: false; readonly problem: Problem };

/** An open task by its id. */
export function findTask(turn: Turn, id: number): Found {
  const waiting = waitingWith(turn, "tasks", id);
  if (waiting !== null) {
    const { token, row: task } = waiting;
    const place = placeOf(turn, token);
    return { ok: true, found: { id, token, place, node: nodeOf(turn, place.node), task } };
  }
  return { ok: false, problem: refusal("task.not-open", { task: id }) };
}

/**
 * Why a person may not act on a task. A task of another person, or one for named people only, is refused here;
 * who holds a role is for the host to know.
 */
export function notAllowed({ task, node }: FoundTask, by: string): Problem | null {
  const { assignee, roles = [], people = [] } = task;
  if (assignee !== undefined)
    return assignee === by ? null : refusal("task.of-another", { assignee }, { node: node.id });
  if (roles.length > 0 || people.includes(by)) return null;
  return refusal("task.not-for-you", { by }, { node: node.id });
}
