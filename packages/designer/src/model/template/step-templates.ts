import type { Problem, WorkflowDefinition } from "@flowright/definition";
import type { IconName } from "../../diagram/icon/icon-paths.ts";
import type { Refusal } from "../command/command.ts";
import type { ElementType } from "../element/element-type.ts";

/** What step templates do to a designer; made of them by a part that is fetched where there are any. */
export interface StepTemplateEffects {
  /** One for each template, to be taken from the palette. */
  readonly elements: readonly ElementType[];
  /** Drawings by template. */
  readonly icons: ReadonlyMap<string, IconName>;
  /** What new steps of templates name comes into the flow in the same step of the history. */
  follow(before: WorkflowDefinition, after: WorkflowDefinition): WorkflowDefinition;
  /** Why an edit may not be made: it changes what a template fixes. Null: it may. */
  refuses(before: WorkflowDefinition, after: WorkflowDefinition): Refusal | null;
  /** Steps for whose template there is a newer version. */
  outdated(definition: WorkflowDefinition): readonly Problem[];
}

export const NO_TEMPLATES: StepTemplateEffects = {
  elements: [],
  icons: new Map(),
  follow: (_, after) => after,
  refuses: () => null,
  outdated: () => [],
};
