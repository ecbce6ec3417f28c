import type { DrawingGroup, Node, WorkflowDefinition } from "@flowright/definition";
import { mapped, withContainer } from "../../document/container.ts";
import { indexOf } from "../../document/index-of.ts";
import { idsFor } from "../../document/new-id.ts";
import { placesOf } from "../../geometry/places-of.ts";
import { withMembers } from "../../group/groups-of.ts";
import { withGroups } from "../../group/with-groups.ts";
import { type Command, refused } from "../command.ts";

/**
 * Frames steps as a group. A step is in one group at a time: it leaves the one that it was in. The group is selected
 * afterwards.
 */
export function groupSteps(ids: readonly string[]): Command {
  return {
    label: { en: "Group", "zh-CN": "编组" },
    execute(definition) {
      const index = indexOf(definition);
      const chosen = withMembers(definition, ids).flatMap((id) => index.nodes.get(id) ?? []);
      const steps = chosen.filter(({ node }) => node.kind !== "boundary");
      const parent = steps[0]?.parent ?? null;
      if (steps.length === 0) {
        return refused("group.nothing", "Select the steps to group first.", "请先选择要编组的节点。");
      }
      if (steps.some((step) => step.parent?.id !== parent?.id)) {
        return refused(
          "group.several-levels",
          "Steps inside and outside of a sub-process cannot be in one group.",
          "子流程内外的节点不能编为一组。",
        );
      }
      const nodes = steps.map(({ node }) => node.id);
      const group: DrawingGroup = {
        id: newGroupId(definition),
        ...(parent ? { in: parent.id } : {}),
        nodes,
      };
      const taken = new Set(nodes);
      return {
        ok: true,
        definition: withGroups(withPlaces(definition, parent?.id ?? null), (groups) => [
          ...groups.flatMap((each) => withoutSteps(each, taken)),
          group,
        ]),
        selection: [group.id],
      };
    },
  };
}

function withoutSteps(group: DrawingGroup, taken: ReadonlySet<string>): DrawingGroup[] {
  if (!group.nodes?.some((id) => taken.has(id))) return [group];
  const nodes = group.nodes.filter((id) => !taken.has(id));
  return nodes.length === 0 ? [] : [{ ...group, nodes }];
}

/** A frame needs steps that stay where they are seen. */
function withPlaces(definition: WorkflowDefinition, container: string | null): WorkflowDefinition {
  const places = placesOf(definition);
  return withContainer(definition, container, ({ nodes, edges }) => ({
    edges,
    nodes: mapped(nodes, (node): Node => {
      const place = places.get(node.id);
      if (node.position || node.kind === "boundary" || !place) return node;
      return { ...node, position: { x: place.x, y: place.y } };
    }),
  }));
}

/** Groups, notes and lanes share their ids with the steps. */
function newGroupId(definition: WorkflowDefinition): string {
  const { notes = [], groups = [], lanes = [] } = definition.drawing ?? {};
  const drawn = new Set([...notes, ...groups, ...lanes].map(({ id }) => id));
  const newId = idsFor(definition);
  let id = newId("group");
  while (drawn.has(id)) id = newId("group");
  return id;
}
