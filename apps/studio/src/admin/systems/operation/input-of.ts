import type { Json, JsonObject } from "@flowright/client";
import type { FieldRow } from "../system-form.ts";

export type InputProblem = "tryMissing" | "tryNumber" | "tryJson";

/** What was typed as the input of a call; which fields do not fit their type. */
export function inputOf(
  parameters: readonly FieldRow[],
  typed: { readonly [name: string]: string },
): { readonly input: JsonObject; readonly problems: { readonly [name: string]: InputProblem } } {
  const input: JsonObject = {};
  const problems: { [name: string]: InputProblem } = {};
  for (const { name, type, required } of parameters) {
    const text = typed[name] ?? "";
    if (text === "") {
      if (required) problems[name] = "tryMissing";
      continue;
    }
    const value = typedValue(text, type);
    if (value === undefined) problems[name] = type === "number" ? "tryNumber" : "tryJson";
    else input[name] = value;
  }
  return { input, problems };
}

function typedValue(text: string, type: string): Json | undefined {
  if (type === "number") return Number.isFinite(Number(text)) ? Number(text) : undefined;
  if (type === "boolean") return text === "true";
  if (type !== "object" && type !== "array") return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
