import type { Edge, Node } from "@flowright/definition";
import { BPMN } from "../../xml/namespaces.ts";
import { attributeOf, childrenOf, type XmlElement } from "../../xml/xml-element.ts";
import type { Flow } from "../flow.ts";

interface Content {
  readonly nodes: Node[];
  readonly edges: Edge[];
}

/**
 * BPMN lets a process or sub-process go without start and ends: then it begins at every step that no line leads to, and
 * ends at every step that no line leaves [13.2.2, 13.2.6]. Here that is drawn. A step whose line was left out because it
 * leads nowhere gets no end, which would look as if it were meant so.
 */
export function withEnds(flow: Flow, scope: XmlElement, content: Content): Content {
  if (flow.file.isOurs || scope.local === "adHocSubProcess") return content;
  const listens = attributeOf(scope, "triggeredByEvent") === "true";
  const inside = scope !== flow.process;
  if (content.nodes.length === 0 && (!inside || listens)) return content;
  const besides = setApart(content);
  const started = listens || content.nodes.some(({ kind }) => kind === "start") || instantiates(scope);
  const [entered, left] = [drawnEnds(flow, scope, "targetRef"), drawnEnds(flow, scope, "sourceRef")];
  for (const { source, target } of content.edges) {
    entered.add(target);
    left.add(source);
  }
  const open = content.nodes.filter(({ id }) => !besides.has(id));
  const first = started
    ? []
    : open.filter((node) => node.kind !== "boundary" && !isLink(node, "catch") && !entered.has(node.id));
  const last = open.filter((node) => node.kind !== "end" && !isLink(node, "throw") && !left.has(node.id));
  return withAdded(flow, scope, content, first, last);
}

/** The steps that a line of the file names, whether or not the line could be taken. */
function drawnEnds(flow: Flow, scope: XmlElement, name: string): Set<string> {
  const ids = childrenOf(scope, BPMN, "sequenceFlow").flatMap((line) => {
    const step = flow.file.element(attributeOf(line, name));
    return step ? [flow.idOf(step)] : [];
  });
  return new Set(ids);
}

function isLink(node: Node, kind: "catch" | "throw"): boolean {
  return node.kind === kind && node.event.type === "link";
}

function withAdded(
  flow: Flow,
  scope: XmlElement,
  { nodes, edges }: Content,
  first: readonly Node[],
  last: readonly Node[],
): Content {
  const empty = nodes.length === 0;
  if (first.length === 0 && last.length === 0 && !empty) return { nodes, edges };
  const name = flow.idOf(scope).slice(0, 85);
  const start: Node | null =
    first.length > 0 || empty ? { id: flow.newId(`${name}_start`), kind: "start" } : null;
  const end: Node | null = last.length > 0 || empty ? { id: flow.newId(`${name}_end`), kind: "end" } : null;
  const line = (source: string, target: string): Edge => ({ id: flow.newId(`${name}_line`), source, target });
  const added = [
    ...(start ? first.map(({ id }) => line(start.id, id)) : []),
    ...(end ? last.map(({ id }) => line(id, end.id)) : []),
    ...(empty && start && end ? [line(start.id, end.id)] : []),
  ];
  flow.problem("bpmn.ends-added", scope);
  return { nodes: [...nodes, ...(start ? [start] : []), ...(end ? [end] : [])], edges: [...edges, ...added] };
}

/** What no line has to lead to or from: event sub-processes, and what undoes steps with the events that call it. */
function setApart({ nodes, edges }: Content): ReadonlySet<string> {
  const apart = new Set<string>();
  for (const node of nodes) {
    if (node.kind === "eventSubProcess") apart.add(node.id);
    if (node.kind !== "boundary" || node.event.type !== "compensation") continue;
    apart.add(node.id);
    for (const { source, target } of edges) if (source === node.id) apart.add(target);
  }
  return apart;
}

/** Whether a step of the process begins it by itself. */
function instantiates(scope: XmlElement): boolean {
  return scope.children.some((child) => attributeOf(child, "instantiate") === "true");
}
