import type { Edge, Node } from "@flowright/definition";
import { elementTypeOf } from "../../model/element/element-types.ts";
import { textsOf } from "../../texts/texts-of.ts";
import { conditionWords } from "./condition-words.ts";
import { DIAGRAM_TEXTS } from "./diagram-texts.ts";
import { workedWords } from "./event-words.ts";
import type { Lexicon } from "./lexicon.ts";

/** The name of a step, or what it is where it has none. */
export function stepName(node: Node | undefined, lexicon: Lexicon): string {
  if (!node) return "?";
  return lexicon.text(node.name) || elementTypeOf(node).name[lexicon.language];
}

/** What a line says on its chip: its name, outcome, "otherwise", the time between two steps of a plan, or the condition as it is written. */
export function edgeLabel(edge: Edge, lexicon: Lexicon): string {
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language, lexicon.messages);
  const name = lexicon.text(edge.name);
  if (name) return name;
  if (edge.outcome === "approved" || edge.outcome === "rejected") return t(edge.outcome);
  if (edge.outcome !== undefined) return edge.outcome;
  if (edge.default) return t("otherwise");
  const { lag, calendar } = edge.dependency ?? {};
  if (lag !== undefined)
    return t("lag", {
      duration: workedWords({ duration: lag, ...(calendar === undefined ? {} : { calendar }) }, lexicon),
    });
  return edge.condition === undefined ? "" : conditionWords(edge.condition, lexicon);
}
