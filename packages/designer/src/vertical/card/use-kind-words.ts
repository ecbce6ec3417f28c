import type { Node } from "@flowright/definition";
import { indexOf } from "../../model/document/index-of.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useColumnScope } from "../column-scope.ts";
import { VERTICAL_TEXTS } from "../vertical-texts.ts";

/** How a step goes on where it matters: which branches are taken, or that a decision changes nothing. */
export function useKindWords(node: Node): string[] {
  const t = useTexts(VERTICAL_TEXTS);
  const { definition } = useColumnScope();
  const index = indexOf(definition);
  const onward = index.outgoing.get(node.id) ?? [];
  if (node.kind === "approval" && onward.length === 1 && onward[0]?.outcome === undefined) {
    const inPlan = index.nodes.get(node.id)?.parent?.kind === "plan";
    return inPlan ? [] : [t("eitherWay")];
  }
  if (onward.length < 2) return [];
  switch (node.kind) {
    case "exclusive":
      return [t("firstThatFits")];
    case "parallel":
      return [t("allAtOnce")];
    case "inclusive":
      return [t("allThatFit")];
    case "eventBased":
      return [t("firstEvent")];
    default:
      return [];
  }
}
