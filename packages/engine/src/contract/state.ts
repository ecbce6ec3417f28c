import type { JsonObject } from "./json.ts";
import type { Move } from "./move.ts";

export type InstanceStatus = "active" | "suspended" | "completed" | "terminated" | "cancelled";

/**
 * A running instance as plain JSON, kept small because it is rewritten every turn. Hosts treat it as
 * opaque and read it with `statusOf`, `variablesOf`, `activeNodesOf` and `waitsOf`.
 */
export interface InstanceState {
  readonly v: 1;
  readonly status: InstanceStatus;
  /** Next id for tokens, scopes, tasks, jobs, timers, subscriptions, incidents. */
  readonly next: number;
  readonly by: string | null;
  readonly scopes: { readonly [id: string]: ScopeState };
  readonly tokens: { readonly [id: string]: TokenState };
}

export interface ScopeState {
  /** Container node, or null for the process itself. */
  readonly node: string | null;
  /** Token in the parent scope that waits for this scope, or null. */
  readonly parent: number | null;
  readonly vars: JsonObject;
  /** Tokens that arrived at joins: node → incoming edge → count. */
  readonly joins?: { readonly [node: string]: { readonly [edge: string]: number } } | undefined;
}

export interface TokenState {
  /** Scope. */
  readonly s: number;
  /** Node where the token stands. */
  readonly n: string;
  /** What it waits for: ids of rows in the runtime, and partial decisions. */
  readonly w?: Waits | undefined;
}

export interface Waits {
  readonly tasks?: { readonly [task: string]: OpenTask } | undefined;
  readonly job?: number | undefined;
  /** Digest of the job's input. */
  readonly input?: string | undefined;
  /** Timer id → node it belongs to (the node itself or a boundary or event after a gateway). */
  readonly timers?: { readonly [timer: string]: string } | undefined;
  readonly subs?: { readonly [subscription: string]: string } | undefined;
  readonly scope?: number | undefined;
  readonly incident?: number | undefined;
  /** With an incident: what a retry does; absent: the node opens anew. */
  readonly retry?: Move | undefined;
  /** Approval so far: person → decision. Whoever was asked has voted here or has an open task. */
  readonly votes?: { readonly [person: string]: "approved" | "rejected" } | undefined;
}

export interface OpenTask {
  /** Type of task: work, approval, revision. */
  readonly t: "w" | "a" | "r";
  readonly assignee?: string | undefined;
  readonly roles?: readonly string[] | undefined;
  readonly people?: readonly string[] | undefined;
}
