import type { Candidates } from "./effect.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Move } from "./move.ts";

interface At {
  /** Version of the event's shape. */
  readonly v: 1;
  readonly node: string;
  readonly scope: number;
  /** Token concerned, or null for events of the scope. */
  readonly token: number | null;
}

/**
 * What happened, in order. `fold(events)` gives the stored state. Time and sequence number belong to the
 * turn that holds the events.
 */
export type EngineEvent =
  | {
      readonly kind: "instance.started";
      readonly v: 1;
      readonly variables: JsonObject;
      readonly by: string | null;
      readonly businessKey: string | null;
      readonly title: string | null;
    }
  | {
      readonly kind: "instance.ended";
      readonly v: 1;
      readonly status: "completed" | "terminated" | "cancelled";
      readonly by: string | null;
      readonly reason?: string | undefined;
    }
  | { readonly kind: "instance.suspended" | "instance.resumed"; readonly v: 1; readonly by: string | null }
  | ({
      readonly kind: "node.entered";
      /** At a join: the incoming edge by which the token came and where it is now counted; it is gone. */
      readonly arrives?: string | undefined;
      /** At a join that fires: the other incoming edges, of which one counted token each is used up. */
      readonly joins?: readonly string[] | undefined;
    } & At)
  | ({
      readonly kind: "node.completed";
      readonly outcome?: string | undefined;
      /** The token ends here. */
      readonly ends?: true | undefined;
    } & At)
  | ({ readonly kind: "node.cancelled" } & At)
  | ({ readonly kind: "edge.taken"; readonly edge: string } & At)
  | ({
      readonly kind: "task.opened";
      readonly task: number;
      readonly type: "work" | "approval" | "revision";
      readonly assignee: string | null;
      readonly candidates: Candidates;
      readonly due: string | null;
    } & At)
  | ({ readonly kind: "task.claimed"; readonly task: number; readonly by: string } & At)
  | ({ readonly kind: "task.released"; readonly task: number; readonly by: string } & At)
  | ({
      readonly kind: "task.transferred";
      readonly task: number;
      readonly by: string;
      readonly to: string;
      readonly reason: string;
    } & At)
  | ({
      readonly kind: "task.completed";
      readonly task: number;
      readonly by: string;
      readonly outcome?: string | undefined;
      readonly comment?: string | undefined;
      readonly checked?: readonly string[] | undefined;
    } & At)
  | ({
      readonly kind: "task.returned";
      readonly task: number;
      readonly by: string;
      readonly reason: string;
    } & At)
  | ({ readonly kind: "task.cancelled"; readonly task: number; readonly reason: string } & At)
  | ({
      readonly kind: "approval.decided";
      readonly task: number;
      readonly by: string;
      readonly decision: "approved" | "rejected";
      readonly comment?: string | undefined;
    } & At)
  | ({
      readonly kind: "job.created";
      readonly job: number;
      readonly type: string;
      /** Digest of the input: a retry with the same input is the same job again. */
      readonly input: string;
    } & At)
  | ({ readonly kind: "job.completed"; readonly job: number } & At)
  | ({
      readonly kind: "job.failed";
      readonly job: number;
      readonly code?: string | undefined;
      readonly message: string;
    } & At)
  | ({ readonly kind: "job.cancelled"; readonly job: number } & At)
  | ({ readonly kind: "timer.scheduled"; readonly timer: number; readonly due: string } & At)
  | ({ readonly kind: "timer.fired" | "timer.cancelled"; readonly timer: number } & At)
  | ({
      readonly kind: "message.awaited";
      readonly subscription: number;
      readonly name: string;
      readonly key: string | null;
    } & At)
  | ({
      readonly kind: "message.received";
      readonly subscription: number | null;
      readonly name: string;
      readonly key: string | null;
      readonly id: string;
    } & At)
  | ({ readonly kind: "message.closed"; readonly subscription: number } & At)
  | ({ readonly kind: "error.thrown" | "error.caught"; readonly code: string; readonly message: string } & At)
  | ({
      readonly kind: "variables.changed";
      /** New values by top-level name. */
      readonly values: { readonly [name: string]: Json };
      readonly by?: string | null | undefined;
    } & At)
  | ({
      readonly kind: "incident.raised";
      readonly incident: number;
      readonly code: string;
      readonly params: JsonObject;
      readonly message: { readonly en: string; readonly "zh-CN": string };
      readonly job?: number | undefined;
      /** What is tried again on retry; absent: the node opens anew. */
      readonly retry?: Move | undefined;
    } & At)
  | ({ readonly kind: "incident.resolved"; readonly incident: number; readonly by: string | null } & At)
  | ({ readonly kind: "scope.opened"; readonly child: number } & At)
  | ({ readonly kind: "scope.closed" | "scope.cancelled"; readonly child: number } & At);

export type EngineEventKind = EngineEvent["kind"];
