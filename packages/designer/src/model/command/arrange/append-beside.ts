import { isActivity } from "@flowright/definition";
import { withContainer } from "../../document/container.ts";
import { containerOf, indexOf } from "../../document/index-of.ts";
import { idsFor } from "../../document/new-id.ts";
import { newNode } from "../../document/new-node.ts";
import { elementTypeOf } from "../../element/element-types.ts";
import { userTask } from "../../element/people.ts";
import { freePlace } from "../../geometry/free-place.ts";
import { placesOf } from "../../geometry/places-of.ts";
import { fixedSizeOf, GAP, type Place, type Size } from "../../geometry/size-of.ts";
import { canConnect } from "../../rule/can-connect.ts";
import { canStand } from "../../rule/can-stand.ts";
import { type Command, refused } from "../command.ts";

export type Towards = "right" | "left" | "up" | "down";

/**
 * A new step on one side of another, connected with it: to the left it leads to it, else it follows it. It is of the
 * same type where that is a kind of work, else a task for a person.
 */
export function appendBeside(id: string, towards: Towards): Command {
  return {
    label: { en: "Add a connected step", "zh-CN": "添加相连的节点" },
    execute(definition) {
      const placed = indexOf(definition).nodes.get(id);
      const from = placesOf(definition).get(id);
      const parent = placed?.parent?.id ?? null;
      const container = containerOf(definition, parent);
      if (!placed || !from || !container) {
        return refused("node.unknown", "That step is no longer there.", "该节点已不存在。");
      }
      const own = elementTypeOf(placed.node);
      const element = isActivity(placed.node) && own.family !== "container" ? own : userTask;
      const stands = canStand(definition, element, parent);
      if (stands !== true) return { ok: false, refusal: stands };
      const places = placesOf(definition);
      const free = freePlace(
        beside(from, fixedSizeOf(element.kind), towards),
        container.nodes.flatMap((node) => places.get(node.id) ?? []),
      );
      const newId = idsFor(definition);
      const node = newNode(element, newId, { position: { x: free.x, y: free.y } });
      const withNew = withContainer(definition, parent, ({ nodes, edges }) => ({
        nodes: [...nodes, node],
        edges,
      }));
      const [source, target] = towards === "left" ? [node.id, id] : [id, node.id];
      const allowed = canConnect(withNew, source, target);
      if (allowed !== true) return { ok: false, refusal: allowed };
      return {
        ok: true,
        definition: withContainer(withNew, parent, ({ nodes, edges }) => ({
          nodes,
          edges: [...edges, { id: newId("edge"), source, target }],
        })),
        selection: [node.id],
      };
    },
  };
}

/** Up and down a step still follows: it stands a column further, so that its line does not run back. */
function beside(from: Place, size: Size, towards: Towards): Place {
  const middle = from.y + from.height / 2 - size.height / 2;
  if (towards === "left") return { ...size, x: from.x - GAP.x - size.width, y: middle };
  const x = from.x + from.width + GAP.x;
  const by = (size.height + GAP.y) * (towards === "up" ? -1 : towards === "down" ? 1 : 0);
  return { ...size, x, y: middle + by };
}
