import type { Rule, Scope } from "../drawing.ts";
import { handlerOf } from "../events/compensation.ts";
import { linkName } from "../events/links.ts";
import { nameParams } from "../names.ts";
import { mayBeLast } from "./starts.ts";

/** A path ends at an end event and nowhere else, so that the drawing says how a case ends. */
export const deadEnds: Rule = ({ scopes }, report) => {
  for (const scope of scopes) {
    const handlers = handlersOf(scope);
    for (const { node, path } of scope.nodes) {
      if (scope.outgoing(node).length > 0 || mayBeLast(scope, node) || handlers.has(node.id)) continue;
      if (node.kind === "throw" && linkName(node) !== null) continue;
      report.add("node.dead-end", { path, node: node.id, params: nameParams("step", node) });
    }
  }
};

/** Steps that undo others and events that call them, which have rules of their own. */
function handlersOf(scope: Scope): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { node } of scope.nodes) {
    if (node.kind !== "boundary" || node.event.type !== "compensation") continue;
    found.add(node.id);
    const handler = handlerOf(scope, node);
    if (handler) found.add(handler.id);
  }
  return found;
}
