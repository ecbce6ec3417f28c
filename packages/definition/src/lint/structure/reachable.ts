import type { Node } from "../../generated/workflow.ts";
import type { Rule, Scope } from "../drawing.ts";
import { linkName } from "../events/links.ts";
import { nameParams } from "../names.ts";
import { startsOf } from "./starts.ts";

/**
 * Every step can be reached from a start of its scope; a boundary event by way of what it is attached to, the end of
 * a link from where it begins.
 */
export const reachable: Rule = ({ scopes }, report) => {
  for (const scope of scopes) {
    const reached = reachedIn(scope);
    // Without a start nothing is reached, and that is said once.
    if (reached.size === 0) continue;
    for (const { node, path } of scope.nodes) {
      if (reached.has(node.id)) continue;
      report.add("node.unreachable", { path, node: node.id, params: nameParams("step", node) });
    }
  }
};

function reachedIn(scope: Scope): ReadonlySet<string> {
  const nodes = scope.nodes.map(({ node }) => node);
  const boundaries = Map.groupBy(
    nodes.filter((node) => node.kind === "boundary"),
    (node) => node.attachedTo,
  );
  const arrivals = Map.groupBy(
    nodes.filter((node) => node.kind === "catch"),
    (node) => linkName(node),
  );
  const open = startsOf(scope);
  const reached = new Set(open.map(({ id }) => id));
  for (let node = open.pop(); node; node = open.pop()) {
    const link = node.kind === "throw" ? linkName(node) : null;
    const next: Node[] = [
      ...scope.outgoing(node).flatMap(({ target }) => (target ? [target.node] : [])),
      ...(boundaries.get(node.id) ?? []),
      ...(link === null ? [] : (arrivals.get(link) ?? [])),
    ];
    for (const following of next) {
      if (reached.has(following.id)) continue;
      reached.add(following.id);
      open.push(following);
    }
  }
  return reached;
}
