import { FAULTS, lineAndColumn, locateJsonFault } from "./json/locate-json-fault.ts";
import { locatePaths } from "./json/locate-paths.ts";
import type { KnownReferences } from "./lint/drawing.ts";
import { problem } from "./problem/create-problem.ts";
import type { Problem } from "./problem/problem.ts";
import { type ValidationResult, validateDefinition } from "./validate-definition.ts";

/**
 * Reads a definition from text and checks it, as `validateDefinition` does. Problems name line and column in the text, except for those inside an
 * expression, which name the place in the expression.
 */
export function parseDefinition(text: string, known: KnownReferences = {}): ValidationResult {
  // A byte order mark is no part of the document; some editors write one.
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return { definition: null, problems: [malformed(source)] };
  }
  const { definition, problems } = validateDefinition(value, known);
  return { definition, problems: withPlaces(source, problems) };
}

function withPlaces(source: string, problems: readonly Problem[]): Problem[] {
  const placeless = problems.filter(({ at }) => !at);
  if (placeless.length === 0) return [...problems];
  const offsets = locatePaths(source, new Set(placeless.map(({ path }) => path)));
  return problems.map((told) => {
    const offset = told.at ? undefined : offsets.get(told.path);
    return offset === undefined ? told : { ...told, at: lineAndColumn(source, offset) };
  });
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
