import { type Node, textOf, type WorkflowDefinition } from "@flowright/definition";
import { type Lexicon, lexiconOf } from "../../diagram/words/lexicon.ts";
import { edgeLabel, stepName } from "../../diagram/words/step-name.ts";
import type { Language } from "../../model/designer-options.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { textsOf } from "../../texts/texts-of.ts";
import { COMPARE_TEXTS } from "./compare-texts.ts";

/** Turns what one version refers to into names that people know. */
export interface Names {
  readonly lexicon: Lexicon;
  readonly language: Language;
  step(id: string): string;
  node(id: string): Node | undefined;
  line(id: string): string;
  form(id: string): string;
}

export function namesOf(
  definition: WorkflowDefinition,
  language: Language,
  known: Parameters<typeof lexiconOf>[2],
): Names {
  const lexicon = lexiconOf(definition, language, known);
  const { nodes, edges } = indexOf(definition);
  const step = (id: string) => (nodes.has(id) ? stepName(nodes.get(id)?.node, lexicon) : id);
  return {
    lexicon,
    language,
    step,
    node: (id) => nodes.get(id)?.node,
    line(id) {
      const edge = edges.get(id)?.edge;
      if (edge === undefined) return id;
      return edgeLabel(edge, lexicon) || step(edge.target);
    },
    form: (id) => textOf(definition.forms?.find((form) => form.id === id)?.title, language) || id,
  };
}

/** What joins the names of a list. */
export function listMark(language: Language): string {
  return language === "en" ? ", " : "、";
}

/** "Line from A to B". */
export function lineTitle(source: string, target: string, names: Names): string {
  const t = textsOf(COMPARE_TEXTS, names.language);
  return t("line", { source: names.step(source), target: names.step(target) });
}
