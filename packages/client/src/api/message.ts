import type { JsonObject } from "./page.ts";

export interface SendMessage {
  /** @minLength 1 @maxLength 200 */
  name: string;
  /** @maxLength 200 */
  key?: string;
  data?: JsonObject;
  /** The same id is taken once. @maxLength 200 */
  id?: string;
  /** ISO duration that an early message is kept (default P1D). */
  ttl?: string;
}

export interface MessageResult {
  id: string;
  result: "delivered" | "started" | "buffered" | "duplicate";
  instances: string[];
}

/** A signal goes to everything that waits for its name at this moment, and to the flows that it starts. */
export interface SendSignal {
  /** @minLength 1 @maxLength 200 */
  name: string;
  data?: JsonObject;
  /** Once per id. @maxLength 200 */
  id?: string;
}

export interface SignalResult {
  id: string;
  /** Cases that it reached or started. */
  instances: string[];
}

export interface ActivateJobs {
  /** @minLength 1 */
  type: string;
  /** @minLength 1 @maxLength 200 */
  worker: string;
  /** @asType integer @minimum 1 @maximum 100 */
  max?: number;
  /** Lease in milliseconds. @asType integer @minimum 1000 @maximum 3600000 */
  lease?: number;
  /** Long poll in milliseconds. @asType integer @minimum 0 @maximum 60000 */
  wait?: number;
}

export interface ActivatedJob {
  id: string;
  instanceId: string;
  definitionId: string;
  node: string;
  type: string;
  input: JsonObject;
  attempt: number;
  attempts: number;
  /** Same for every attempt of this job. */
  idempotencyKey: string;
  leaseUntil: string;
  /** Proof of the lease, sent back with the result. */
  lease: string;
  /** The trace that it belongs to, as W3C `traceparent`; absent where the servers trace nothing. */
  traceparent?: string;
}

export interface CompleteJob {
  lease: string;
  result?: JsonObject;
}

export interface FailJob {
  lease: string;
  /** BPMN error code: caught by a boundary event, no retry. */
  code?: string;
  message: string;
  /** False: no more attempts. */
  retry?: boolean;
}
