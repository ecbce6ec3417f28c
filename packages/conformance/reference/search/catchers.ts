import type { BoundaryEvent, EventSubProcess, Node } from "@flowright/definition";
import type { Flow } from "../flow.ts";
import type { Chain } from "./chain.ts";
import type { Piece, Room } from "./world.ts";

/** A code that no drawing uses: the error that only a boundary for any error catches. */
const OTHER = "\u0000other";

/** Who catches, and where. */
export type Catcher =
  | { room: Room; piece: Piece; boundary: BoundaryEvent }
  | { room: Room; sub: EventSubProcess };

/** The codes of errors that a drawing tells apart. */
export function errorCodes(flow: Flow): string[] {
  const codes = [...flow.places.values()].flatMap(({ nodes }) => nodes.flatMap(caughtCode));
  return [...new Set([...codes, OTHER])];
}

/** The innermost place that catches a code; null if nothing does. */
export function catcherOf(
  flow: Flow,
  chain: Chain,
  type: "error" | "escalation",
  code: string,
): Catcher | null {
  for (const { room, piece } of chain.toReversed()) {
    const events = flow.boundaries(piece.at).map((boundary) => ({ it: boundary, event: boundary.event }));
    const boundary = byCode(events, type, code);
    if (boundary) return { room, piece, boundary };
    // What an event sub-process throws goes past its siblings.
    if (room.handled || flow.node(piece.at).kind === "eventSubProcess") continue;
    const sub = byCode(listening(flow, room), type, code);
    if (sub) return { room, sub };
  }
  return null;
}

function listening(flow: Flow, room: Room): { it: EventSubProcess; event: Trigger | undefined }[] {
  return flow.eventSubProcesses(flow.place(room.of)).flatMap((sub) => {
    const start = flow.startIn(flow.place(sub.id));
    if (room.fired.includes(sub.id) && start?.interrupting !== false) return [];
    return [{ it: sub, event: start?.trigger }];
  });
}

interface Trigger {
  readonly type: string;
  readonly code?: string;
}

/** Of those that catch, one that names the code before one that catches any. */
function byCode<T>(
  all: readonly { it: T; event: Trigger | undefined }[],
  type: string,
  code: string,
): T | null {
  const fit = all.filter(({ event }) => event?.type === type);
  const named = fit.find(({ event }) => event?.code === code);
  return (named ?? fit.find(({ event }) => event?.code === undefined))?.it ?? null;
}

function caughtCode(node: Node): string[] {
  const event = node.kind === "boundary" ? node.event : node.kind === "start" ? node.trigger : undefined;
  return event?.type === "error" && event.code ? [event.code] : [];
}
