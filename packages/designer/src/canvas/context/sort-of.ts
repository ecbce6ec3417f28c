import type { WorkflowDefinition } from "@flowright/definition";
import { indexOf } from "../../model/document/index-of.ts";
import { groupOf } from "../../model/group/groups-of.ts";
import type { OpenActions } from "../canvas-ui.ts";

/** What a menu of actions is about. */
export function sortOf(definition: WorkflowDefinition, selection: readonly string[]): OpenActions["sort"] {
  const first = selection[0];
  if (first === undefined) return "ground";
  if (selection.length > 1) return "several";
  if (groupOf(definition, first)) return "group";
  return indexOf(definition).edges.has(first) ? "line" : "step";
}
