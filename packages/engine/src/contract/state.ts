import type { Node } from "@flowright/definition";
import type { Json, JsonObject } from "./json.ts";
import type { Move } from "./move.ts";

export type InstanceStatus = "active" | "suspended" | "completed" | "terminated" | "cancelled";

/**
 * A running instance as plain JSON, kept small because it is rewritten every turn. Hosts treat it as
 * opaque and read it with `statusOf`, `variablesOf`, `activeNodesOf` and `waitsOf`.
 */
export interface InstanceState {
  /** Before 2, steps of a plan that wait for others were among the tokens. */
  readonly v: 1 | 2;
  readonly status: InstanceStatus;
  /** Next id for tokens, scopes, tasks, jobs, timers, subscriptions, calls, incidents. */
  readonly next: number;
  readonly by: string | null;
  /** Another case called this one: an uncaught error ends it, and its caller learns of it. */
  readonly called?: true | undefined;
  readonly scopes: { readonly [id: string]: ScopeState };
  /** Without those of `ahead`; all of them: `tokensOf`. */
  readonly tokens: { readonly [id: string]: TokenState };
  /** Steps that were added to plans of this case alone: id of the plan → what came in. */
  readonly added?: { readonly [plan: string]: AddedSteps } | undefined;
}

export interface AddedSteps {
  readonly nodes: readonly Node[];
  /** Pairs of ids: the second waits for the first. */
  readonly after: readonly (readonly [string, string])[];
}

export interface ScopeState {
  /** Container node, or null for the process itself; of an instance: the activity that is done several times. */
  readonly node: string | null;
  /** Token in the parent scope that waits for this scope, or null. */
  readonly parent: number | null;
  readonly vars: JsonObject;
  /** Place of an instance of an activity that is done several times, from 0; absent in the scopes of containers. */
  readonly i?: number | undefined;
  /** Tokens that arrived at joins: node → incoming edge → count. */
  readonly joins?: { readonly [node: string]: { readonly [edge: string]: number } } | undefined;
  /** Complex gateways that have fired: node → edges by which a branch is still awaited in silence. */
  readonly rest?: { readonly [node: string]: readonly string[] } | undefined;
  /** What was completed here and can be undone, oldest first. */
  readonly undo?: readonly Completed[] | undefined;
  /** In a plan: the steps that are done. */
  readonly done?: readonly string[] | undefined;
  /** In a plan, as it is stored: tokens that do nothing but wait for other steps, oldest first. */
  readonly ahead?: readonly WaitingStep[] | undefined;
  /** An ad-hoc sub-process that only waits for what is under way. */
  readonly ending?: true | undefined;
  /** An interrupting event sub-process has begun: no other one of this scope listens any more. */
  readonly handled?: true | undefined;
  /** Opened again, to undo what was completed in it. */
  readonly again?: true | undefined;
}

/** Where it stands, and its announced task: absent if it has the next number after the token; null if there is none. */
export type WaitingStep = readonly [token: number, node: string, task?: number | null];

/** An activity that was completed and can be undone. */
export interface Completed {
  /** Node. */
  readonly n: string;
  /** Of a sub-process: its data at its end. */
  readonly vars?: JsonObject | undefined;
  /** Of a sub-process: what was completed in it. */
  readonly undo?: readonly Completed[] | undefined;
  /** Of a sub-process that was done several times: each time, in the order of completion. */
  readonly times?: readonly Completed[] | undefined;
  /** The step was still under way: only what was completed inside is undone. */
  readonly open?: true | undefined;
}

export interface TokenState {
  /** Scope. */
  readonly s: number;
  /** Node where the token stands. */
  readonly n: string;
  /** What it waits for: ids of rows in the runtime, and partial decisions. */
  readonly w?: Waits | undefined;
  /** Listens for the start of the event sub-process where it stands; no work of its scope. */
  readonly l?: 1 | undefined;
  /** Undoes something: the token that waits for it. */
  readonly u?: number | undefined;
  /** After a return: the step to which it goes straight back when it leaves this one. */
  readonly j?: string | undefined;
}

export interface Waits {
  readonly tasks?: { readonly [task: string]: OpenTask } | undefined;
  readonly job?: number | undefined;
  /** Digest of the job's input. */
  readonly input?: string | undefined;
  /** Timer id → node it belongs to (the node itself or a boundary or event after a gateway). */
  readonly timers?: { readonly [timer: string]: string } | undefined;
  /** Repeating timers by their node. */
  readonly cycles?: { readonly [node: string]: Cycle } | undefined;
  /** Messages: subscription id → node it belongs to. */
  readonly subs?: { readonly [subscription: string]: string } | undefined;
  /** Signals: subscription id → node it belongs to. */
  readonly signals?: { readonly [subscription: string]: string } | undefined;
  /** Conditions that are waited for: node → whether it held when last asked. */
  readonly conds?: { readonly [node: string]: 0 | 1 } | undefined;
  readonly scope?: number | undefined;
  /** The case that was called. */
  readonly call?: number | undefined;
  /** An activity that is done several times. */
  readonly many?: Many | undefined;
  /** What is being undone on behalf of this token: what is left, newest last, and what follows. */
  readonly undoing?: Undoing | undefined;
  /** What was completed inside and can be undone, once this step is completed, too. */
  readonly inside?: Completed | undefined;
  /** In a plan: the step waits for others; its task where it was announced. `free`: it no longer waits. */
  readonly ahead?: { readonly task?: number | undefined; readonly free?: 1 | undefined } | undefined;
  readonly incident?: number | undefined;
  /** Stopped by the same limit as the token with this incident. */
  readonly held?: number | undefined;
  /** With an incident or held: what a retry does; absent: the node opens anew. */
  readonly retry?: Move | undefined;
  /** Approval so far: person → decision. Whoever was asked has voted here or has an open task. */
  readonly votes?: { readonly [person: string]: "approved" | "rejected" } | undefined;
}

/**
 * How a repeating timer goes on. A repetition: firings left after the open one (null: for ever), its first due time,
 * the period, and how many periods the open one comes after the first. A cron rule: when the open one is due.
 */
export type Cycle =
  | {
      readonly left: number | null;
      readonly first: string;
      readonly period: string;
      readonly nth: number;
    }
  | { readonly due: string };

export interface Undoing {
  readonly left: readonly Completed[];
  /** The scope in which it is undone. */
  readonly from: number;
  readonly next: Move;
}

/** How far an activity is that is done several times. Its instances are scopes whose parent is its token. */
export interface Many {
  /** Instances in all; of a loop: rounds begun. */
  readonly total: number;
  /** Items of the instances that have not begun, in order; absent where they are numbers, each that of its instance. */
  readonly items?: readonly Json[] | undefined;
  /** Places of instances that have been passed: those that have begun, and the removed ones between them. */
  readonly begun: number;
  readonly completed: number;
  /** Instances that were cancelled. */
  readonly terminated: number;
  /** Places, still to come, of instances that were removed before they began; they count as cancelled. */
  readonly skip?: readonly number[] | undefined;
  /** Results by the place of their instance. */
  readonly results?: { readonly [place: string]: Json } | undefined;
  /** Of an approval: what the decisions so far come to. */
  readonly outcome?: string | undefined;
}

export interface OpenTask {
  /** Type of task: work, approval, revision. */
  readonly t: "w" | "a" | "r";
  readonly assignee?: string | undefined;
  readonly roles?: readonly string[] | undefined;
  readonly people?: readonly string[] | undefined;
}
