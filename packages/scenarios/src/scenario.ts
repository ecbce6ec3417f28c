import type { BilingualText } from "@flowright/definition";
import type { JsonObject } from "@flowright/engine";

/** One way through a flow: who does what, what systems answer, how time passes, and what must come of it. */
export interface Scenario {
  readonly schema: "flowright/scenario/v1";
  readonly id: string;
  readonly name: BilingualText;
  /** Id of the flow. */
  readonly definition: string;
  /** Role → user names; the first acts where a step names nobody. */
  readonly people: { readonly [role: string]: readonly string[] };
  readonly start: ScenarioStart;
  readonly steps: readonly ScenarioStep[];
  readonly expect: ScenarioExpectation;
}

export type ScenarioStart =
  | { readonly kind: "by-hand"; readonly by: string; readonly variables: JsonObject }
  | {
      readonly kind: "message";
      readonly name: string;
      readonly key: string;
      readonly data: JsonObject;
    };

export type ScenarioStep =
  | {
      /** A person completes the task at a node, or decides the approval. */
      readonly kind: "task";
      readonly node: string;
      readonly by: string;
      readonly data?: JsonObject | undefined;
      readonly outcome?: "approved" | "rejected" | undefined;
      readonly comment?: string | undefined;
      readonly checked?: readonly string[] | undefined;
    }
  | {
      /** A system answers the call at a node, after so many failed attempts (default 0). */
      readonly kind: "job";
      readonly node: string;
      readonly failures?: number | undefined;
      readonly result: JsonObject;
    }
  | {
      readonly kind: "message";
      readonly name: string;
      readonly key: string;
      readonly data: JsonObject;
    }
  | {
      /** The clock moves on by an ISO duration; due timers fire. */
      readonly kind: "advance";
      readonly duration: string;
    };

export interface ScenarioExpectation {
  readonly status: "active" | "completed" | "terminated" | "cancelled";
  /** Nodes that must have been completed. */
  readonly visited?: readonly string[] | undefined;
  readonly notVisited?: readonly string[] | undefined;
  /** Values of variables at the end; those not named may be anything. */
  readonly variables?: JsonObject | undefined;
}
