import type { JsonObject, TaskResult, TaskVerb } from "@flowright/client";
import { api } from "../../../session/api.ts";

export type Verb = Exclude<TaskVerb, "comment">;

export interface Doing {
  readonly verb: Verb;
  readonly data?: JsonObject;
  readonly checked?: readonly string[];
  readonly reason?: string;
  /** A person, or for a return a step. */
  readonly to?: string;
  readonly way?: "walk" | "jump";
}

/** Sends what a person decided about a task. The key makes a second sending harmless. */
export function sendVerb(task: string, doing: Doing, idempotencyKey: string): Promise<TaskResult> {
  const { tasks } = api();
  const once = { idempotencyKey };
  const { data, checked, reason = "", to = "" } = doing;
  const filled = {
    ...(data === undefined ? {} : { data }),
    ...(checked === undefined ? {} : { checked: [...checked] }),
    ...(reason === "" ? {} : { comment: reason }),
  };
  switch (doing.verb) {
    case "complete":
      return tasks.complete(task, filled, once);
    case "approve":
      return tasks.approve(task, filled, once);
    case "reject":
      return tasks.reject(task, filled, once);
    case "return":
      return tasks.return(
        task,
        {
          reason,
          ...(to === "" ? {} : { to }),
          ...(doing.way === undefined ? {} : { way: doing.way }),
        },
        once,
      );
    case "add-approver":
      return tasks.addApprover(task, to, once);
    case "remove-approver":
      return tasks.removeApprover(task, to, once);
    case "transfer":
      return tasks.transfer(task, to, reason, once);
    case "claim":
      return tasks.claim(task, once);
    case "release":
      return tasks.release(task, once);
  }
}
