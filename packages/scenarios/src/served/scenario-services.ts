import type { WorkflowDefinition } from "@flowright/definition";
import type { Command, EngineEvent, JsonObject } from "@flowright/engine";
import type { MessageFate, SentMessage } from "../format/scenario.ts";

export interface TakenJob {
  /** `<case>.<number>`. */
  readonly id: string;
  readonly lease: string;
  readonly instance: string;
  readonly node: string;
}

/** A case as a runtime or a server tells it; the API's own `Instance` is one. */
export interface ServedCase {
  readonly id: string;
  readonly status: string;
  readonly variables: JsonObject;
  readonly definition: WorkflowDefinition;
  readonly waiting: readonly { readonly node: string; readonly kind: string }[];
  readonly tasks: readonly {
    readonly node: string;
    readonly status: string;
    readonly assignee: string | null;
    readonly candidateRoles: readonly string[];
    readonly candidatePeople: readonly string[];
    readonly waitsFor: readonly { readonly node: string }[];
  }[];
  readonly incidents: readonly {
    readonly node: string;
    readonly code: string;
    readonly resolvedAt: string | null;
  }[];
  /** Cases that it has called, in the order of the calls. */
  readonly calls: readonly { readonly instanceId: string }[];
  readonly calledBy: { readonly instanceId: string } | null;
}

/**
 * What a scenario needs of a runtime or a server; a test binds it to the one it has. What is refused is told by a
 * `ScenarioRefusal`.
 */
export interface ScenarioServices {
  /** Gives the id of the new case. */
  startByHand(by: string, definition: string, variables: JsonObject): Promise<string>;
  /** Gives the cases that were started, or that received it. */
  send(
    message: SentMessage,
  ): Promise<{ readonly result: MessageFate; readonly instances: readonly string[] }>;
  signal(name: string, data: JsonObject): Promise<readonly string[]>;
  /** Carries out what a person does in a case: the engine's command, by the request that stands for it. */
  carryOut(instance: string, command: Command): Promise<void>;
  /** Publishes the definition and lets the case go on by it. */
  migrate(
    instance: string,
    by: string,
    to: WorkflowDefinition,
    plan: { readonly nodes: JsonObject; readonly edges: JsonObject },
  ): Promise<void>;
  /** Jobs that may be taken now. */
  takeJobs(): Promise<readonly TakenJob[]>;
  /** Answered when the case has the result: only then does the scenario go on. */
  completeJob(job: TakenJob, result: JsonObject): Promise<void>;
  /** The attempt failed; the runtime may try again, but not with a code. Answered when it has noted that. */
  failJob(job: TakenJob, message: string, code?: string): Promise<void>;
  /** Ids of all cases, oldest first. */
  list(): Promise<readonly string[]>;
  read(instance: string): Promise<ServedCase>;
  /** Everything that happened in a case. */
  events(instance: string): Promise<readonly EngineEvent[]>;
  readonly clock: ScenarioClock;
}

/** The clock of the runtime, which a scenario moves. Times are milliseconds since the epoch. */
export interface ScenarioClock {
  now(): number;
  moveTo(time: number): void;
  /** When the earliest timer of any case, or start of a flow by the clock, is due. */
  nextTimer(): Promise<number | null>;
  /** When a failed job of the case may be tried again. */
  nextAttempt(instance: string): Promise<number | null>;
  /** Whether something is on its way from one case to another. */
  busy(): Promise<boolean>;
}
