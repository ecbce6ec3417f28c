import type { Node } from "../../generated/workflow.ts";
import type { DrawnEdge, Rule, Scope } from "../drawing.ts";
import { nameParams } from "../names.ts";

/**
 * A parallel join whose branches come straight from one choice is never filled. Only the plain case: each branch
 * is followed back through steps with one way in; everything else needs the token game.
 */
export const parallelJoins: Rule = ({ scopes }, report) => {
  for (const scope of scopes) {
    const choices = new Map<Node, boolean>();
    for (const { node, path } of scope.nodes) {
      if (node.kind !== "parallel") continue;
      const incoming = scope.incoming(node);
      if (incoming.length < 2) continue;
      const origins = incoming.flatMap((edge) => choiceBefore(scope, edge, choices) ?? []);
      const seen = new Set<Node>();
      const split = origins.find((origin) => seen.size === seen.add(origin).size);
      if (!split) continue;
      report.add("parallel.join-never-filled", {
        path,
        node: node.id,
        params: { ...nameParams("step", node), ...nameParams("split", split) },
      });
    }
  }
};

/** The choice that a branch comes from, if there is nothing but plain steps between. */
function choiceBefore(scope: Scope, branch: DrawnEdge, choices: Map<Node, boolean>): Node | null {
  const passed = new Set<string>();
  for (let edge: DrawnEdge | undefined = branch; edge?.source; ) {
    const { node } = edge.source;
    if (passed.has(node.id)) return null;
    passed.add(node.id);
    const incoming = scope.incoming(node);
    const outgoing = scope.outgoing(node);
    if (outgoing.length > 1) {
      const chooses = choices.get(node) ?? (incoming.length <= 1 && choosesOne(node, outgoing));
      choices.set(node, chooses);
      return chooses ? node : null;
    }
    if (incoming.length !== 1) return null;
    edge = incoming[0];
  }
  return null;
}

function choosesOne(node: Node, outgoing: readonly DrawnEdge[]): boolean {
  if (node.kind === "exclusive" || node.kind === "eventBased") return true;
  // One line for each outcome, and at most one for the rest.
  const outcomes = new Set(outgoing.map(({ edge }) => edge.outcome));
  return node.kind === "approval" && outcomes.size === outgoing.length;
}
