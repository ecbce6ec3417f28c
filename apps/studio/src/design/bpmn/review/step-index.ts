import { edgesOf, nodesOf, type WorkflowDefinition } from "@flowright/definition";
import { elementTypeOf } from "@flowright/designer/model";
import type { Language } from "../../../i18n/language.ts";
import { textOf } from "../../../i18n/text-of.ts";

export interface KnownStep {
  /** Id of the flow, in the file, that it belongs to. */
  readonly flow: string;
  readonly name: string;
  /** Whether the picture has it: flows themselves are not in their picture. */
  readonly isDrawn: boolean;
}

/** Steps, lines and flows of an import by their ids. */
export function stepIndex(
  definitions: readonly WorkflowDefinition[],
  language: Language,
): ReadonlyMap<string, KnownStep> {
  const known = new Map<string, KnownStep>();
  for (const definition of definitions) {
    const flow = definition.id;
    known.set(flow, { flow, name: textOf(definition.name, language) || flow, isDrawn: false });
    for (const { edge } of edgesOf(definition)) {
      known.set(edge.id, { flow, name: textOf(edge.name, language) || edge.id, isDrawn: true });
    }
    for (const { node } of nodesOf(definition)) {
      const name = textOf(node.name, language) || elementTypeOf(node).name[language];
      known.set(node.id, { flow, name, isDrawn: true });
    }
  }
  return known;
}
