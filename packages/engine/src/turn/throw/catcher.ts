import type { NodeProgram } from "../../program/program.ts";
import { triggerOf } from "../open/open-events.ts";
import { nodeOf, placeOf, type Turn } from "../turn.ts";

/** Where an error or an escalation is caught. */
interface Catcher {
  /** The token whose activity carries the boundary event; null for an event sub-process of the scope. */
  readonly host: number | null;
  readonly scope: number;
  /** The event that catches: the boundary's own, or the start of the event sub-process. */
  readonly event: NodeProgram;
  /** The event sub-process. */
  readonly begins: NodeProgram | null;
}

/**
 * The innermost place that catches what a token throws, from the inside out: the boundary of its activity, an event
 * sub-process of its scope, the boundary of that scope's activity, and so on. At each place by code before any.
 */
export function catcherOf(
  turn: Turn,
  token: number,
  type: "error" | "escalation",
  code: string,
): Catcher | null {
  let host: number | null = token;
  while (host !== null) {
    const { scope, node: id } = placeOf(turn, host);
    const node = nodeOf(turn, id);
    const state = turn.draft.scopes[scope];
    // The boundary of an activity that is done several times belongs to the token around its instances.
    if (state?.i === undefined) {
      // A step that is only open again to be undone is completed: its boundary events are over.
      const again = turn.draft.scopes[turn.draft.tokens[host]?.w?.scope ?? -1]?.again === true;
      const boundary = again ? undefined : catching(node.boundaries, type, code);
      if (boundary !== undefined) return { host, scope, event: boundary, begins: null };
      // What comes out of an event sub-process goes past its siblings, and one that interrupted ended them.
      if (node.kind !== "eventSubProcess" && !state?.handled && !state?.again) {
        const begins = listening(node.scope.listeners, type, code);
        if (begins?.child?.start) return { host: null, scope, event: begins.child.start, begins };
      }
    }
    host = state?.parent ?? null;
  }
  return null;
}

type Wanted = (event: NodeProgram, wanted: string | undefined) => boolean;

function catches(type: "error" | "escalation"): Wanted {
  return (event, wanted) => {
    const trigger = triggerOf(event);
    return trigger?.type === type && trigger.code === wanted;
  };
}

function catching(events: readonly NodeProgram[], type: "error" | "escalation", code: string) {
  const is = catches(type);
  return events.find((event) => is(event, code)) ?? events.find((event) => is(event, undefined));
}

function listening(nodes: readonly NodeProgram[], type: "error" | "escalation", code: string) {
  const is = catches(type);
  const by = (wanted: string | undefined) =>
    nodes.find(({ child }) => child?.start != null && is(child.start, wanted));
  return by(code) ?? by(undefined);
}
