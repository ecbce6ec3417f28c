import type { Edge, Node } from "@flowright/definition";
import type { DocumentIndex } from "../../model/document/index-of.ts";
import { elementTypeOf } from "../../model/element/element-types.ts";
import { textsOf } from "../../texts/texts-of.ts";
import { DIAGRAM_TEXTS } from "./diagram-texts.ts";
import type { Lexicon } from "./lexicon.ts";
import { quietLine } from "./quiet-line.ts";
import { edgeLabel, stepName } from "./step-name.ts";

/** What a screen reader says of a step: kind, name, detail, `extras` (problems, counts), what follows. */
export function spokenStep(
  node: Node,
  index: DocumentIndex,
  lexicon: Lexicon,
  extras: readonly string[],
): string {
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language);
  const kind = elementTypeOf(node).name[lexicon.language];
  const name = lexicon.text(node.name);
  const host = node.kind === "boundary" ? index.nodes.get(node.attachedTo)?.node : undefined;
  const onward = index.outgoing.get(node.id) ?? [];
  return [
    name && name !== kind ? `${kind}${t("listMark")}${name}` : kind,
    quietLine(node, lexicon),
    host ? t("onEdgeOf", { name: stepName(host, lexicon) }) : "",
    ...extras,
    node.kind === "end" ? "" : followers(onward, index, lexicon),
  ]
    .filter((part) => part !== "")
    .join(t("listMark"));
}

function followers(onward: readonly Edge[], index: DocumentIndex, lexicon: Lexicon): string {
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language);
  if (onward.length === 0) return t("nothingFollows");
  if (onward.length > 2) return t("followedByMany", { count: onward.length });
  const names = onward.map((edge) => stepName(index.nodes.get(edge.target)?.node, lexicon));
  return t("followedBy", { names: names.join(lexicon.language === "en" ? " and " : "和") });
}

/** What a screen reader says of a line. */
export function spokenEdge(edge: Edge, index: DocumentIndex, lexicon: Lexicon): string {
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language);
  const source = stepName(index.nodes.get(edge.source)?.node, lexicon);
  const target = stepName(index.nodes.get(edge.target)?.node, lexicon);
  const label = edgeLabel(edge, lexicon);
  return label ? t("lineWith", { source, target, label }) : t("line", { source, target });
}
