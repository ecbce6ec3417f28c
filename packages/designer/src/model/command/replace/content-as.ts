import { type ContainerNode, type Edge, isActivity, type Node } from "@flowright/definition";
import { patched } from "../../document/patch.ts";

type NewId = (prefix: string) => string;

interface Content {
  readonly nodes: Node[];
  readonly edges: Edge[];
}

/**
 * The steps of a block as the steps of a block of another kind: what cannot stand there goes with its lines, and what
 * is needed to begin and to end is added.
 */
export function contentAs(old: ContainerNode, kind: ContainerNode["kind"], newId: NewId): Content {
  const content = { nodes: old.nodes, edges: old.edges };
  if (kind === "plan") return planLines(without(content, (node) => !isActivity(node)));
  if (kind === "adHoc") {
    return withoutDependencies(without(content, (node) => node.kind === "start" || node.kind === "end"));
  }
  const framed = withoutDependencies(
    old.kind === "plan" || old.kind === "adHoc" ? withFrame(content, newId) : content,
  );
  const reacts = kind === "eventSubProcess";
  return {
    edges: framed.edges,
    nodes: framed.nodes.map((node): Node => {
      if (node.kind !== "start" || (node.trigger !== undefined) === reacts) return node;
      return patched(node, {
        trigger: reacts ? { type: "message", message: { name: "message" } } : undefined,
        interrupting: undefined,
      });
    }),
  };
}

function without({ nodes, edges }: Content, gone: (node: Node) => boolean): Content {
  const kept = nodes.filter((node) => !gone(node));
  const left = new Set(kept.map(({ id }) => id));
  return { nodes: kept, edges: edges.filter((edge) => left.has(edge.source) && left.has(edge.target)) };
}

function planLines({ nodes, edges }: Content): Content {
  const plain = edges.map((edge) =>
    patched(edge, { condition: undefined, default: undefined, outcome: undefined }),
  );
  return { nodes, edges: plain };
}

function withoutDependencies({ nodes, edges }: Content): Content {
  return { nodes, edges: edges.map((edge) => patched(edge, { dependency: undefined })) };
}

/** A start before what nothing leads to and an end after what leads nowhere. */
function withFrame({ nodes, edges }: Content, newId: NewId): Content {
  const start: Node = { id: newId("start"), kind: "start" };
  const end: Node = { id: newId("end"), kind: "end" };
  const targets = new Set(edges.map(({ target }) => target));
  const sources = new Set(edges.map(({ source }) => source));
  const line = (source: string, target: string): Edge => ({ id: newId("edge"), source, target });
  return {
    nodes: [start, ...nodes.map((node): Node => patched(node, { position: undefined })), end],
    edges: [
      ...nodes
        .filter((node) => node.kind !== "boundary" && !targets.has(node.id))
        .map((node) => line(start.id, node.id)),
      ...edges,
      ...nodes.filter((node) => !sources.has(node.id)).map((node) => line(node.id, end.id)),
    ],
  };
}
