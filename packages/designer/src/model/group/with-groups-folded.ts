import type { DrawingGroup, Edge, Node, WorkflowDefinition } from "@flowright/definition";
import { withContainer } from "../document/container.ts";
import { containerOf } from "../document/index-of.ts";
import { CARD } from "../geometry/size-of.ts";
import { frameOf, membersOf } from "./groups-of.ts";

const known = new WeakMap<WorkflowDefinition, WorkflowDefinition>();

/**
 * The definition as it is drawn: each folded group is one card, with the lines that lead into it and out of it. Only
 * for drawing; the steps themselves stay where they are. The same object where nothing is folded.
 */
export function withGroupsFolded(definition: WorkflowDefinition): WorkflowDefinition {
  const made = known.get(definition);
  if (made) return made;
  const groups = (definition.drawing?.groups ?? []).filter(({ collapsed }) => collapsed === true);
  const folded = groups.reduce((now, group) => withFolded(now, definition, group), definition);
  known.set(definition, folded);
  return folded;
}

function withFolded(
  now: WorkflowDefinition,
  definition: WorkflowDefinition,
  group: DrawingGroup,
): WorkflowDefinition {
  const inside = new Set(membersOf(definition, group));
  const container = containerOf(definition, group.in ?? null);
  const frame = frameOf(definition, group);
  if (inside.size === 0 || !container || !frame) return now;
  const placed = container.nodes.every((node) => node.position !== undefined || node.kind === "boundary");
  return withContainer(now, group.in ?? null, ({ nodes, edges }) => {
    const card: Node = {
      id: group.id,
      kind: "subProcess",
      collapsed: true,
      nodes: nodes.filter(({ id }) => inside.has(id)),
      edges: edges.filter(({ source, target }) => inside.has(source) && inside.has(target)),
      name: group.name ?? { en: "Group", "zh-CN": "编组" },
      ...(placed
        ? {
            position: {
              x: frame.x + (frame.width - CARD.width) / 2,
              y: frame.y + (frame.height - CARD.height) / 2,
            },
          }
        : {}),
    };
    const end = (id: string) => (inside.has(id) ? group.id : id);
    return {
      nodes: [...nodes.filter(({ id }) => !inside.has(id)), card],
      edges: edges.flatMap((edge): Edge[] => {
        const [source, target] = [end(edge.source), end(edge.target)];
        if (source === edge.source && target === edge.target) return [edge];
        return source === target ? [] : [{ ...edge, source, target }];
      }),
    };
  });
}
