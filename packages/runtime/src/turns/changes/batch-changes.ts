import type { LiveChange } from "@flowright/client";
import type { EngineEvent, InstanceState, JsonObject } from "@flowright/engine";
import type { InstanceRow } from "../turn-request.ts";

/** Where a row of a wait lives: instance and number, and the tenant that the instance belongs to. */
export interface WaitKey {
  readonly tenant: string;
  readonly instance: string;
  readonly number: number;
}

export interface TaskInsert extends WaitKey {
  readonly definitionId: string;
  readonly version: number;
  readonly node: string;
  readonly name: string;
  readonly type: string;
  readonly form: string | null;
  readonly due: string | null;
  readonly openedAt: string;
  assignee: string | null;
  roles: readonly string[];
  people: readonly string[];
  returnReason: string | null;
  /** Steps of a plan that must be done before; null where it can be done now. */
  readonly waitsFor: readonly string[] | null;
  /** Its number was given in this batch; otherwise it was announced before and has a row. */
  readonly isNew: boolean;
  close: TaskClose | null;
}

export interface TaskClose {
  readonly status: string;
  readonly at: string;
  readonly by: string | null;
  readonly outcome: string | null;
  readonly comment: string | null;
}

export interface TaskChange extends WaitKey {
  assign: {
    readonly assignee: string | null;
    readonly roles: readonly string[];
    readonly people: readonly string[];
  } | null;
  close: TaskClose | null;
}

export interface JobInsert extends WaitKey {
  readonly definitionId: string;
  readonly node: string;
  readonly type: string;
  readonly call: string | null;
  readonly input: string;
  readonly attempts: number;
  readonly backoff: readonly number[];
  readonly timeout: number;
  readonly openedAt: string;
  readonly paused: boolean;
  /** Absent: it belongs to no trace. */
  readonly traceparent?: string;
}

export interface TimerInsert extends WaitKey {
  readonly node: string;
  readonly due: string;
  readonly openedAt: string;
  readonly paused: boolean;
}

export interface SubscriptionInsert extends WaitKey {
  readonly definitionId: string;
  readonly node: string;
  readonly type: "message" | "signal";
  readonly name: string;
  readonly key: string | null;
  readonly openedAt: string;
  readonly paused: boolean;
}

/** A message or signal that a case sends; matched after the commit, like one from outside. */
export interface MessageInsert {
  readonly tenant: string;
  readonly id: string;
  readonly type: "message" | "signal";
  readonly name: string;
  readonly key: string | null;
  readonly data: JsonObject;
  readonly by: string;
}

/** Something that a turn has to tell another case, or itself, in a turn of its own. */
export interface DeliveryInsert {
  readonly id: string;
  readonly tenant: string;
  readonly kind: "call.start" | "call.end" | "call.cancel" | "call.escalate" | "turn.continue";
  /** Flow of the receiver. */
  readonly definitionId: string;
  readonly version: number | null;
  /** The case that receives it; null where it is to be started or found by its source. */
  readonly instance: string | null;
  readonly payload: JsonObject;
  /** The calling case, and the number of the call there. */
  readonly source: string;
  readonly sourceNumber: number;
}

export interface IncidentInsert extends WaitKey {
  readonly definitionId: string;
  readonly version: number;
  readonly node: string;
  readonly code: string;
  readonly params: string;
  readonly message: string;
  readonly detail: string | null;
  readonly job: number | null;
  readonly attempts: number;
  readonly raisedAt: string;
  resolvedAt: string | null;
  resolvedBy: string | null;
}

export interface LiveInsert {
  readonly tenant: string;
  readonly topic: string;
  readonly people: readonly string[] | null;
  readonly roles: readonly string[] | null;
  readonly change: LiveChange;
}

export interface TurnInsert {
  readonly tenant: string;
  readonly instance: string;
  readonly seq: number;
  readonly at: string;
  readonly actor: string | null;
  readonly command: string;
  readonly events: readonly EngineEvent[];
}

/** The row of a wait whose case was carried over to another version: the step there, and for a task its name. */
export interface MovedRow {
  readonly table: "task" | "job" | "timer" | "subscription" | "incident";
  readonly instance: string;
  readonly number: number;
  readonly node: string;
  readonly version: number;
  readonly name: string;
}

/** A row to write, or to remove. */
export type Put<Row> = { readonly row: Row } | { readonly row: null; readonly key: WaitKey };

/**
 * Everything that one batch writes, collected while its commands are carried out in memory. Per row the last
 * word counts, so several turns of one instance in one batch become one write each.
 */
export interface BatchChanges {
  readonly created: Map<string, { row: InstanceRow; state: InstanceState; prefix: string }>;
  readonly updated: Map<string, { row: InstanceRow; state: InstanceState; was: number }>;
  readonly turns: TurnInsert[];
  readonly taskInserts: Map<string, TaskInsert>;
  readonly taskChanges: Map<string, TaskChange>;
  readonly jobs: Map<string, Put<JobInsert>>;
  readonly timers: Map<string, Put<TimerInsert>>;
  readonly subscriptions: Map<string, Put<SubscriptionInsert>>;
  readonly messages: MessageInsert[];
  readonly deliveries: DeliveryInsert[];
  readonly incidentInserts: Map<string, IncidentInsert>;
  readonly incidentResolves: Map<string, WaitKey & { at: string; by: string | null }>;
  /** Instances whose waits are paused (true) or go on. */
  readonly paused: Map<string, { tenant: string; paused: boolean }>;
  readonly live: Map<string, LiveInsert>;
  /** Rows of waits that go on at another version's steps. */
  readonly moved: MovedRow[];
  /** Files named in what a person handed in: they belong to the case from now on. */
  readonly files: {
    readonly tenant: string;
    readonly instance: string;
    readonly by: string;
    readonly id: string;
  }[];
  /** Deliveries that were carried out. */
  readonly settled: { readonly id: string; readonly instance: string }[];
}

export function emptyChanges(): BatchChanges {
  return {
    created: new Map(),
    updated: new Map(),
    turns: [],
    taskInserts: new Map(),
    taskChanges: new Map(),
    jobs: new Map(),
    timers: new Map(),
    subscriptions: new Map(),
    messages: [],
    deliveries: [],
    incidentInserts: new Map(),
    incidentResolves: new Map(),
    paused: new Map(),
    live: new Map(),
    moved: [],
    files: [],
    settled: [],
  };
}

/** Key of a row in the maps. */
export function rowKey(key: { readonly instance: string; readonly number: number }): string {
  return `${key.instance}.${key.number}`;
}
