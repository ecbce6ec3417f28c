import type { WorkflowDefinition } from "@flowright/definition";
import { arrangeWith } from "#arrange";
import { arranged } from "../arranged.ts";
import { type Places, placesOf as placesAsKnown } from "../places-of.ts";

/** Where everything is shown, for pages without a designer: what arranges comes with it. */
export function placesOf(definition: WorkflowDefinition): Places {
  arrangeWith(arranged);
  return placesAsKnown(definition);
}
