import { type Edge, isContainer, type Node } from "@flowright/definition";
import type { Clipping } from "../../clipboard/clipping.ts";
import { withContainer } from "../../document/container.ts";
import { containerOf } from "../../document/index-of.ts";
import { idsFor } from "../../document/new-id.ts";
import { fixedSizeOf, PADDING, snapped } from "../../geometry/size-of.ts";
import { type Command, refused } from "../command.ts";

/** Adds copied steps under new ids, with the lines between them. */
export function paste(
  clipping: Clipping,
  to: {
    readonly container: string | null;
    /** Top left corner for what is pasted, relative to the container. */
    readonly at: { readonly x: number; readonly y: number };
  },
): Command {
  return {
    label: { en: "Paste", "zh-CN": "粘贴" },
    execute(definition) {
      if (!containerOf(definition, to.container)) {
        return refused("container.unknown", "That sub-process is gone.", "该子流程已不存在。");
      }
      const newId = idsFor(definition);
      const ids = new Map<string, string>();
      const free = clipping.nodes.filter((node) => node.kind !== "boundary");
      const left = Math.min(...free.map((node) => node.position?.x ?? 0));
      const top = Math.min(...free.map((node) => node.position?.y ?? 0));
      const at =
        to.container === null
          ? to.at
          : { x: Math.max(to.at.x, PADDING.left), y: Math.max(to.at.y, PADDING.top) };
      const nodes = clipping.nodes
        .map((node) => renamed(node, newId, ids))
        .map((node): Node => {
          if (node.kind === "boundary") return { ...node, attachedTo: ids.get(node.attachedTo) ?? "" };
          const size = fixedSizeOf(node.kind);
          const place = snapped({
            ...size,
            x: at.x + (node.position?.x ?? 0) - left,
            y: at.y + (node.position?.y ?? 0) - top,
          });
          return { ...node, position: { x: place.x, y: place.y } };
        });
      const edges = reconnected(clipping.edges, newId, ids);
      return {
        ok: true,
        definition: withContainer(definition, to.container, (container) => ({
          nodes: [...container.nodes, ...nodes],
          edges: [...container.edges, ...edges],
        })),
        selection: nodes.filter((node) => node.kind !== "boundary").map((node) => node.id),
      };
    },
  };
}

function renamed(node: Node, newId: (prefix: string) => string, ids: Map<string, string>): Node {
  const id = newId(node.kind);
  ids.set(node.id, id);
  if (!isContainer(node)) return { ...node, id };
  const nodes = node.nodes.map((inner) => renamed(inner, newId, ids));
  return {
    ...node,
    id,
    nodes: nodes.map((inner) =>
      inner.kind === "boundary" ? { ...inner, attachedTo: ids.get(inner.attachedTo) ?? "" } : inner,
    ),
    edges: reconnected(node.edges, newId, ids),
  };
}

function reconnected(
  edges: readonly Edge[],
  newId: (prefix: string) => string,
  ids: ReadonlyMap<string, string>,
): Edge[] {
  return edges.flatMap((edge) => {
    const source = ids.get(edge.source);
    const target = ids.get(edge.target);
    return source && target ? [{ ...edge, id: newId("edge"), source, target }] : [];
  });
}
