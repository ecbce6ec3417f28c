import type { BilingualText, Node } from "@flowright/definition";
import type { Json, JsonObject } from "@flowright/engine";

/**
 * One way through a flow: who does what, what systems answer, how time passes, and what must come of it.
 *
 * Steps are carried out in order; each waits until its case has come that far. A step finds its place in the first
 * case that fits: the one that the scenario started, then the cases that this one called, then the others; `case`
 * names another one. After any step `expect` may say how things stand, and at the end what has come of it.
 */
export interface Scenario {
  readonly schema: "flowright/scenario/v1";
  readonly id: string;
  readonly name: BilingualText;
  readonly description?: BilingualText | undefined;
  /** Id of the flow that the scenario is about. */
  readonly definition: string;
  /** Files of the flows, this one and those that it calls, relative to the scenario's file. */
  readonly flows?: readonly string[] | undefined;
  /** Decision tables of the workspace: id → file. */
  readonly decisions?: { readonly [id: string]: string } | undefined;
  /** ISO instant at which the clock stands in the beginning; Monday 2026-01-05, 01:00 UTC where absent. */
  readonly begins?: string | undefined;
  /** Role → user names. */
  readonly people: { readonly [role: string]: readonly string[] };
  readonly start: ScenarioStart;
  readonly steps: readonly ScenarioStep[];
  readonly expect: ScenarioExpectation;
}

/** How the first case begins. */
export type ScenarioStart = (
  | { readonly kind: "by-hand"; readonly by: string; readonly variables: JsonObject }
  | ({ readonly kind: "message" } & SentMessage)
  | { readonly kind: "signal"; readonly name: string; readonly data?: JsonObject | undefined }
  /** The clock moves to the moment at which the flow starts by itself. */
  | { readonly kind: "timer" }
) &
  Expecting;

export type ScenarioStep = (TaskStep | JobStep | CallStep | OutsideStep | CaseworkStep | OperatorStep) &
  Expecting & {
    /** Name of the case: the id of its flow, and `#2` for the second case of that flow. */
    readonly case?: string | undefined;
    /** The step must be refused with this problem code; nothing else may happen. */
    readonly refused?: string | undefined;
  };

interface Expecting {
  /** How things must stand once the step is done. */
  readonly expect?: ScenarioExpectation | undefined;
}

/** Which instance of a step that is done several times: its item, or its number from 1. */
interface OneOfSeveral {
  readonly item?: Json | undefined;
  readonly index?: number | undefined;
}

export type TaskAction =
  | "complete"
  | "claim"
  | "release"
  | "transfer"
  | "return"
  | "add-approver"
  | "remove-approver";

/** A person does something with the task at a node; without an action completes it, or decides the approval. */
interface TaskStep extends OneOfSeveral {
  readonly kind: "task";
  readonly node: string;
  readonly by: string;
  readonly action?: TaskAction | undefined;
  readonly data?: JsonObject | undefined;
  readonly outcome?: "approved" | "rejected" | undefined;
  readonly comment?: string | undefined;
  /** Ids of the checklist's items that are ticked. */
  readonly checked?: readonly string[] | undefined;
  /** To whom it is transferred, or the earlier step to which it is returned (absent: whoever started the case). */
  readonly to?: string | undefined;
  /** After a return: through the steps between (default), or straight back. */
  readonly way?: "walk" | "jump" | undefined;
  /** Why it is transferred or returned. */
  readonly reason?: string | undefined;
  /** Who is asked for a decision, or no longer is. */
  readonly person?: string | undefined;
}

/**
 * A system answers the call at a node, after so many attempts that failed (default 0): with a result, or with an
 * error that the flow may catch. With neither it is only these attempts that fail.
 */
interface JobStep extends OneOfSeveral {
  readonly kind: "job";
  readonly node: string;
  readonly failures?: number | undefined;
  readonly result?: JsonObject | undefined;
  readonly error?: { readonly code: string; readonly message?: string | undefined } | undefined;
}

/**
 * The flow that a node calls ends, with this case data or with an error that the calling one may catch. Only where
 * that flow is not among the scenario's own, and only on the engine: a server runs the flow itself.
 */
interface CallStep extends OneOfSeveral {
  readonly kind: "call";
  readonly node: string;
  readonly result?: JsonObject | undefined;
  readonly error?: { readonly code: string; readonly message?: string | undefined } | undefined;
}

