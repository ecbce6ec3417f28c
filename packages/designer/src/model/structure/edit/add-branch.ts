import type { Edge } from "@flowright/definition";
import { type Command, refused } from "../../command/command.ts";
import { containerOf, indexOf } from "../../document/index-of.ts";
import { idsFor } from "../../document/new-id.ts";
import { newNode } from "../../document/new-node.ts";
import type { ElementType } from "../../element/element-type.ts";
import { endNone } from "../../element/ends.ts";
import { canStand } from "../../rule/can-stand.ts";
import { leadsOn } from "../../rule/leads-on.ts";
import { findItem, targetBehind } from "../find-item.ts";
import { finished } from "./finished.ts";

/**
 * Adds a branch with a first step. It comes together with the others where they do; what an approval leads to when it
 * is rejected, and every branch where the others end, ends after that step. Before "otherwise", which stays last.
 */
export function addBranch(source: string, element: ElementType): Command {
  return {
    label: { en: "Add branch", "zh-CN": "添加分支" },
    execute(definition) {
      const placed = indexOf(definition).nodes.get(source);
      const found = findItem(definition, source);
      if (!placed || !found)
        return refused("node.unknown", "That step is no longer there.", "该节点已不存在。");
      const container = placed.parent?.id ?? null;
      const allowed = canStand(definition, element, container);
      if (allowed !== true) return { ok: false, refusal: allowed };
      const inside = containerOf(definition, container) ?? { nodes: [], edges: [] };
      const meets = placed.node.kind !== "approval" && found.item.type === "split";
      const target =
        meets && found.item.type === "split" ? targetBehind(definition, found.item, found) : null;
      const newId = idsFor(definition);
      const node = newNode(element, newId, {});
      const nodes = [node];
      const branch: Edge = { id: newId("edge"), source, target: node.id };
      const onward: Edge[] = [];
      if (leadsOn(node)) {
        const end = target === null ? newNode(endNone, newId, {}) : null;
        if (end) nodes.push(end);
        onward.push({ id: newId("edge"), source: node.id, target: target ?? end?.id ?? "" });
      }
      const last = inside.edges.findIndex((edge) => edge.source === source && edge.default);
      const at = last === -1 ? inside.edges.length : last;
      return finished(definition, {
        container,
        nodes: [...inside.nodes, ...nodes],
        edges: [...inside.edges.slice(0, at), branch, ...inside.edges.slice(at), ...onward],
        fresh: nodes.map(({ id }) => id),
        selection: [
          placed.node.kind === "exclusive" || placed.node.kind === "inclusive" ? branch.id : node.id,
        ],
      });
    },
  };
}
