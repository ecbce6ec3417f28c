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
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language, lexicon.messages);
  const host = node.kind === "boundary" ? index.nodes.get(node.attachedTo)?.node : undefined;
  const onward = index.outgoing.get(node.id) ?? [];
  return [
    calledStep(node, index, lexicon),
    quietLine(node, lexicon),
    host ? t("onEdgeOf", { name: stepName(host, lexicon) }) : "",
    ...extras,
    node.kind === "end" ? "" : followers(onward, index, lexicon),
  ]
    .filter((part) => part !== "")
    .join(t("listMark"));
}

/** Kind and name of a step, with a number where several are called the same: no two are called alike. */
export function calledStep(node: Node | undefined, index: DocumentIndex, lexicon: Lexicon): string {
  if (!node) return "";
  const kind = elementTypeOf(node).name[lexicon.language];
  const name = lexicon.text(node.name);
  const called = `${kind}${numberOf(node, index, lexicon)}`;
  const mark = textsOf(DIAGRAM_TEXTS, lexicon.language, lexicon.messages)("listMark");
  return name && name !== kind ? `${called}${mark}${name}` : called;
}

const numbered = new WeakMap<DocumentIndex, Map<string, ReadonlyMap<string, string>>>();

/** Of several steps of one kind and one name each has its number, so that no two are called the same. */
function numberOf(node: Node, index: DocumentIndex, lexicon: Lexicon): string {
  const byLanguage = numbered.get(index) ?? new Map<string, ReadonlyMap<string, string>>();
  numbered.set(index, byLanguage);
  const known = byLanguage.get(lexicon.language) ?? numbersOf(index, lexicon);
  byLanguage.set(lexicon.language, known);
  return known.get(node.id) ?? "";
}

function numbersOf(index: DocumentIndex, lexicon: Lexicon): ReadonlyMap<string, string> {
  const alike = new Map<string, string[]>();
  for (const { node } of index.nodes.values()) {
    const type = elementTypeOf(node);
    const name = lexicon.text(node.name);
    // One that is called after its kind sounds like one without a name.
    const called = `${type.id} ${name === type.name[lexicon.language] ? "" : name}`;
    const ids = alike.get(called);
    if (ids) ids.push(node.id);
    else alike.set(called, [node.id]);
  }
  return new Map(
    [...alike.values()].flatMap((ids) =>
      ids.length < 2 ? [] : ids.map((id, at) => [id, ` ${at + 1}`] as const),
    ),
  );
}

function followers(onward: readonly Edge[], index: DocumentIndex, lexicon: Lexicon): string {
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language, lexicon.messages);
  if (onward.length === 0) return t("nothingFollows");
  if (onward.length > 2) return t("followedByMany", { count: onward.length });
  const names = onward.map((edge) => stepName(index.nodes.get(edge.target)?.node, lexicon));
  return t("followedBy", { names: names.join(lexicon.language === "en" ? " and " : "和") });
}

/** What a screen reader says of a line. */
export function spokenEdge(edge: Edge, index: DocumentIndex, lexicon: Lexicon): string {
  const t = textsOf(DIAGRAM_TEXTS, lexicon.language, lexicon.messages);
  const named = (id: string) => {
    const node = index.nodes.get(id)?.node;
    return `${stepName(node, lexicon)}${node ? numberOf(node, index, lexicon) : ""}`;
  };
  const source = named(edge.source);
  const target = named(edge.target);
  const label = edgeLabel(edge, lexicon);
  return label ? t("lineWith", { source, target, label }) : t("line", { source, target });
}
