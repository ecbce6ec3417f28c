import type { EngineEvent } from "@flowright/engine";
import type { KnownNodes } from "./flow/known-nodes.ts";

/** One event as a line of the output; scope and token are told apart over all cases: `case.number`. */
export interface EventLine {
  readonly event: string;
  readonly node?: string;
  /** Kind of the step. */
  readonly kind?: string;
  readonly process: string;
  readonly case: string;
  readonly scope: string;
  readonly token?: string;
  /** Virtual time, an ISO instant. */
  readonly at: string;
  readonly [detail: string]: unknown;
}

/** What belongs to the engine's own bookkeeping and tells a reader nothing. */
const INSIDE = new Set(["v", "kind", "node", "scope", "token", "input", "undo", "retry", "cycle", "undoes"]);
/** Events about the call that stands for a step which is held or takes its time. */
const OF_CALLS = /^job\./;

/** An event for the output; null for one that says nothing of the drawing. */
export function eventLine(
  event: EngineEvent,
  place: { readonly process: string; readonly case: string; readonly at: string },
  known: KnownNodes,
): EventLine | null {
  const node = "node" in event && event.node !== "" ? event.node : undefined;
  const kind = node === undefined ? undefined : known.node(place.process, node)?.kind;
  if (OF_CALLS.test(event.kind) && kind !== "serviceTask") return null;
  if (event.kind === "variables.changed" && Object.keys(event.values).length === 0) return null;
  const scope = "scope" in event ? event.scope : 0;
  const token = "token" in event ? event.token : null;
  const details = Object.entries(event).filter(([name, value]) => !INSIDE.has(name) && value !== undefined);
  return {
    event: event.kind,
    ...(node === undefined ? {} : { node }),
    ...(kind === undefined ? {} : { kind }),
    process: place.process,
    case: place.case,
    scope: `${place.case}.${scope}`,
    ...(token === null ? {} : { token: `${place.case}.${token}` }),
    at: place.at,
    ...Object.fromEntries(details),
  };
}
