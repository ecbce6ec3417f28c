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
  return catcherOf(scope, code)?.interrupting ?? false;
}

/** The innermost place that catches an escalation of this code. */
function catcherOf(scope: ScopeTree, code: string): Catch | null {
  for (const catches of catchersAround(scope)) {
    const fit = catches.filter(({ type }) => type === "escalation");
    const found = fit.find((one) => one.code === code) ?? fit.find((one) => one.code === undefined);
    if (found) return found;
  }
  return null;
}

/**
 * The path of the scope that can never be done once an escalation of this code is thrown: it is caught there beside the
 * rest by an event sub-process whose inside never comes to its end. Null where nothing of the kind catches it.
 */
export function doomedBy(scope: ScopeTree, code: string, endsOf: EndsOf): string | null {
  const found = catcherOf(scope, code);
  if (!found?.listener || found.interrupting) return null;
  return endsOf(found.listener) ? null : (found.path ?? null);
}

/** Whether the inside of an event sub-process can come to its end. */
export type EndsOf = (listener: EventSubProcess) => boolean;

interface Catch {
  readonly type: string;
  readonly code: string | undefined;
  readonly interrupting: boolean;
  /** The event sub-process that catches, and the path of its scope; absent for a boundary event. */
  readonly listener?: EventSubProcess;
  readonly path?: string;
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
    if (!fromListener) {
      const { path } = at;
      yield listenersOf(at).map(({ node: listener, start }) => ({
        ...catchOf(start.trigger, start.interrupting),
        listener,
        path,
      }));
    }
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
