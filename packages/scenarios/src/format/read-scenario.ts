import type { Problem } from "@flowright/definition";
import { checkScenario } from "./check-scenario.ts";
import { parseDocument } from "./parse-document.ts";
import type { Scenario } from "./scenario.ts";

export interface ReadScenario {
  /** Null where there is any problem. */
  readonly scenario: Scenario | null;
  /** Each with line and column. */
  readonly problems: readonly Problem[];
}

/** Reads a scenario from YAML or JSON, strictly: what is not known is a problem. Never throws. */
export function readScenario(source: string): ReadScenario {
  const parsed = parseDocument(source);
  if (!parsed.ok) return { scenario: null, problems: parsed.problems };
  const problems = checkScenario(parsed.value).map((found) => ({ ...found, at: parsed.place(found.path) }));
  return { scenario: problems.length === 0 ? (parsed.value as Scenario) : null, problems };
}
