import type { JsonObject, TaskResult, TaskVerb } from "@flowright/client";
import { api } from "../../../session/api.ts";

export type Verb = Exclude<TaskVerb, "comment">;

export interface Doing {
  readonly verb: Verb;
  readonly data?: JsonObject;
  readonly checked?: readonly string[];
  readonly reason?: string;
  readonly to?: string;
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
      return tasks.return(task, reason, once);
    case "transfer":
      return tasks.transfer(task, to, reason, once);
    case "claim":
      return tasks.claim(task, once);
    case "release":
      return tasks.release(task, once);
  }
}
