import { pathToFileURL } from "node:url";
import type { Telemetry } from "@flowright/runtime";
import { ProgramProblem } from "../terminal/program-problem.ts";

/**
 * The `@opentelemetry/api` that the SDK beside this program uses: `FLOWRIGHT_TELEMETRY` names its module. Absent: no
 * traces.
 *
 * @throws ProgramProblem where the module cannot be loaded or is another one
 */
export async function loadTelemetry(env: NodeJS.ProcessEnv): Promise<Telemetry | undefined> {
  const file = env.FLOWRIGHT_TELEMETRY?.trim();
  if (!file) return undefined;
  const loaded: unknown = await import(pathToFileURL(file).href).catch((error: unknown) => {
    throw new ProgramProblem("settings.telemetry", { file, reason: (error as Error).message });
  });
  if (!isTelemetry(loaded)) {
    throw new ProgramProblem("settings.telemetry", { file, reason: "no trace.getTracer" });
  }
  return loaded;
}

function isTelemetry(loaded: unknown): loaded is Telemetry {
  const { trace, context } = (loaded ?? {}) as Partial<Telemetry>;
  return typeof trace?.getTracer === "function" && typeof context?.active === "function";
}
