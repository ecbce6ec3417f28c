import type { Edge, Node } from "@flowright/definition";
import type { Clipping } from "../../clipboard/clipping.ts";
import { withNewIds } from "../../clipboard/with-new-ids.ts";
import { type Command, refused } from "../../command/command.ts";
import { elementTypeOf } from "../../element/element-types.ts";
import { leadsOn, takesLines } from "../../rule/leads-on.ts";
import { type Gap, putAt } from "./insert-at.ts";

/**
 * Puts copied steps into a column. They begin where no line among them leads to; their open lines, and whatever among
 * them nothing follows, go on to what stands behind the gap.
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

function waysOn(
  { nodes, edges, open = [] }: Clipping,
  target: string,
  newId: (prefix: string) => string,
): Edge[] {
  const led = new Set([...edges, ...open].map(({ source }) => source));
  const last = nodes.filter((node) => !led.has(node.id) && goesOn(node));
  return [
    ...open.map((line): Edge => ({ ...line, target })),
    ...last.map(({ id }): Edge => ({ id: newId("edge"), source: id, target })),
  ];
}

/** Whether a copied step without lines of its own leads on to what follows. */
function goesOn(node: Node): boolean {
  return node.kind !== "boundary" && leadsOn(node);
}
