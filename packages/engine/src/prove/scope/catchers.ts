import type { EventSubProcess, Node, StartEvent } from "@flowright/definition";
import type { ScopeTree } from "./scope-tree.ts";

/** An event sub-process of a scope with its start. */
export interface Listener {
  readonly node: EventSubProcess;
  readonly start: StartEvent;
}

export function listenersOf(scope: ScopeTree): Listener[] {
  return [...scope.nodes.values()].flatMap((node) => {
    if (node.kind !== "eventSubProcess") return [];
    const start = node.nodes.find((inner) => inner.kind === "start");
    return start ? [{ node, start }] : [];
  });
}

const OUTSIDE: ReadonlySet<string> = new Set(["timer", "message", "signal", "condition"]);

/** Whether something from outside can begin it at any time. */
export function beginsFromOutside({ start }: Listener): boolean {
  return OUTSIDE.has(start.trigger?.type ?? "none");
}

/** An error always does. */
export function interrupts({ start }: Listener): boolean {
  return start.trigger?.type === "error" || start.interrupting !== false;
}

/** Whether an error that leaves this scope or is thrown in it is caught by anything around. */
export function errorsAreCaught(scope: ScopeTree): boolean {
  return someAround(scope, ({ type }) => type === "error");
}

/** Whether something from outside can end a scope at any time. */
export function canBeEnded(scope: ScopeTree): boolean {
  return someAround(scope, ({ type, interrupting }) => OUTSIDE.has(type) && interrupting);
}

/** Whether an escalation of this code ends the scope that throws it: by the innermost place that catches it. */
export function escalationInterrupts(scope: ScopeTree, code: string): boolean {
  for (const catches of catchersAround(scope)) {
    const fit = catches.filter(({ type }) => type === "escalation");
    const found = fit.find((one) => one.code === code) ?? fit.find((one) => one.code === undefined);
    if (found) return found.interrupting;
  }
  return false;
}

interface Catch {
  readonly type: string;
  readonly code: string | undefined;
  readonly interrupting: boolean;
}

function someAround(scope: ScopeTree, holds: (one: Catch) => boolean): boolean {
  for (const catches of catchersAround(scope)) if (catches.some(holds)) return true;
  return false;
}

/** What catches, level by level from the inside out. */
function* catchersAround(scope: ScopeTree): Generator<Catch[]> {
  let fromListener = false;
  for (let at: ScopeTree | null = scope; at; at = at.parent) {
    // What an event sub-process throws goes past its siblings.
    if (!fromListener) yield listenersOf(at).map(({ start }) => catchOf(start.trigger, start.interrupting));
    const { container, parent } = at;
    if (container && parent)
      yield (parent.boundaries.get(container.id) ?? []).map(({ event, interrupting }) =>
        catchOf(event, interrupting),
      );
    fromListener = container?.kind === "eventSubProcess";
  }
}

function catchOf(
  event: { type: string; code?: string } | undefined,
  interrupting: boolean | undefined,
): Catch {
  return { type: event?.type ?? "none", code: event?.code, interrupting: interrupting !== false };
}

/** Whether a node is only there to undo: a compensation boundary, its handler, an event sub-process for it. */
export function onlyUndoes(scope: ScopeTree, node: Node): boolean {
  if (node.kind === "boundary") return node.event.type === "compensation";
  if (node.kind === "eventSubProcess")
    return node.nodes.some((inner) => inner.kind === "start" && inner.trigger?.type === "compensation");
  const incoming = scope.incoming(node.id);
  return (
    incoming.length > 0 &&
    incoming.every(({ source }) => {
      const before = scope.nodes.get(source);
      return before?.kind === "boundary" && before.event.type === "compensation";
    })
  );
}
