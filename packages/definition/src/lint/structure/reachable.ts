import type { Rule, Scope } from "../drawing.ts";
import { nameParams } from "../names.ts";
import { startsOf } from "./starts.ts";

/** Every step can be reached from a start of its scope; a boundary event by way of what it is attached to. */
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
  const boundaries = Map.groupBy(
    scope.nodes.map(({ node }) => node).filter((node) => node.kind === "boundary"),
    (node) => node.attachedTo,
  );
  const open = startsOf(scope);
  const reached = new Set(open.map(({ id }) => id));
  for (let node = open.pop(); node; node = open.pop()) {
    const next = scope.outgoing(node).flatMap(({ target }) => (target ? [target.node] : []));
    for (const following of [...next, ...(boundaries.get(node.id) ?? [])]) {
      if (reached.has(following.id)) continue;
      reached.add(following.id);
      open.push(following);
    }
  }
  return reached;
}
