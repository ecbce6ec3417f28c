import type { Edge, WorkflowDefinition } from "@flowright/definition";
import { type Command, refused } from "../../command/command.ts";
import { containerOf, indexOf } from "../../document/index-of.ts";
import { idsFor } from "../../document/new-id.ts";
import { type Found, findItem, linesBehind } from "../find-item.ts";
import { type Carried, carriedWith } from "./carried-with.ts";
import { finished } from "./finished.ts";
import { type Gap, placeOf } from "./insert-at.ts";
import { moveToBlock } from "./move-to-block.ts";

/** Moves a step, with its branches if it has some, to another place, be it in another block. */
export function moveItem(node: string, gap: Gap): Command {
  return {
    label: { en: "Move step", "zh-CN": "移动节点" },
    execute(definition) {
      const found = findItem(definition, node);
      const first = found && found.item.type !== "free" ? found.item.node : null;
      if (!found || first === null)
        return refused("move.free", "Move this on the canvas.", "请在画布上移动。");
      const carried = carriedWith(definition, found);
      const { steps: moved, exits } = carried;
      if (isWhereItIs(definition, found, gap, carried)) return { ok: true, definition };
      const { nodes, edges } = indexOf(definition);
      const container = nodes.get(first)?.parent?.id ?? null;
      const inside = containerOf(definition, container) ?? { nodes: [], edges: [] };
      const source = exits.length === 0 ? openEnd(found) : null;
      const kind = nodes.get(first)?.node.kind;
      if (kind === "start" || (exits.length === 0 && source === null)) {
        return refused(
          "move.at-edge",
          "A start stays where the flow begins, and what ends a path stays at its end.",
          "开始保持在最前，结束保持在路径末尾。",
        );
      }
      const target = exits[0] === undefined ? null : (edges.get(exits[0])?.edge.target ?? null);
      const wanted = "edges" in gap ? gap.edges : [];
      const goal = wanted[0] === undefined ? null : edges.get(wanted[0]);
      if (placeOf(definition, gap)?.container !== container) {
        return moveToBlock(definition, { found, first, carried, open: source }, gap);
      }
      const onward = goal?.edge.target ?? null;
      const newId = idsFor(definition);
      const redirect = (edge: Edge): Edge[] => {
        if (found.item.entry.includes(edge.id)) {
          // What led here may be the very place that it is moved to.
          const to = wanted.includes(edge.id) ? first : target;
          return to === null ? [] : [{ ...edge, target: to }];
        }
        if (wanted.includes(edge.id)) return [{ ...edge, target: first }];
        if (exits.includes(edge.id)) return onward === null ? [] : [{ ...edge, target: onward }];
        return [edge];
      };
      const lead: Edge[] = "after" in gap ? [{ id: newId("edge"), source: gap.after, target: first }] : [];
      const tail: Edge[] =
        source !== null && onward !== null ? [{ id: newId("edge"), source, target: onward }] : [];
      return finished(definition, {
        container,
        nodes: inside.nodes,
        edges: [...inside.edges.flatMap(redirect), ...lead, ...tail],
        fresh: [...moved],
        selection: [first],
      });
    },
  };
}

/** The place one up or down from an item: past its neighbour, out of its branch at the ends of it; null if none. */
export function gapBeside(definition: WorkflowDefinition, node: string, direction: -1 | 1): Gap | null {
  const found = findItem(definition, node);
  // In a plan lines say what waits for what; there is no place before or behind.
  if (!found || indexOf(definition).nodes.get(node)?.parent?.kind === "plan") return null;
  const { sequence, at, around } = found;
  const neighbour = sequence.items[at + direction];
  if (direction === -1) {
    const entry = neighbour?.entry ?? around?.split.item.entry ?? [];
    return entry.length > 0 ? { edges: entry } : null;
  }
  if (neighbour) {
    const lines = linesBehind({ sequence, at: at + 1 });
    if (lines.length > 0) return { edges: lines };
    return sequence.tail.type === "open" && at + 2 === sequence.items.length
      ? { after: sequence.tail.source }
      : null;
  }
  const behind = around ? linesBehind(around.split) : [];
  return behind.length > 0 ? { edges: behind } : null;
}

function isWhereItIs(
  definition: WorkflowDefinition,
  found: Found,
  gap: Gap,
  { steps: moved, exits }: Carried,
): boolean {
  const { edges, nodes } = indexOf(definition);
  if ("after" in gap) return moved.has(gap.after);
  return gap.edges.every((id) => {
    const edge = edges.get(id)?.edge;
    const source = nodes.get(edge?.source ?? "")?.node;
    const from = source?.kind === "boundary" ? source.attachedTo : edge?.source;
    return found.item.entry.includes(id) || exits.includes(id) || moved.has(from ?? "");
  });
}

/** The step of an item that something could follow though nothing does. */
function openEnd({ item, sequence, at }: Found): string | null {
  if (at !== sequence.items.length - 1 || sequence.tail.type !== "open") return null;
  return item.type === "free" ? null : sequence.tail.source;
}
