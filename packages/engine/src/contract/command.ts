import type { JsonObject } from "./json.ts";

/** Who acts: a user name, or null for the system itself (timer, job, message). */
export type Actor = string | null;

/** Every way to move an instance. `task`, `job`, `timer`, `subscription`, `incident` are ids issued in effects. */
export type Command =
  | {
      readonly kind: "instance.start";
      readonly variables: JsonObject;
      readonly by: Actor;
      /** Present when a message start event is triggered: its node and the payload. */
      readonly start?: { readonly node: string; readonly message: MessagePayload } | undefined;
    }
  | { readonly kind: "instance.cancel"; readonly by: Actor; readonly reason: string }
  | { readonly kind: "instance.suspend"; readonly by: Actor }
  | { readonly kind: "instance.resume"; readonly by: Actor }
  | { readonly kind: "task.claim"; readonly task: number; readonly by: string }
  | { readonly kind: "task.release"; readonly task: number; readonly by: string }
  | {
      readonly kind: "task.transfer";
      readonly task: number;
      readonly by: string;
      readonly to: string;
      readonly reason: string;
    }
  | {
      /** Completes a user task or decides an approval (`outcome` is then "approved" or "rejected"). */
      readonly kind: "task.complete";
      readonly task: number;
      readonly by: string;
      /** Case fields by top-level name, already checked against the form. */
      readonly data: JsonObject;
      readonly outcome?: string | undefined;
      readonly comment?: string | undefined;
      /** Ids of the checklist items ticked by the person. */
      readonly checked?: readonly string[] | undefined;
    }
  | {
      /** Back to the initiator, who revises the start form; then the same step opens again. */
      readonly kind: "task.return";
      readonly task: number;
      readonly by: string;
      readonly reason: string;
    }
  | { readonly kind: "job.complete"; readonly job: number; readonly result: JsonObject }
  | {
      /** A job that failed for good: with a code a boundary may catch it, else it is an incident. */
      readonly kind: "job.fail";
      readonly job: number;
      readonly code?: string | undefined;
      readonly message: string;
      /** What the system was asked and what it answered, kept with the incident. */
      readonly detail?: JsonObject | undefined;
    }
  | { readonly kind: "timer.fire"; readonly timer: number }
  | { readonly kind: "message.deliver"; readonly subscription: number; readonly message: MessagePayload }
  | { readonly kind: "incident.retry"; readonly incident: number; readonly by: Actor }
  | { readonly kind: "variables.set"; readonly variables: JsonObject; readonly by: Actor };

export interface MessagePayload {
  readonly name: string;
  readonly key: string | null;
  /** Unique id for deduplication. */
  readonly id: string;
  readonly data: JsonObject;
}
