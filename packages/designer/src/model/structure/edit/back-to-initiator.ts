import type { Edge, Node } from "@flowright/definition";
import { type Command, refused } from "../../command/command.ts";
import { containerOf, indexOf } from "../../document/index-of.ts";
import { idsFor } from "../../document/new-id.ts";
import { newNode } from "../../document/new-node.ts";
import { userTask } from "../../element/people.ts";
import { canStand } from "../../rule/can-stand.ts";
import { finished } from "./finished.ts";

/**
 * Has rejected cases go back to whoever started them: a task in which the form of the start is corrected, and from
 * there to the approval again.
 */
export function backToInitiator(approval: string): Command {
  return {
    label: { en: "Back to the initiator", "zh-CN": "退回给发起人" },
    execute(definition) {
      const { nodes, outgoing } = indexOf(definition);
      const placed = nodes.get(approval);
      const [line, second] = outgoing.get(approval) ?? [];
      if (placed?.node.kind !== "approval" || second) {
        return refused(
          "back.rejected-already",
          "Rejected cases have a way of their own already. Take it away first.",
          "拒绝后已有单独的走向，请先删除。",
        );
      }
      const container = placed.parent?.id ?? null;
      const allowed = canStand(definition, userTask, container);
      if (allowed !== true) return { ok: false, refusal: allowed };
      const inside = containerOf(definition, container) ?? { nodes: [], edges: [] };
      const newId = idsFor(definition);
      const task: Node = {
        ...newNode(userTask, newId, {}),
        ...formOfStart(definition.nodes),
        name: { en: "Correct the request", "zh-CN": "修改申请" },
      };
      const edges = inside.edges.map(
        (edge): Edge =>
          edge.id === line?.id && edge.outcome === undefined ? { ...edge, outcome: "approved" } : edge,
      );
      return finished(definition, {
        container,
        nodes: [...inside.nodes, task],
        edges: [
          ...edges,
          { id: newId("edge"), source: approval, target: task.id, outcome: "rejected" },
          { id: newId("edge"), source: task.id, target: approval },
        ],
        fresh: [task.id],
        selection: [task.id],
      });
    },
  };
}

function formOfStart(nodes: readonly Node[]): { form?: string } {
  const start = nodes.find((node) => node.kind === "start" && node.form !== undefined);
  return start?.kind === "start" && start.form !== undefined ? { form: start.form } : {};
}
