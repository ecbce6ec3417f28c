import { randomUUID } from "node:crypto";
import type { CallRecord, TryCall } from "@flowright/client";
import type { Caller, Runtime } from "@flowright/runtime";
import { callSystem } from "./call-system.ts";
import { callText } from "./call-texts.ts";

/** Calls an operation once, outside any case, and shows the call and the answer. */
export async function tryCall(
  runtime: Runtime,
  caller: Caller,
  system: string,
  body: TryCall,
): Promise<CallRecord> {
  const opened = await runtime.systems.open(caller.tenant, system);
  if (!opened)
    return {
      request: { method: "POST", url: "", headers: {}, body: null },
      response: null,
      error: { code: "call.system-unknown", message: callText("call.system-unknown", { system }) },
      milliseconds: 0,
    };
  const answer = await callSystem({
    system: opened.system,
    secret: opened.secret,
    operation: body.operation,
    input: body.input,
    idempotencyKey: `try:${randomUUID()}`,
    timeout: 20_000,
  });
  return answer.record;
}
