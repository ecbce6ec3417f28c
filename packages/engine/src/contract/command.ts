import type { Node } from "@flowright/definition";
import type { Json, JsonObject } from "./json.ts";

/** Who acts: a user name, or null for the system itself (timer, job, message). */
export type Actor = string | null;

/**
 * Every way to move an instance. `task`, `job`, `timer`, `subscription`, `call`, `incident` are ids issued in effects;
 * `scope` and `token` are those of events and waits.
 */
export type Command =
  | InstanceCommand
  | TaskCommand
  | OutsideCommand
  | CaseworkCommand
  | { readonly kind: "incident.retry"; readonly incident: number; readonly by: Actor }
  | { readonly kind: "variables.set"; readonly variables: JsonObject; readonly by: Actor }
  | {
      /** What stands at a token fails in the sense of the business, or tells of something, although nothing drawn says so. */
      readonly kind: "error.throw" | "escalation.throw";
      readonly token: number;
      readonly code: string;
      readonly message: string;
    };

type InstanceCommand =
  | {
      readonly kind: "instance.start";
      readonly variables: JsonObject;
      readonly by: Actor;
      /** Present when an event starts the case: the start event's node and what happened. */
      readonly start?: StartedBy | undefined;
      /** Another case calls this one and waits for its end. */
      readonly called?: { readonly businessKey?: string | undefined } | undefined;
    }
  | { readonly kind: "instance.cancel"; readonly by: Actor; readonly reason: string }
  | { readonly kind: "instance.suspend"; readonly by: Actor }
  | { readonly kind: "instance.resume"; readonly by: Actor }
  | {
      /** Repairs a case by hand: cancels tokens, begins nodes in scopes that are open (absent: the innermost there is). */
      readonly kind: "instance.modify";
      readonly cancel: readonly number[];
      readonly start: readonly { readonly node: string; readonly scope?: number | undefined }[];
      readonly by: string;
      readonly reason: string;
    }
  /** The host answers the effect of the same name: more instances of large activities begin. */
  | { readonly kind: "turn.continue" };

export type StartedBy =
  | { readonly node: string; readonly message: MessagePayload }
  | { readonly node: string; readonly signal: SignalPayload }
  | { readonly node: string; readonly timer: true }
  | { readonly node: string; readonly condition: true };

type TaskCommand =
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
      /**
       * Back to an earlier step. Without `to`: to the initiator, who revises the start form; then the same step opens
       * again. With `to`: to that step, from where the case walks through the steps between, or jumps straight back.
       */
      readonly kind: "task.return";
      readonly task: number;
      readonly by: string;
      readonly reason: string;
      readonly to?: string | undefined;
      readonly way?: "walk" | "jump" | undefined;
    }
  | {
      /** One more person is asked for a decision, or one who has not decided no longer is. */
      readonly kind: "approval.add" | "approval.remove";
      readonly task: number;
      readonly by: string;
      readonly person: string;
    };

type OutsideCommand =
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
  | { readonly kind: "signal.deliver"; readonly subscription: number; readonly signal: SignalPayload }
  /** A case that was called has ended, with its case data. */
  | { readonly kind: "call.complete"; readonly call: number; readonly result: JsonObject }
  /** A case that was called ended by an error, was cancelled, or could not be started. */
  | {
      readonly kind: "call.fail";
      readonly call: number;
      readonly code?: string | undefined;
      readonly message: string;
    }
  /** A case that was called tells of something; it goes on. */
  | {
      readonly kind: "call.escalate";
      readonly call: number;
      readonly code: string;
      readonly message: string;
    };

/** What people do to containers that leave the order to them, and to activities that are done several times. */
type CaseworkCommand =
  | { readonly kind: "adHoc.start"; readonly scope: number; readonly node: string; readonly by: string }
  | { readonly kind: "adHoc.finish"; readonly scope: number; readonly by: string }
  | {
      /** One more step for this case alone; `after` and `before` are steps of the plan. */
      readonly kind: "plan.add";
      readonly scope: number;
      readonly node: Node;
      readonly after: readonly string[];
      readonly before: readonly string[];
      readonly by: string;
    }
  | {
      readonly kind: "instances.add";
      readonly token: number;
      readonly items: readonly Json[];
      readonly by: string;
    }
  | {
      /** `index` counts from 1, as in the variable of that name. */
      readonly kind: "instances.remove";
      readonly token: number;
      readonly index: number;
      readonly by: string;
    };

export interface MessagePayload {
  readonly name: string;
  readonly key: string | null;
  /** Unique id for deduplication. */
  readonly id: string;
  readonly data: JsonObject;
}

export interface SignalPayload {
  readonly name: string;
  readonly id: string;
  readonly data: JsonObject;
}
