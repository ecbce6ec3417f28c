import { type Evaluated, evaluateJson, type View } from "../../data/evaluate.ts";
import type { NodeProgram } from "../../program/program.ts";

/** What an error or escalation that a node throws says; the code where nothing else is drawn. */
export function thrownText({ parts }: NodeProgram, code: string, view: View): Evaluated<string> {
  if (parts.thrownMessage === undefined) return { ok: true, value: code };
  const result = evaluateJson(parts.thrownMessage, view);
  if (!result.ok) return result;
  return { ok: true, value: typeof result.value === "string" ? result.value : JSON.stringify(result.value) };
}
