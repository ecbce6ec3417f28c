import type { Node } from "../../generated/workflow.ts";
import { type ContainerNode, isActivity, isContainer } from "../../model/node-kinds.ts";
import type { PlacedNode } from "../../model/walk.ts";
import type { Rule, Scope } from "../drawing.ts";
import { nameParams } from "../names.ts";
import type { Report } from "../report.ts";
import { eventOf } from "./events-of.ts";

/** What undoes a step is one step of its own; what is to be undone is there. */
export const compensation: Rule = ({ scopes }, report) => {
  const undoable = undoableFinder();
  for (const scope of scopes) {
    for (const placed of scope.nodes) {
      const { node } = placed;
      if (node.kind === "boundary" && node.event.type === "compensation") checkHandler(scope, placed, report);
      if (node.kind === "throw" || node.kind === "end") checkThrown(scope, placed, undoable, report);
    }
  }
};

/** The step that a compensation boundary leads to, if it leads to exactly one. */
export function handlerOf(scope: Scope, node: Node): Node | null {
  if (node.kind !== "boundary" || node.event.type !== "compensation") return null;
  const [only, ...more] = scope.outgoing(node);
  return more.length === 0 ? (only?.target?.node ?? null) : null;
}

function checkHandler(scope: Scope, { node, path }: PlacedNode, report: Report): void {
  // In a plan the event itself is out of place, which is said there.
  if (scope.container?.kind === "plan") return;
  const outgoing = scope.outgoing(node);
  const params = nameParams("step", node);
  if (outgoing.length !== 1) {
    report.add("compensation.handler-missing", { path, node: node.id, params });
    return;
  }
  const handler = handlerOf(scope, node);
  if (!handler) return;
  const both = { ...params, ...nameParams("target", handler) };
  const place = { path: `${outgoing[0]?.path ?? path}/target`, node: handler.id, params: both };
  if (!isActivity(handler)) report.add("compensation.handler-kind", place);
  else if (scope.incoming(handler).length > 1 || scope.outgoing(handler).length > 0) {
    report.add("compensation.handler-connected", place);
  }
}

function checkThrown(
  scope: Scope,
  { node, path }: PlacedNode,
  undoable: (scope: Scope) => ReadonlySet<string>,
  report: Report,
): void {
  const found = eventOf(node);
  if (found?.event.type !== "compensation" || (node.kind !== "throw" && node.kind !== "end")) return;
  const undone = scopeUndone(scope);
  const { activity } = found.event as { activity?: string };
  const params = nameParams("step", node);
  if (activity === undefined) {
    if (undoable(undone).size === 0) {
      report.add("compensation.nothing-to-undo", { path: path + found.path, node: node.id, params });
    }
    return;
  }
  const place = { path: `${path}${found.path}/activity`, node: node.id };
  const target = undone.byId.get(activity)?.node;
  if (!target || !isActivity(target)) {
    const suggested = report.suggest(activity, undone.byId.keys());
    report.add("compensation.activity-unknown", {
      ...place,
      params: { ...params, id: activity, ...suggested },
    });
  } else if (!undoable(undone).has(target.id)) {
    report.add("compensation.nothing-to-undo", { ...place, params });
  }
}

/** An event sub-process undoes what the scope around it has done. */
function scopeUndone(scope: Scope): Scope {
  return scope.container?.kind === "eventSubProcess" && scope.outer ? scope.outer : scope;
}

/** Finds the ids of the steps of a scope that can be undone; worked out once for each scope. */
function undoableFinder(): (scope: Scope) => ReadonlySet<string> {
  const known = new Map<Scope, ReadonlySet<string>>();
  const inside = new Map<Node, boolean>();
  const undoesInside = (container: ContainerNode): boolean => {
    const found =
      inside.get(container) ??
      container.nodes.some((node) => undoes(node) || (isContainer(node) && undoesInside(node)));
    inside.set(container, found);
    return found;
  };
  return (scope) => {
    const existing = known.get(scope);
    if (existing) return existing;
    const found = new Set<string>();
    for (const { node } of scope.nodes) {
      if (node.kind === "boundary" && undoes(node)) found.add(node.attachedTo);
      if (isContainer(node) && undoesInside(node)) found.add(node.id);
    }
    known.set(scope, found);
    return found;
  };
}

/** Whether a step says how something is undone. */
function undoes(node: Node): boolean {
  if (node.kind === "boundary") return node.event.type === "compensation";
  return node.kind === "start" && node.trigger?.type === "compensation";
}
