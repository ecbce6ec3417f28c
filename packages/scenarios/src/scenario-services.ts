import type { EngineEvent, JsonObject } from "@flowright/engine";
import type { ScenarioStep } from "./scenario.ts";

export interface TakenJob {
  readonly id: string;
  readonly lease: string;
  readonly instance: string;
  readonly node: string;
}

/** What a scenario needs of a runtime or a server; a test binds it to the one it has. */
export interface ScenarioServices {
  /** Gives the id of the new case. */
  startByHand(by: string, definition: string, variables: JsonObject): Promise<string>;
  /** Gives the cases that were started, or that received it. */
  send(message: {
    readonly name: string;
    readonly key: string;
    readonly data: JsonObject;
  }): Promise<readonly string[]>;
  /** Id of the open task at a node that this person may do. */
  openTask(by: string, instance: string, node: string): Promise<string | null>;
  finishTask(task: string, step: Extract<ScenarioStep, { kind: "task" }>): Promise<void>;
  /** Jobs that may be taken now. */
  takeJobs(): Promise<readonly TakenJob[]>;
  /** Answered when the case has the result: only then does the scenario go on. */
  completeJob(job: TakenJob, result: JsonObject): Promise<void>;
  /** The attempt failed; the runtime may try again. Answered when it has noted that. */
  failJob(job: TakenJob, message: string): Promise<void>;
  read(instance: string): Promise<{ readonly status: string; readonly variables: JsonObject }>;
  events(instance: string): Promise<readonly EngineEvent[]>;
  readonly clock: ScenarioClock;
}

/** The clock of the runtime, which a scenario moves. Times are milliseconds since the epoch. */
export interface ScenarioClock {
  now(): number;
  moveTo(time: number): void;
  /** When the earliest timer of the case is due. */
  nextTimer(instance: string): Promise<number | null>;
  /** When a failed job of the case may be tried again. */
  nextAttempt(instance: string): Promise<number | null>;
}
