import type { BoundaryEvent, Edge, EventSubProcess } from "@flowright/definition";
import type { Flow } from "../flow.ts";
import type { Joins } from "./joins.ts";
import type { Openings } from "./openings.ts";
import { type Choose, clear, type Piece, type Room } from "./world.ts";

const FIRST: Choose = () => 0;

/** How tokens get from one step to the next. */
export class Lines {
  readonly #flow: Flow;
  readonly #openings: Openings;
  readonly #joins: Joins;

  constructor(openings: Openings, joins: Joins) {
    this.#flow = openings.flow;
    this.#openings = openings;
    this.#joins = joins;
  }

  /** A token goes on by edges; with none it ends. */
  leave(room: Room, piece: Piece, edges: readonly Edge[], choose: Choose = FIRST): void {
    remove(room, piece);
    const mayCancel = this.#flow
      .place(room.of)
      .nodes.some((node) => node.kind === "complex" && node.rest === "cancel");
    for (const edge of edges) {
      if (mayCancel && edges.length > 1) room.tokens.push({ at: edge.source, along: edge.id });
      else this.#joins.arrive(room, edge, choose);
    }
  }

  /** A step is done. */
  complete(room: Room, piece: Piece, edges: readonly Edge[], choose: Choose = FIRST): void {
    if (!this.#openings.isPlan(room)) {
      this.leave(room, piece, edges, choose);
      return;
    }
    remove(room, piece);
    this.#openings.doneInPlan(room, piece.at);
  }

  /** A boundary event happens. */
  boundary(room: Room, piece: Piece, boundary: BoundaryEvent, choose: Choose): void {
    this.#openings.visited.add(boundary.id);
    const edges = this.#flow.outgoing(boundary.id);
    if (boundary.interrupting !== false) {
      this.complete(room, piece, edges, choose);
      return;
    }
    piece.fired = [...(piece.fired ?? []), boundary.id].sort();
    for (const edge of edges) this.#joins.arrive(room, edge, choose);
  }

  /** An event sub-process begins. */
  begin(room: Room, sub: EventSubProcess): void {
    const start = this.#flow.startIn(this.#flow.place(sub.id));
    this.#openings.visited.add(sub.id);
    room.fired.push(sub.id);
    if (start?.interrupting !== false) {
      clear(room);
      room.handled = true;
      room.fired = this.#flow.eventSubProcesses(this.#flow.place(room.of)).map(({ id }) => id);
    }
    room.fired.sort();
    room.tokens.push({ at: sub.id, child: this.#openings.open(sub.id) });
  }
}

/** Takes a token away. */
export function remove(room: Room, piece: Piece): void {
  room.tokens = room.tokens.filter((other) => other !== piece);
}
