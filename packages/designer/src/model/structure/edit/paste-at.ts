import type { Edge, Node } from "@flowright/definition";
import type { Clipping } from "../../clipboard/clipping.ts";
import { withNewIds } from "../../clipboard/with-new-ids.ts";
import { type Command, refused } from "../../command/command.ts";
import { elementTypeOf } from "../../element/element-types.ts";
import { leadsOn, takesLines } from "../../rule/leads-on.ts";
import { type Gap, putAt } from "./insert-at.ts";

/**
 * Puts copied steps into a column. They begin where no line among them leads to; whatever among them nothing follows
 * goes on to what stands behind the gap, and a decision that lost its "otherwise" goes on there too.
 */
export function pasteAt(gap: Gap, clipping: Clipping): Command {
  return {
    label: { en: "Paste", "zh-CN": "粘贴" },
    execute(definition) {
      const reached = new Set(clipping.edges.map(({ target }) => target));
      const begins = clipping.nodes.filter((node) => takesLines(node) && !reached.has(node.id));
      const [first] = begins;
      if (!first || begins.length > 1 || clipping.nodes.some(({ kind }) => kind === "start")) {
        return refused(
          "paste.no-single-way-in",
          "These steps do not begin in one place. Paste them on the canvas and draw the lines there.",
          "所复制的节点没有唯一的入口，请粘贴到画布上再连线。",
        );
      }
      return putAt(definition, gap, elementTypeOf(first), (target, newId) => {
        const copy = withNewIds(clipping, newId);
        const id = copy.ids.get(first.id) ?? "";
        const onward = target === null ? [] : waysOn(copy, target, newId);
        return { nodes: copy.nodes, edges: [...copy.edges, ...onward], first: id, selected: id };
      });
    },
  };
}

function waysOn({ nodes, edges }: Clipping, target: string, newId: (prefix: string) => string): Edge[] {
  return nodes.flatMap((node): Edge[] => {
    const own = edges.filter(({ source }) => source === node.id);
    if (own.length === 0) return goesOn(node) ? [{ id: newId("edge"), source: node.id, target }] : [];
    const chooses = node.kind === "exclusive" || node.kind === "inclusive";
    const lost = chooses && own.every((edge) => edge.condition !== undefined && !edge.default);
    return lost ? [{ id: newId("edge"), source: node.id, target, default: true }] : [];
  });
}

/** Whether a copied step without lines of its own leads on to what follows. */
function goesOn(node: Node): boolean {
  if (node.kind !== "boundary") return leadsOn(node);
  return node.event.type !== "compensation";
}
