import type { Edge, Node } from "@flowright/definition";
import type { Flow } from "../flow.ts";
import type { Openings } from "./openings.ts";
import type { Choose, Room } from "./world.ts";

/** What tokens do where lines meet. */
export class Joins {
  readonly #flow: Flow;
  readonly #openings: Openings;

  constructor(openings: Openings) {
    this.#flow = openings.flow;
    this.#openings = openings;
  }

  /** A token comes by an edge. */
  arrive(room: Room, edge: Edge, choose: Choose): void {
    const { target } = edge;
    if (!this.#flow.isJoin(target)) {
      this.#openings.enter(room, target);
      return;
    }
    this.#openings.visited.add(target);
    this.#count(room, edge);
    const node = this.#flow.node(target);
    if (node.kind === "inclusive") return;
    while (this.#isMet(room, node, choose)) this.fire(room, target);
  }

  /** Counts an arrival, unless it was awaited in silence. */
  #count(room: Room, { id, target }: Edge): void {
    const silent = room.silent[target];
    if (silent?.includes(id)) {
      room.silent[target] = silent.filter((awaited) => awaited !== id);
      if (room.silent[target].length === 0) delete room.silent[target];
      return;
    }
    const counts = room.counted[target] ?? {};
    room.counted[target] = counts;
    counts[id] = (counts[id] ?? 0) + 1;
  }

  #isMet(room: Room, node: Node, choose: Choose): boolean {
    const come = Object.keys(room.counted[node.id] ?? {}).length;
    const all = this.#flow.incoming(node.id).length;
    if (node.kind !== "complex") return come === all;
    if (come === 0 || room.silent[node.id] !== undefined) return false;
    if (node.need.type === "count") return come >= node.need.count;
    return choose(2) === 1;
  }

  /** Inclusive joins that have a token and await none. */
  ready(room: Room): string[] {
    const ready = this.#surelyReady(room);
    return ready.length > 0 || room.tokens.length > 0 ? ready : this.#waitingRound(room).slice(0, 1);
  }

  /** Nothing moves: those for which only joins are left that could as well come by an edge that has a token. */
  #waitingRound(room: Room): string[] {
    const inDrawing = this.#flow.place(room.of).nodes.map(({ id }) => id);
    return inDrawing.filter((join) => {
      const counts = room.counted[join];
      if (counts === undefined || this.#flow.node(join).kind !== "inclusive") return false;
      const incoming = this.#flow.incoming(join).map(({ id }) => id);
      return Object.keys(room.counted).every((other) => {
        if (other === join) return true;
        const ahead = this.#flow.edgesAhead(other, join);
        const comesBy = (filled: boolean) =>
          incoming.some((edge) => (counts[edge] !== undefined) === filled && ahead.has(edge));
        return !comesBy(false) || comesBy(true);
      });
    });
  }

  #surelyReady(room: Room): string[] {
    return Object.entries(room.counted).flatMap(([join, counts]) => {
      if (this.#flow.node(join).kind !== "inclusive") return [];
      const empty = this.#flow.incoming(join).filter(({ id }) => counts[id] === undefined);
      if (empty.length === 0) return [join];
      const others = Object.keys(room.counted).filter((other) => other !== join);
      const ahead = [
        ...room.tokens.map(({ at, along }) => this.#flow.edgesAhead(at, join, along)),
        ...others.map((at) => this.#flow.edgesAhead(at, join)),
      ];
      return empty.some(({ id }) => ahead.some((edges) => edges.has(id))) ? [] : [join];
    });
  }

  /** A join goes on: one token of each edge that has one. */
  fire(room: Room, join: string): void {
    const node = this.#flow.node(join);
    const counts = room.counted[join] ?? {};
    const filled = Object.keys(counts);
    for (const edge of filled) {
      counts[edge] = (counts[edge] ?? 1) - 1;
      if (counts[edge] === 0) delete counts[edge];
    }
    if (Object.keys(counts).length === 0) delete room.counted[join];
    if (node.kind === "complex") {
      const incoming = this.#flow.incoming(join).map(({ id }) => id);
      const awaited = incoming.filter((id) => !filled.includes(id));
      if (node.rest === "cancel") this.#cancelToward(room, join, awaited);
      else if (awaited.length > 0) room.silent[join] = awaited;
    }
    room.tokens.push({ at: join });
  }

  /** Everything that could still come by one of the edges is cancelled. */
  #cancelToward(room: Room, join: string, awaited: readonly string[]): void {
    const comes = (at: string, along?: string) => {
      const ahead = this.#flow.edgesAhead(at, join, along);
      return awaited.some((edge) => ahead.has(edge));
    };
    room.tokens = room.tokens.filter(({ at, along }) => !comes(at, along));
    for (const other of Object.keys(room.counted)) {
      if (other !== join && comes(other)) delete room.counted[other];
    }
  }
}
