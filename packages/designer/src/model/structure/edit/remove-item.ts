import type { WorkflowDefinition } from "@flowright/definition";
import { type Command, refused } from "../../command/command.ts";
import { containerOf, indexOf } from "../../document/index-of.ts";
import { isGateway } from "../../geometry/size-of.ts";
import { type Found, findItem, linesBehind } from "../find-item.ts";
import type { Branch, SplitItem } from "../tree.ts";
import { nodesInSequence, nodesOfItem } from "../tree-nodes.ts";
import { finished } from "./finished.ts";

/** Takes a step out of its column; what led to it leads on to what follows. A decision goes with its branches. */
export function removeItem(node: string): Command {
  return {
    label: { en: "Delete", "zh-CN": "删除" },
    execute(definition) {
      const found = findItem(definition, node);
      if (!found) return refused("node.unknown", "That step is no longer there.", "该节点已不存在。");
      const gone = goneWith(definition, node);
      if (standsAlone(definition, found, node)) return without(definition, gone, null, []);
      const kept = found.item.type === "split" ? keptBranch(definition, found.item) : null;
      const behind = kept?.edge ?? linesBehind(found)[0];
      const target =
        behind === undefined ? null : (indexOf(definition).edges.get(behind)?.edge.target ?? null);
      return without(definition, gone, target, found.item.entry);
    },
  };
}

/**
 * The steps that go when a step is deleted: with a decision its branches, with an approval what only rejected cases
 * reach, with any step what an event on its edge leads to.
 */
export function goneWith(definition: WorkflowDefinition, node: string): Set<string> {
  const found = findItem(definition, node);
  if (!found || standsAlone(definition, found, node)) return new Set([node]);
  const gone = new Set(nodesOfItem(found.item));
  if (found.item.type !== "split") return gone;
  const kind = indexOf(definition).nodes.get(node)?.node.kind ?? "start";
  const kept = keptBranch(definition, found.item);
  for (const branch of found.item.branches) {
    const staysBeside = !isGateway(kind) && kind !== "approval" && branch.boundary === null;
    if (branch !== kept && !staysBeside) continue;
    for (const id of nodesInSequence(branch.body)) gone.delete(id);
  }
  return withoutShared(definition, gone);
}

/** Whether a step is taken away by itself: where lines only say what waits for what, among crossing lines, as a join. */
function standsAlone(definition: WorkflowDefinition, { item }: Found, node: string): boolean {
  const inPlan = indexOf(definition).nodes.get(node)?.parent?.kind === "plan";
  return inPlan || item.type === "free" || (item.type === "split" && item.join === node);
}

/** Takes a branch with its steps away. Where one alone is left, the branching goes too. */
export function removeBranch(source: string, branch: Pick<Branch, "edge" | "boundary">): Command {
  return {
    label: { en: "Remove branch", "zh-CN": "删除分支" },
    execute(definition) {
      const found = findItem(definition, source);
      const split = found?.item.type === "split" ? found.item : null;
      const chosen = split?.branches.find((each) => each.edge === branch.edge);
      if (!chosen) return refused("edge.unknown", "That line is no longer there.", "该连线已不存在。");
      const gone = withoutShared(definition, new Set(nodesInSequence(chosen.body)));
      if (chosen.boundary !== null) gone.add(chosen.boundary);
      return without(definition, gone, null, [], chosen.edge);
    },
  };
}

/** Of the branches behind a step that does something itself, the one that goes on without it. */
export function keptBranch(definition: WorkflowDefinition, split: SplitItem): Branch | null {
  const { nodes, edges } = indexOf(definition);
  const node = split.node === null ? undefined : nodes.get(split.node)?.node;
  if (!node || isGateway(node.kind)) return null;
  const own = split.branches.filter(({ boundary, edge }) => boundary === null && edge !== null);
  return own.find(({ edge }) => edges.get(edge ?? "")?.edge.outcome === "approved") ?? own[0] ?? null;
}

/** An end that other steps lead to as well stays. */
function withoutShared(definition: WorkflowDefinition, gone: Set<string>): Set<string> {
  const { nodes, incoming } = indexOf(definition);
  const hostOf = (id: string) => {
    const node = nodes.get(id)?.node;
    return node?.kind === "boundary" ? node.attachedTo : id;
  };
  const shared = [...gone].filter(
    (id) =>
      nodes.get(id)?.node.kind === "end" &&
      (incoming.get(id) ?? []).some(({ source }) => !gone.has(hostOf(source))),
  );
  // The lines of what goes lead to these; where all of them do, the end would be left without any.
  for (const id of shared) if ((incoming.get(id)?.length ?? 0) > 1) gone.delete(id);
  return gone;
}

function without(
  definition: WorkflowDefinition,
  gone: ReadonlySet<string>,
  target: string | null,
  leads: readonly string[],
  line: string | null = null,
) {
  const { nodes, edges } = indexOf(definition);
  const some = [...gone][0];
  const parent = some === undefined ? edges.get(line ?? "")?.parent : nodes.get(some)?.parent;
  const container = parent?.id ?? null;
  const inside = containerOf(definition, container) ?? { nodes: [], edges: [] };
  const events = new Set(
    inside.nodes.flatMap((node) => (node.kind === "boundary" && gone.has(node.attachedTo) ? [node.id] : [])),
  );
  const healed = new Set(leads);
  return finished(definition, {
    container,
    nodes: inside.nodes.filter(({ id }) => !gone.has(id) && !events.has(id)),
    edges: inside.edges.flatMap((edge) => {
      if (edge.id === line) return [];
      return healed.has(edge.id) && target !== null && !gone.has(target) ? [{ ...edge, target }] : [edge];
    }),
    fresh: [],
    selection: [],
  });
}
