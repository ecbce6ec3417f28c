import type { ServerAlarm, ServerHealth } from "@flowright/client";
import type { Metrics } from "../observation/metrics.ts";
import type { Caller } from "./caller.ts";
import type { Result } from "./result.ts";

/** What is measured, and what a person should look at. */
export interface ObservationService {
  /** For what a host measures itself, for example its HTTP requests. */
  readonly metrics: Metrics;
  /** What holds now, as it was last looked at; at most ten seconds old. */
  alarms(): readonly ServerAlarm[];
  /** For those who administer systems. */
  health(caller: Caller): Promise<Result<ServerHealth>>;
}
