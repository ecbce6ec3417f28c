import type { CallRecord, Json, JsonObject } from "@flowright/client";
import type { HandlerJob, JobHandler, JobOutcome, Runtime } from "@flowright/runtime";
import { callSystem } from "./call-system.ts";
import { callText } from "./call-texts.ts";

/** Job type of a service task that calls a system of the workspace. */
export const SYSTEM_JOB = "system";

/** Carries out the calls that flows make to systems. Start it once per process. */
export function runSystemJobs(
  runtime: Runtime,
  options?: { concurrency?: number },
): { stop(): Promise<void> } {
  return runtime.jobs.work(SYSTEM_JOB, systemJobHandler(runtime), options);
}

/** A job handler that looks the system up, calls its operation and judges the answer. */
export function systemJobHandler(runtime: Runtime): JobHandler {
  return async (job: HandlerJob): Promise<JobOutcome> => {
    if (!job.call) return { ok: false, message: "The job names no system", retry: false };
    const opened = await runtime.systems.open(job.tenant, job.call.system);
    if (!opened) {
      const message = callText("call.system-unknown", { system: job.call.system });
      return { ok: false, message: message.en, retry: false };
    }
    const answer = await callSystem({
      system: opened.system,
      secret: opened.secret,
      operation: job.call.operation,
      input: job.input,
      idempotencyKey: job.idempotencyKey,
      timeout: job.timeout,
      signal: job.signal,
    });
    if (!answer.record.error) return { ok: true, result: objectOf(answer.result) };
    return {
      ok: false,
      code: answer.errorCode ?? undefined,
      message: answer.record.error.message.en,
      retry: answer.retry,
      detail: detailOf(answer.record),
    };
  };
}

/** `result` in output mappings is always an object; other JSON is under `value`. */
function objectOf(result: Json): JsonObject {
  return typeof result === "object" && result !== null && !Array.isArray(result) ? result : { value: result };
}

function detailOf(record: CallRecord): JsonObject {
  return JSON.parse(JSON.stringify(record)) as JsonObject;
}