export interface SentMessage {
  readonly name: string;
  readonly key?: string | undefined;
  readonly data: JsonObject;
  /** A message with the same id is the same message. */
  readonly id?: string | undefined;
}

export type MessageFate = "delivered" | "started" | "buffered" | "duplicate";

type OutsideStep =
  | ({
      readonly kind: "message";
      /** What must become of it; where absent somebody must wait for it, or a case start. */
      readonly result?: MessageFate | undefined;
    } & SentMessage)
  | { readonly kind: "signal"; readonly name: string; readonly data?: JsonObject | undefined }
  /** The clock moves on by an ISO duration, or to the next moment at which something is due; what is due happens. */
  | { readonly kind: "advance"; readonly duration: string }
  | { readonly kind: "advance"; readonly to: "next-timer" };

type CaseworkStep =
  /** A person begins a step of an ad-hoc part, or ends the part. */
  | { readonly kind: "begin" | "finish"; readonly node: string; readonly by: string }
  | {
      /** One more step in a running plan (`node`), for this case alone. */
      readonly kind: "add-step";
      readonly node: string;
      readonly by: string;
      readonly step: Node;
      readonly after?: readonly string[] | undefined;
      readonly before?: readonly string[] | undefined;
    }
  | {
      readonly kind: "add-items";
      readonly node: string;
      readonly by: string;
      readonly items: readonly Json[];
    }
  | { readonly kind: "remove-item"; readonly node: string; readonly by: string; readonly index: number };

type OperatorStep =
  | { readonly kind: "variables"; readonly by: string; readonly values: JsonObject }
  | {
      readonly kind: "modify";
      readonly by: string;
      readonly reason: string;
      /** Steps at which what stands there is cancelled, and steps that begin. */
      readonly cancel?: readonly string[] | undefined;
      readonly start?: readonly string[] | undefined;
    }
  | {
      /** The case goes on by the flow of another file. */
      readonly kind: "migrate";
      readonly by: string;
      readonly to: string;
      readonly nodes?: { readonly [from: string]: string } | undefined;
      readonly edges?: { readonly [from: string]: string } | undefined;
    }
  | { readonly kind: "cancel"; readonly by: string; readonly reason: string }
  | { readonly kind: "suspend" | "resume"; readonly by: string }
  /** What failed at a node is tried again. */
  | { readonly kind: "retry"; readonly by: string; readonly node: string };

export type CaseStatus = "active" | "suspended" | "completed" | "terminated" | "cancelled";

/** How one case must stand. What is left out may be anything; a list that is there is complete. */
export interface CaseExpectation {
  readonly status?: CaseStatus | undefined;
  /** Where something is awaited now, nothing left out but boundary events and what event sub-processes listen to. */
  readonly waiting?: readonly (string | ExpectedWait)[] | undefined;
  /** Tasks of plans whose turn has not come, with the steps that they wait for. */
  readonly upcoming?: readonly (string | ExpectedTurn)[] | undefined;
  /** Open incidents: their codes. */
  readonly incidents?: readonly (string | ExpectedIncident)[] | undefined;
  /** Values of variables; those not named may be anything. */
  readonly variables?: JsonObject | undefined;
  /** Nodes that must have been completed. */
  readonly visited?: readonly string[] | undefined;
  readonly notVisited?: readonly string[] | undefined;
  /** Nodes that must have been completed in this order; others may lie between. */
  readonly inOrder?: readonly string[] | undefined;
  /** How often nodes must have been completed. */
  readonly counts?: { readonly [node: string]: number } | undefined;
  readonly ended?: { readonly reason?: string | undefined; readonly error?: string | undefined } | undefined;
}

export interface ScenarioExpectation extends CaseExpectation {
  /** Other cases by their name. */
  readonly cases?: { readonly [name: string]: CaseExpectation } | undefined;
  /** How many cases of each flow there must be. */
  readonly started?: { readonly [definition: string]: number } | undefined;
}

export interface ExpectedWait {
  readonly node: string;
  /** All who may do its tasks by name, none left out. */
  readonly people?: readonly string[] | undefined;
  readonly roles?: readonly string[] | undefined;
  /** How many are open there. */
  readonly times?: number | undefined;
}

export interface ExpectedTurn {
  readonly node: string;
  readonly waitsFor?: readonly string[] | undefined;
}

export interface ExpectedIncident {
  readonly node?: string | undefined;
  readonly code: string;
}
