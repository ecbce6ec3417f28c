import { isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import type { Language } from "../../i18n/language.ts";
import { textOf } from "../../i18n/text-of.ts";

/** Name of a step for people; its id where it has none. */
export function stepName(definition: WorkflowDefinition, id: string, language: Language): string {
  return textOf(nodeIn(definition.nodes, id)?.name, language) || id;
}

function nodeIn(nodes: readonly Node[], id: string): Node | undefined {
  for (const node of nodes) {
    if (node.id === id) return node;
    const inside = isContainer(node) ? nodeIn(node.nodes, id) : undefined;
    if (inside !== undefined) return inside;
  }
  return undefined;
}
