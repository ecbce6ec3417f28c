import { type Edge, isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import { withContainer } from "../../document/container.ts";
import { containerOf, indexOf } from "../../document/index-of.ts";
import { idsFor } from "../../document/new-id.ts";
import { newNode } from "../../document/new-node.ts";
import type { ElementType } from "../../element/element-type.ts";
import { freePlace } from "../../geometry/free-place.ts";
import { labelWidth } from "../../geometry/label-width.ts";
import { placesOf } from "../../geometry/places-of.ts";
import { fixedSizeOf, GAP, GRID, type Place, type Size, snapped } from "../../geometry/size-of.ts";
import { canDrop } from "../../rule/can-drop.ts";
import { type Command, refused } from "../command.ts";

/**
 * Puts a new step into a line. The line keeps its condition, outcome or "otherwise" up to the new step, because they
 * belong to what it leaves; out of a new decision it goes on as "otherwise". What stands from the target on to the right
 * moves by as much as the new step and the label need, no more.
 */
export function insertOnEdge(edge: string, element: ElementType): Command {
  return {
    label: { en: `Insert ${element.name.en}`, "zh-CN": `插入${element.name["zh-CN"]}` },
    execute(definition) {
      const placed = indexOf(definition).edges.get(edge);
      if (!placed) return refused("edge.unknown", "That line is no longer there.", "该连线已不存在。");
      const allowed = canDrop(definition, element, { type: "edge", edge });
      if (allowed !== true) return { ok: false, refusal: allowed };
      const places = placesOf(definition);
      const from = places.get(placed.edge.source);
      const to = places.get(placed.edge.target);
      if (!from || !to) return refused("edge.unknown", "That line is no longer there.", "该连线已不存在。");
      const newId = idsFor(definition);
      const made = newNode(element, newId, {});
      const onward: Edge = { id: newId("edge"), source: made.id, target: placed.edge.target };
      if (element.kind === "exclusive") onward.default = true;
      const parent = placed.parent?.id ?? null;
      const { wanted, shift } = between(from, to, sizeOf(definition, made), placed.edge, onward);
      const moves = (node: Node) => {
        const at = places.get(node.id);
        const right = at !== undefined && at.x >= to.x && node.id !== placed.edge.source;
        return shift > 0 && node.kind !== "boundary" && right ? { x: at.x + shift, y: at.y } : null;
      };
      const taken = (containerOf(definition, parent)?.nodes ?? []).flatMap((node) => {
        const at = places.get(node.id);
        return at && node.kind !== "boundary" ? [{ ...at, ...moves(node) }] : [];
      });
      const { x, y } = freePlace(wanted, taken);
      const node: Node = { ...made, position: { x, y } };
      return {
        ok: true,
        definition: withContainer(definition, parent, ({ nodes, edges }) => ({
          nodes: [
            ...nodes.map((each): Node => {
              const position = moves(each);
              return position ? { ...each, position } : each;
            }),
            node,
          ],
          edges: edges.flatMap((each) =>
            each.id === edge ? [{ ...each, target: node.id }, onward] : [each],
          ),
        })),
        selection: [node.id],
      };
    },
  };
}

/** A new block is as large as what it begins with. */
function sizeOf(definition: WorkflowDefinition, node: Node): Size {
  if (!isContainer(node)) return fixedSizeOf(node.kind);
  return placesOf({ ...definition, nodes: [node], edges: [] }).get(node.id) ?? fixedSizeOf(node.kind);
}

/** The place in a line, and how far the rest has to move for it. */
function between(from: Place, to: Place, { width, height }: Size, before: Edge, after: Edge) {
  const gap = to.x - (from.x + from.width);
  if (gap < 0) {
    // A line that leads back: in the middle of both, nothing moves.
    const centre = { x: (from.x + from.width / 2 + to.x + to.width / 2) / 2, y: Math.min(from.y, to.y) - 80 };
    const wanted = snapped({ width, height, x: centre.x - width / 2, y: centre.y - height / 2 });
    return { wanted, shift: 0 };
  }
  const [ahead, behind] = [before, after].map((edge) => Math.max(GAP.x, labelWidth(edge) + LABEL_MARGIN));
  const needed = (ahead ?? GAP.x) + width + (behind ?? GAP.x);
  const shift = Math.ceil(Math.max(0, needed - gap) / GRID) * GRID;
  // Of what is to spare each side gets half.
  const x = from.x + from.width + (ahead ?? GAP.x) + Math.max(0, gap - needed) / 2;
  return { wanted: snapped({ width, height, x, y: to.y + to.height / 2 - height / 2 }), shift };
}

/** A label and the corner before it. */
const LABEL_MARGIN = 40;
