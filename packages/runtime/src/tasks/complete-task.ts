import type { CompleteTask, TaskResult } from "@flowright/client";
import type { Command } from "@flowright/engine";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Once } from "../contract/runtime.ts";
import { refuseLargeValue } from "../problem/large-value.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { checkTaskData } from "./check-task-data.ts";
import { mayDo } from "./task-access.ts";
import { taskCommand } from "./task-command.ts";
import { refuseTask } from "./task-problems.ts";

type Decision = "approved" | "rejected";

/** Completes a work task or a revision, or decides an approval with its outcome. */
export function completeTask(
  parts: TurnParts,
  caller: Caller,
  id: string,
  body: CompleteTask,
  decision: Decision | null,
  once: Once | undefined,
): Promise<Result<TaskResult>> {
  if ((body.comment?.length ?? 0) > 4_000) {
    return Promise.resolve(refuseTask("task.comment-too-long", {}, { path: "/comment" }));
  }
  const large = refuseLargeValue(body.data, "/data");
  if (large) return Promise.resolve(large);
  const outcome = decision ?? body.outcome;
  return taskCommand(
    parts,
    caller,
    id,
    { name: "complete", body: { ...body, outcome } },
    once,
    (task, view) => {
      const other = mayDo(caller, task);
      if (other) return other;
      if (task.type === "a" && outcome !== "approved" && outcome !== "rejected") {
        return refuseTask("task.is-approval", {}, { path: "/outcome" });
      }
      if (task.type !== "a" && decision !== null) return refuseTask("task.is-no-approval");
      const node = view.program.nodes.get(task.node);
      if (
        node?.kind === "approval" &&
        task.type === "a" &&
        lacksReason(node.reasonRequired ?? "reject", outcome, body.comment)
      ) {
        return refuseTask("task.reason-missing", {}, { path: "/comment" });
      }
      const data = checkTaskData(view.definition, task, view.state, body.data ?? {}, view.now);
      if (!data.ok) return data;
      const command: Command = {
        kind: "task.complete",
        task: task.number,
        by: caller.user,
        data: data.value,
        outcome,
        comment: body.comment,
        checked: body.checked,
      };
      return { ok: true, value: command };
    },
  );
}

function lacksReason(
  required: "never" | "reject" | "always",
  outcome: string | undefined,
  comment: string | undefined,
): boolean {
  if ((comment ?? "").trim() !== "") return false;
  return required === "always" || (required === "reject" && outcome === "rejected");
}
