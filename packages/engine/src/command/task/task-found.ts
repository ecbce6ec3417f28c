import { type Problem, textOf } from "@flowright/definition";
import type { OpenTask } from "../../contract/state.ts";
import { refusal } from "../../problem/render.ts";
import type { NodeProgram } from "../../program/program.ts";
import { blockersOf, isAhead } from "../../turn/casework/plan.ts";
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
  return { ok: false, problem: waitsStill(turn, id) ?? refusal("task.not-open", { task: id }) };
}

/** Why a task that is announced cannot be done yet; null where it is none. */
function waitsStill(turn: Turn, id: number): Problem | null {
  for (const key in turn.draft.tokens) {
    const token = Number(key);
    if (turn.draft.tokens[token]?.w?.ahead?.task !== id || !isAhead(turn, token)) continue;
    const { scope, node } = placeOf(turn, token);
    const blockers = blockersOf(turn, scope, nodeOf(turn, node));
    if (blockers.length === 0) return refusal("task.too-early", {}, { node });
    const named = (language: "en" | "zh-CN") =>
      blockers
        .map((step) => textOf(step.node.name, language) || step.id)
        .join(language === "en" ? ", " : "、");
    const params = {
      steps: named("en"),
      "steps:zh-CN": named("zh-CN"),
      ids: blockers.map((b) => b.id).join(" "),
    };
    return refusal("task.waits", params, { node });
  }
  return null;
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
