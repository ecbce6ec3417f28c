import type { Edge, WorkflowDefinition } from "@flowright/definition";
import { withContainer } from "../../document/container.ts";
import { indexOf } from "../../document/index-of.ts";
import { idsFor } from "../../document/new-id.ts";
import { endNone } from "../../element/ends.ts";
import { canConnect } from "../../rule/can-connect.ts";
import { type Command, refused } from "../command.ts";
import { updateEdge } from "../content/update-edge.ts";
import { appendNode } from "./append-node.ts";

/**
 * Gives a decision an "otherwise": past the step of its first branch to what follows there, or to an end where
 * nothing does.
 */
export function addOtherwise(gateway: string): Command {
  return {
    label: { en: "Add “otherwise”", "zh-CN": "添加“其他情况”" },
    execute(definition) {
      const placed = indexOf(definition).nodes.get(gateway);
      if (!placed) return refused("node.unknown", "That step is no longer there.", "该节点已不存在。");
      const target = wayPast(definition, gateway);
      if (target !== null) {
        const edge: Edge = { id: idsFor(definition)("edge"), source: gateway, target, default: true };
        return {
          ok: true,
          definition: withContainer(definition, placed.parent?.id ?? null, ({ nodes, edges }) => ({
            nodes,
            edges: [...edges, edge],
          })),
          selection: [edge.id],
        };
      }
      const appended = appendNode(gateway, endNone).execute(definition);
      if (!appended.ok) return appended;
      const edge = indexOf(appended.definition).outgoing.get(gateway)?.at(-1);
      return edge ? updateEdge(edge.id, { default: true }).execute(appended.definition) : appended;
    },
  };
}

function wayPast(definition: WorkflowDefinition, gateway: string): string | null {
  const { outgoing } = indexOf(definition);
  for (const branch of outgoing.get(gateway) ?? []) {
    for (const onward of outgoing.get(branch.target) ?? []) {
      if (canConnect(definition, gateway, onward.target) === true) return onward.target;
    }
  }
  return null;
}
