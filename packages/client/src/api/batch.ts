import type { InstanceStatus, MigrationProblem } from "./instance.ts";
import type { JsonObject, ProblemItem } from "./page.ts";

/** What a batch does to each of its cases. */
export type BatchOperation =
  | BatchRetry
  | BatchSkip
  | BatchSuspend
  | BatchResume
  | BatchCancel
  | BatchMigrate
  | BatchMove;

/** Tries every step again that went wrong. */
export interface BatchRetry {
  kind: "retry";
}

/** Lets each case go on behind its steps that went wrong, or behind one step wherever a case stands there. */
export interface BatchSkip {
  kind: "skip";
  /** Absent: every step with an open incident. @minLength 1 @maxLength 200 */
  node?: string;
  /** @minLength 1 @maxLength 2000 */
  reason: string;
}

export interface BatchSuspend {
  kind: "suspend";
}

export interface BatchResume {
  kind: "resume";
}

export interface BatchCancel {
  kind: "cancel";
  /** @minLength 1 @maxLength 2000 */
  reason: string;
}

/** Carries the cases over to another version of their flow. */
export interface BatchMigrate {
  kind: "migrate";
  /** @asType integer @minimum 1 @maximum 2147483647 */
  version: number;
  /** Step of the version now → step of the other version. */
  nodes?: JsonObject;
  /** Connection → connection, where branches are counted at a join. */
  edges?: JsonObject;
  /** Kept as a comment of each case. @maxLength 2000 */
  reason?: string;
}

/** Cancels whatever stands at one step and begins another one as often, each in the same scope. */
export interface BatchMove {
  kind: "move";
  /** @minLength 1 @maxLength 200 */
  from: string;
  /** @minLength 1 @maxLength 200 */
  to: string;
  /** @minLength 1 @maxLength 2000 */
  reason: string;
}

/** Cases by what they have in common, as in the list of cases. */
export interface BatchFilter {
  /** @maxLength 200 */
  definitionId?: string;
  /** @asType integer @minimum 1 @maximum 2147483647 */
  version?: number;
  status?: InstanceStatus;
  /** Cases with a token waiting at this node. @maxLength 200 */
  node?: string;
  incident?: boolean;
  overdue?: boolean;
  /** Started by whoever creates the batch. */
  startedByMe?: boolean;
  /** Number, business key, title or person. @maxLength 200 */
  search?: string;
}

/** Which cases: by their ids, by a filter, or those that failed in another batch; as they are when it is created. */
export interface BatchChoice {
  /** @minItems 1 @maxItems 10000 */
  instances?: string[];
  where?: BatchFilter;
  /** Id of a batch. @maxLength 40 */
  failedOf?: string;
}

/** How many cases a choice has. */
export interface BatchCount {
  /** At most 10,000. */
  total: number;
  /** There are more than a batch takes. */
  tooMany: boolean;
}

export interface CreateBatch extends BatchChoice {
  operation: BatchOperation;
}

export interface Batch {
  id: string;
  operation: BatchOperation;
  /** Paused: no more cases are begun until it goes on. Cancelled: those left are not touched. */
  status: "running" | "paused" | "finished" | "cancelled";
  total: number;
  done: number;
  failed: number;
  createdBy: string;
  createdAt: string;
  finishedAt: string | null;
}

/** A batch with what was done about it and why cases failed. */
export interface BatchDetail extends Batch {
  /** The flow of its cases; null where they are of several, or that was not written down. */
  definitionId: string | null;
  /** How its cases were chosen; null where that was not written down. */
  choice: BatchChosen | null;
  /** Who created, paused, resumed or cancelled it, the oldest first. */
  history: BatchStep[];
  /** Reasons of the cases that failed, the most frequent first, at most 20. */
  failures: BatchFailure[];
}

export interface BatchChosen {
  by: "ids" | "filter" | "failedOf";
  where?: BatchFilter;
  /** Id of the batch whose failed cases these are. */
  failedOf?: string;
}

export interface BatchStep {
  what: "created" | "paused" | "resumed" | "cancelled";
  at: string;
  by: string;
}

export interface BatchFailure {
  count: number;
  problem: ProblemItem;
}

export interface BatchItem {
  instanceId: string;
  /** Null where there is no such case. */
  instanceNumber: string | null;
  status: "waiting" | "done" | "failed";
  /** Why it was not possible. */
  problem: ProblemItem | null;
  finishedAt: string | null;
}

/** A batch that carries cases over or moves them, looked at beforehand. */
export interface CheckBatch extends BatchChoice {
  operation: BatchMigrate | BatchMove;
}

/** Cases of one version that stand at the same steps, and whether it can be done to them. */
export interface BatchGroup {
  version: number;
  /** Steps where they stand. */
  nodes: string[];
  count: number;
  ok: boolean;
  problems: MigrationProblem[];
  /** One of them. */
  instanceId: string;
  instanceNumber: string;
}

export interface BatchCheck {
  total: number;
  /** Those to which it can be done. */
  safe: number;
  /** Groups to which it cannot be done first, then the largest. */
  groups: BatchGroup[];
}
