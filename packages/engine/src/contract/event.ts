import type { Node } from "@flowright/definition";
import type { Candidates } from "./effect.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Move } from "./move.ts";
import type { Completed, Cycle } from "./state.ts";

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
      readonly called?: true | undefined;
    }
  | {
      readonly kind: "instance.ended";
      readonly v: 1;
      readonly status: "completed" | "terminated" | "cancelled";
      readonly by: string | null;
      readonly reason?: string | undefined;
      readonly error?: { readonly code: string; readonly message: string } | undefined;
    }
  | { readonly kind: "instance.suspended" | "instance.resumed"; readonly v: 1; readonly by: string | null }
  /** Key and title of a case whose start could not be mapped at once. */
  | {
      readonly kind: "instance.named";
      readonly v: 1;
      readonly businessKey: string | null;
      readonly title: string | null;
    }
  | ({
      readonly kind: "node.entered";
      /** At a join: the incoming edge by which the token came and where it is now counted; it is gone. */
      readonly arrives?: string | undefined;
      /** At a join that fires: the other incoming edges, of which one counted token each is used up. */
      readonly joins?: readonly string[] | undefined;
      /** At a complex gateway that fires: the edges by which a branch is now awaited in silence. */
      readonly rest?: readonly string[] | undefined;
      /** The token undoes something for this other one. */
      readonly undoes?: number | undefined;
    } & At)
  | ({
      readonly kind: "node.completed";
      readonly outcome?: string | undefined;
      /** The token ends here. */
      readonly ends?: true | undefined;
      /** The activity can be undone from now on. */
      readonly undo?: Completed | undefined;
      /** In a plan: the step that is done by it, which an event at its boundary may have ended. */
      readonly done?: string | undefined;
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
      /** In a plan: what the step waits for; the task opens with another event. */
      readonly waitsFor?: readonly string[] | undefined;
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
      /** The earlier step it went back to; absent: the initiator revises the start form. */
      readonly to?: string | undefined;
      readonly way?: "walk" | "jump" | undefined;
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
  | ({
      readonly kind: "approval.person-added" | "approval.person-removed";
      readonly by: string;
      readonly person: string;
      /** The task that is for more people, or for fewer, from now on; absent where each has one of his own. */
      readonly task?: number | undefined;
    } & At)
  | ({
      readonly kind: "timer.scheduled";
      readonly timer: number;
      readonly due: string;
      /** Of a repeating timer. */
      readonly cycle?: Cycle | undefined;
    } & At)
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
  | ({
      readonly kind: "message.sent";
      readonly message: number;
      readonly name: string;
      readonly key: string | null;
    } & At)
  | ({ readonly kind: "signal.awaited"; readonly subscription: number; readonly name: string } & At)
  | ({
      readonly kind: "signal.received";
      readonly subscription: number | null;
      readonly name: string;
      readonly id: string;
    } & At)
  | ({ readonly kind: "signal.closed"; readonly subscription: number } & At)
  | ({ readonly kind: "signal.sent"; readonly signal: number; readonly name: string } & At)
  /** `node` is the event's own; `holds` as it was asked last. */
  | ({ readonly kind: "condition.awaited" | "condition.changed"; readonly holds: boolean } & At)
  | ({ readonly kind: "condition.met" | "condition.closed" } & At)
  | ({ readonly kind: "error.thrown" | "error.caught"; readonly code: string; readonly message: string } & At)
  | ({
      readonly kind: "escalation.thrown" | "escalation.caught";
      readonly code: string;
      readonly message: string;
    } & At)
  /** What is to be undone on behalf of the token, oldest first, struck off the list of `from`, and what follows. */
  | ({
      readonly kind: "compensation.started";
      readonly left: readonly Completed[];
      /** Scope from whose list it is struck off. */
      readonly from: number;
      readonly next: Move;
    } & At)
  /** The newest that is left begins to be undone. */
  | ({ readonly kind: "compensation.taken"; readonly activity: string } & At)
  /** `ends`: the token stood for a sub-process that was open again only to be undone, and is gone. */
  | ({ readonly kind: "compensation.completed"; readonly ends?: true | undefined } & At)
  | ({
      readonly kind: "call.started";
      readonly call: number;
      readonly process: string;
      readonly businessKey: string | null;
    } & At)
  | ({ readonly kind: "call.completed" | "call.cancelled"; readonly call: number } & At)
  | ({
      readonly kind: "call.failed";
      readonly call: number;
      readonly code?: string | undefined;
      readonly message: string;
    } & At)
  /** An activity begins that is done several times; `items` in order, absent for a loop and where a number says how many. */
  | ({ readonly kind: "instances.planned"; readonly total: number; readonly items?: readonly Json[] } & At)
  | ({ readonly kind: "instances.added"; readonly items: readonly Json[]; readonly by: string } & At)
  /** One instance, its place counting from 0, is done or is cancelled. */
  | ({
      readonly kind: "instance.completed";
      readonly place: number;
      readonly result?: Json;
      /** Of an approval: what the decisions so far come to. */
      readonly outcome?: string | undefined;
    } & At)
  | ({ readonly kind: "instance.terminated"; readonly place: number; readonly by?: string } & At)
  /** An ad-hoc sub-process begins nothing more; it ends once what is under way is done. */
  | ({ readonly kind: "scope.ending"; readonly child: number } & At)
  /** In a plan: the step waits for others; told again when what it waits for changes. */
  | ({ readonly kind: "step.waits"; readonly waitsFor: readonly string[] } & At)
  /** In a plan: nothing is in its way any more. */
  | ({ readonly kind: "step.freed" } & At)
  | ({
      readonly kind: "step.added";
      readonly step: Node;
      readonly after: readonly string[];
      readonly before: readonly string[];
      readonly by: string;
    } & At)
  /** An event sub-process listens for its start. */
  | ({ readonly kind: "listener.opened" } & At)
  /** It has begun; `interrupts`: it is the only one of its scope from now on. */
  | ({ readonly kind: "listener.triggered"; readonly interrupts: boolean } & At)
  /** A token was put elsewhere by a return, by hand or by a migration; `back`: where it goes straight back to. */
  | ({
      readonly kind: "token.moved";
      readonly to: string;
      readonly reason: "return" | "modify" | "migrate";
      readonly back?: string | undefined;
    } & At)
  /** Counted at a join without having come there: a branch that had delivered before a return. */
  | ({ readonly kind: "join.restored" | "join.emptied"; readonly edge: string } & At)
  | {
      readonly kind: "instance.modified";
      readonly v: 1;
      readonly by: string;
      readonly reason: string;
    }
  /** The case goes on by another version; ids of nodes and edges that have other names there. */
  | {
      readonly kind: "instance.migrated";
      readonly v: 1;
      readonly by: string;
      readonly nodes: { readonly [from: string]: string };
      readonly edges: { readonly [from: string]: string };
      /** Numbers of the versions, where the host tells them; the engine does not know them. */
      readonly from?: number | undefined;
      readonly to?: number | undefined;
    }
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
  /** Stopped by the same limit as the token of an incident; it goes on with that one, or once that one is gone. */
  | ({ readonly kind: "token.held"; readonly incident: number; readonly retry: Move } & At)
  | ({ readonly kind: "token.released" } & At)
  | ({
      readonly kind: "scope.opened";
      readonly child: number;
      /** Place of an instance of an activity that is done several times, from 0. */
      readonly place?: number | undefined;
      /** Opened again to undo: the data of then and what was completed. */
      readonly again?: Completed | undefined;
    } & At)
  /** `kept`: what was completed in it can be undone, once the step that holds it is completed. */
  | ({ readonly kind: "scope.closed"; readonly child: number; readonly kept?: true | undefined } & At)
  | ({ readonly kind: "scope.cancelled"; readonly child: number } & At);

export type EngineEventKind = EngineEvent["kind"];
