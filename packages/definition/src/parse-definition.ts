import { FAULTS, lineAndColumn, locateJsonFault } from "./json/locate-json-fault.ts";
import { problem } from "./problem/create-problem.ts";
import type { Problem } from "./problem/problem.ts";
import { type ValidationResult, validateDefinition } from "./validate-definition.ts";

/** Reads a definition from text and checks it; where the text is not JSON, the problem names line and column. */
export function parseDefinition(text: string): ValidationResult {
  // A byte order mark is no part of the document; some editors write one.
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return { definition: null, problems: [malformed(source)] };
  }
  return validateDefinition(value);
}

function malformed(source: string): Problem {
  const { offset, reason } = locateJsonFault(source) ?? { offset: source.length, reason: "value" };
  const at = lineAndColumn(source, offset);
  return problem("json.malformed", {
    path: "",
    at,
    params: { ...at, reason: FAULTS[reason].en, "reason:zh-CN": FAULTS[reason]["zh-CN"] },
  });
}
