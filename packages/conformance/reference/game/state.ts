import type { Node } from "@flowright/definition";
import type { Json } from "@flowright/expressions";

export type Values = Record<string, Json | undefined>;

/** One thing that a token does next. Plain data: a token that failed keeps it for the next attempt. */
export type Move =
  | { readonly do: "open" }
  | { readonly do: "body" }
  /** What a script writes. */
  | { readonly do: "assign" }
  | { readonly do: "complete"; readonly outcome?: string; readonly payload?: Values }
  | { readonly do: "leave"; readonly outcome?: string }
  | { readonly do: "fork"; readonly edges: readonly string[] }
  | { readonly do: "arrive"; readonly edge: string }
  /** An instance of an activity that is done several times is done. */
  | { readonly do: "count"; readonly outcome: string | null }
  | { readonly do: "undo" }
  | { readonly do: "nothing" };

export interface Task {
  readonly id: number;
  readonly type: "work" | "approval" | "revision";
  assignee: string | null;
  readonly roles: readonly string[];
  readonly people: readonly string[];
}

export interface Timer {
  readonly id: number;
  readonly node: string;
  readonly due: string;
  /** Times still to come after this one; null without end. */
  readonly left: number | null;
  readonly every: string | null;
  /** Of a repeated one: its first time, and which one after that this is. */
  readonly first: string | null;
  readonly times: number;
}

interface Subscription {
  readonly id: number;
  readonly node: string;
  readonly type: "message" | "signal";
  readonly name: string;
  readonly key: string | null;
}

/** What can be undone: one completion of an activity. */
export interface Completion {
  readonly node: string;
  /** One for each time that the activity was done, if it is a container. */
  readonly parts: readonly { readonly vars: Values; readonly done: Completion[] }[];
}

/** What is still to be undone for a thrower, the next thing last. */
export type UndoItem =
  | { readonly do: "entry"; readonly scope: number; readonly entry: Completion }
  | { readonly do: "part"; readonly node: string; readonly part: Completion["parts"][number] }
  | { readonly do: "close"; readonly scope: number };

export interface Repetition {
  readonly items: (Json | undefined)[];
  readonly standard: boolean;
  /** Index of the next item, or rounds begun. */
  next: number;
  completed: number;
  terminated: number;
  /** Of an approval: rejected if one of them was; in a loop that of the last round. */
  outcome: string | null;
  /** Numbers of instances that were cancelled before their turn. */
  readonly removed: number[];
  readonly results: Json[];
  readonly parts: { vars: Values; done: Completion[] }[];
}

/** What can happen to a token or, for event sub-processes, to a scope. */
export interface Listening {
  timers: Timer[];
  subs: Subscription[];
  conditions: { readonly node: string; holds: boolean }[];
}

export interface Token extends Listening {
  readonly id: number;
  scope: number;
  at: string;
  tasks: Task[];
  votes: Record<string, "approved" | "rejected">;
  job: number | null;
  /** The job of this visit: with the same input it is the same one when it is tried again. */
  lastJob: { readonly id: number; readonly input: string } | null;
  call: number | null;
  /** The scope inside. */
  child: number | null;
  repetition: Repetition | null;
  incident: { readonly id: number; readonly code: string; readonly retry: Move } | null;
  undo: UndoItem[] | null;
  /** The thrower that waits for this token, which undoes something. */
  undoFor: number | null;
  /** Returned to: it opens when all is undone. */
  opensAfterUndo: boolean;
  /** A step of a plan that waits for others. */
  waitsInPlan: boolean;
  /** Jump: the step to go straight back to. */
  backTo: string | null;
}

export interface Scope extends Listening {
  readonly id: number;
  /** The place: id of the container, the empty text for the process. */
  readonly of: string;
  /** The token that holds this scope. */
  readonly parent: number | null;
  /** One time of several that an activity is done: its number, counted from 1. */
  readonly instance: number | null;
  /** Opened again to undo what was done in it. */
  readonly revived: boolean;
  vars: Values;
  counted: Record<string, Record<string, number>>;
  silent: Record<string, string[]>;
  done: Completion[];
  /** Of a plan: when each step was done. */
  finished: Record<string, string>;
  /** An ad-hoc container that only waits for what is under way. */
  closing: boolean;
  /** An interrupting event sub-process has begun: no other listens any more. */
  handled: boolean;
}

type CaseStatus = "active" | "suspended" | "completed" | "terminated" | "cancelled";

/** What others are told. */
interface Told {
  readonly type: "message" | "signal";
  readonly name: string;
  readonly key: string | null;
  readonly data: Values;
}

/** A step that came into a plan of this case alone; `after` and `before` are steps of the plan. */
export interface AddedStep {
  readonly plan: string;
  readonly node: Node;
  readonly after: readonly string[];
  readonly before: readonly string[];
}

export interface CaseState {
  status: CaseStatus;
  readonly by: string | null;
  readonly called: boolean;
  next: number;
  now: string;
  readonly scopes: Map<number, Scope>;
  readonly tokens: Map<number, Token>;
  queue: { readonly token: number; readonly move: Move }[];
  /** Steps that were added to plans of this case alone. */
  added: AddedStep[];
  /** Of the last turn: steps completed and edges taken. */
  trace: string[];
  told: Told[];
  /** Moves made in this turn. */
  moves: number;
  /** A token was cancelled while it moved: how far it came depends on the order of the moves. */
  cutShort: boolean;
  /** Something happened of which the text does not say what follows. */
  unwritten: boolean;
}
