import type { WorkflowDefinition } from "../generated/workflow.ts";
import { canonicalJson } from "../json/canonical-json.ts";
import { NAMED_LISTS, partsOf } from "./flow-parts.ts";
import { joinParts } from "./join-parts.ts";

/**
 * Whether nothing of a flow is lost when it is taken apart and joined again: not so where two things share an id or
 * something stands where it does not belong, which a draft may have that was not drawn.
 */
export function isMergeable(flow: WorkflowDefinition): boolean {
  return canonicalJson(withoutEmpty(joinParts(partsOf(flow)))) === canonicalJson(withoutEmpty(flow));
}

function withoutEmpty(flow: WorkflowDefinition): unknown {
  const { drawing, settings, ...rest } = flow;
  const left = { ...rest, drawing: filled(drawing), settings: filled(settings) };
  const isEmpty = ([key, value]: [string, unknown]) =>
    ([...NAMED_LISTS, "drawing", "settings"] as string[]).includes(key) &&
    (value === undefined || (typeof value === "object" && value !== null && Object.keys(value).length === 0));
  return Object.fromEntries(Object.entries(left).filter((entry) => !isEmpty(entry)));
}

function filled(value: object | undefined): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([, list]) => !Array.isArray(list) || list.length > 0),
  );
}
