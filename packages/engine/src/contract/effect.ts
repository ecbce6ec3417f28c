import type { Json, JsonObject } from "./json.ts";

/**
 * What the runtime must do in the same transaction as the new state. Ids are numbers, unique in the
 * instance, from the counter in its state. Every wait opens one row and its end closes it.
 */
export type Effect =
  | TaskEffect
  | JobCreate
  | { readonly kind: "job.cancel"; readonly job: number }
  | {
      readonly kind: "timer.schedule";
      readonly timer: number;
      readonly node: string;
      /** ISO instant. */
      readonly due: string;
    }
  | { readonly kind: "timer.cancel"; readonly timer: number }
  | {
      readonly kind: "subscription.open";
      readonly subscription: number;
      readonly node: string;
      /** A message goes to the one that waits for its name and key, a signal to all that wait for its name. */
      readonly type: "message" | "signal";
      readonly name: string;
      readonly key: string | null;
    }
  | { readonly kind: "subscription.close"; readonly subscription: number }
  /** To be correlated like any message; `message` numbers those of the instance, so that it is sent once. */
  | {
      readonly kind: "message.send";
      readonly message: number;
      readonly node: string;
      readonly name: string;
      readonly key: string | null;
      readonly data: JsonObject;
    }
  /** To everything in the workspace that waits for the name, starts included. */
  | {
      readonly kind: "signal.send";
      readonly signal: number;
      readonly node: string;
      readonly name: string;
      readonly data: JsonObject;
    }
  | CallStart
  /** The case that was called is to be cancelled. */
  | { readonly kind: "call.cancel"; readonly call: number }
  /** To the case that called this one. */
  | { readonly kind: "caller.escalate"; readonly code: string; readonly message: string }
  /** More is to be done than one turn takes: the host gives the command `turn.continue`. */
  | { readonly kind: "turn.continue" }
  | {
      readonly kind: "incident.raise";
      readonly incident: number;
      readonly node: string;
      readonly code: string;
      readonly params: JsonObject;
      readonly message: { readonly en: string; readonly "zh-CN": string };
      readonly detail?: JsonObject | undefined;
      /** The job that failed, if one did. */
      readonly job?: number | undefined;
    }
  | { readonly kind: "incident.resolve"; readonly incident: number; readonly by: string | null }
  | {
      readonly kind: "instance.end";
      readonly status: "completed" | "terminated" | "cancelled";
      /** The error that ended a case that was called. */
      readonly error?: { readonly code: string; readonly message: string } | undefined;
    };

type TaskEffect =
  | TaskOpen
  | {
      readonly kind: "task.update";
      readonly task: number;
      readonly assignee: string | null;
      readonly candidates: Candidates;
    }
  | {
      readonly kind: "task.close";
      readonly task: number;
      readonly status: "completed" | "cancelled" | "returned";
      readonly by: string | null;
      readonly outcome?: string | undefined;
      readonly comment?: string | undefined;
    };

/** Anyone named may do the task: members of the roles, or the people. */
export interface Candidates {
  readonly roles: readonly string[];
  readonly people: readonly string[];
}

export interface TaskOpen {
  readonly kind: "task.open";
  /** A task that was announced is told again with its number when what it waits for changes, and opens with it. */
  readonly task: number;
  readonly node: string;
  /** `revision`: the initiator revises the start form after a return. */
  readonly type: "work" | "approval" | "revision";
  /** Set where exactly one person may do it, else null until claimed. */
  readonly assignee: string | null;
  readonly candidates: Candidates;
  /** ISO instant, or null. */
  readonly due: string | null;
  /** Id of the form, or null. */
  readonly form: string | null;
  /** Announced: the steps of the plan that it waits for. Absent: it can be done now. */
  readonly waitsFor?: readonly string[] | undefined;
}

export interface JobCreate {
  readonly kind: "job.create";
  /** A retry after an incident with the same input has the number of the job that failed. */
  readonly job: number;
  readonly node: string;
  /** `system` for a call to a system of the workspace, else the worker's job type. */
  readonly type: string;
  readonly call: { readonly system: string; readonly operation: string } | null;
  readonly input: { readonly [name: string]: Json };
  /** At least 1; the runtime counts. */
  readonly attempts: number;
  /** Milliseconds to wait before attempt 2, 3, …; the last repeats. */
  readonly backoff: readonly number[];
  /** Milliseconds for one attempt. */
  readonly timeout: number;
}

export interface CallStart {
  readonly kind: "call.start";
  readonly call: number;
  readonly node: string;
  /** Id of the flow that is called. */
  readonly process: string;
  readonly version:
    | { readonly type: "latest" | "atPublish" }
    | { readonly type: "fixed"; readonly number: number };
  readonly businessKey: string | null;
  readonly variables: JsonObject;
}
