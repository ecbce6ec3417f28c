import type { Json, JsonObject } from "../contract/json.ts";
import type { Turn } from "../turn/turn.ts";
import { evaluateJson } from "./evaluate.ts";

/** Longest business key and title. */
const LONGEST = 500;

/** Business key and title of a case with these data; null where they are not drawn, are empty or cannot be worked out. */
export function caseNames(
  turn: Turn,
  variables: JsonObject,
): { readonly businessKey: string | null; readonly title: string | null } {
  const { businessKey, caseTitle } = turn.program;
  const view = { variables, now: turn.ctx.now };
  const text = (expression: typeof businessKey): string | null => {
    if (expression === null) return null;
    const result = evaluateJson(expression, view);
    return result.ok ? textOfValue(result.value) : null;
  };
  return { businessKey: text(businessKey), title: text(caseTitle) };
}

function textOfValue(value: Json): string | null {
  if (value === null || value === "") return null;
  return (typeof value === "string" ? value : JSON.stringify(value)).slice(0, LONGEST);
}
