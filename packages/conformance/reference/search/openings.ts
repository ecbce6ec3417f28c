import type { Node } from "@flowright/definition";
import { isActivity } from "@flowright/definition";
import type { Flow, Place } from "../flow.ts";
import { emptyRoom, type Room } from "./world.ts";

/** Opens places and steps, and keeps which were ever come to. */
export class Openings {
  readonly flow: Flow;
  readonly visited = new Set<string>();

  constructor(flow: Flow) {
    this.flow = flow;
  }

  /** A place that begins. */
  open(of: string): Room {
    const room = emptyRoom(of);
    const place = this.flow.place(of);
    // A plan without anything that must be done is over as it opens.
    if (!this.isPlanDone(room)) for (const id of this.#beginning(place)) this.enter(room, id);
    return room;
  }

  #beginning(place: Place): string[] {
    const { container } = place;
    if (container?.kind === "plan") return place.nodes.filter((node) => isActivity(node)).map(({ id }) => id);
    if (container?.kind === "adHoc")
      return container.start === "all" ? this.beginnable(place.id).map(({ id }) => id) : [];
    const start = this.flow.startIn(place);
    return start ? [start.id] : [];
  }

  /** A token comes to a node. */
  enter(room: Room, id: string): void {
    // Of a plan's steps those without open dependencies alone have begun.
    if (this.isPlan(room) && !this.mayOpen(room, id)) {
      room.tokens.push({ at: id });
      return;
    }
    this.visited.add(id);
    const holds = isActivity(this.flow.node(id)) && this.flow.places.has(id);
    room.tokens.push(holds ? { at: id, child: this.open(id) } : { at: id });
  }

  isPlan(room: Room): boolean {
    return this.flow.place(room.of).container?.kind === "plan";
  }

  /** Whether all that a step of a plan depends on is done. */
  mayOpen(room: Room, id: string): boolean {
    return this.flow.incoming(id).every(({ source }) => room.done.includes(source));
  }

  /** Whether every step is done that must be. */
  isPlanDone(room: Room): boolean {
    return (
      this.isPlan(room) &&
      this.flow
        .place(room.of)
        .nodes.every(
          (node) =>
            !isActivity(node) ||
            room.done.includes(node.id) ||
            ("optional" in node && node.optional === true),
        )
    );
  }

  /** A step of a plan is done: those that waited for nothing else begin, unless the plan is over. */
  doneInPlan(room: Room, id: string): void {
    const waiting = room.tokens.filter(({ at }) => !this.mayOpen(room, at));
    room.done.push(id);
    if (this.isPlanDone(room)) return;
    for (const piece of waiting) {
      if (!this.mayOpen(room, piece.at)) continue;
      this.visited.add(piece.at);
      if (this.flow.places.has(piece.at)) piece.child = this.open(piece.at);
    }
  }

  /** The nodes of an ad-hoc container that no edge leads to. */
  beginnable(container: string): Node[] {
    return this.flow
      .place(container)
      .nodes.filter(
        ({ id, kind }) =>
          kind !== "boundary" && kind !== "eventSubProcess" && this.flow.incoming(id).length === 0,
      );
  }
}
