import { isActivity } from "@flowright/definition";
import type { Flow } from "../flow.ts";
import { alternatives } from "./alternatives.ts";
import { pathsIn, roomAt } from "./chain.ts";
import { Joins } from "./joins.ts";
import { Lines, remove } from "./lines.ts";
import { Openings } from "./openings.ts";
import { Throwing } from "./throwing.ts";
import { TokenMoves } from "./token-moves.ts";
import { emptyRoom, isEmpty, type Room, roomsIn, type World } from "./world.ts";

/** Listeners that something from outside can begin. */
const OUTSIDE: ReadonlySet<string> = new Set(["timer", "message", "signal", "condition"]);

/** The rules of the token game without data: whatever could be chosen may happen. */
export class AbstractGame {
  readonly flow: Flow;
  readonly #openings: Openings;
  readonly #joins: Joins;
  readonly #lines: Lines;
  readonly #throwing: Throwing;
  readonly #moves: TokenMoves;

  constructor(flow: Flow) {
    this.flow = flow;
    this.#openings = new Openings(flow);
    this.#joins = new Joins(this.#openings);
    this.#lines = new Lines(this.#openings, this.#joins);
    this.#throwing = new Throwing(flow, this.#lines);
    this.#moves = new TokenMoves(this.#openings, this.#lines, this.#throwing);
  }

  /** Nodes that were come to in any world so far. */
  get visited(): ReadonlySet<string> {
    return this.#openings.visited;
  }

  get improper(): ReadonlySet<string> {
    return this.#throwing.improper;
  }

  *beginnings(): Generator<World> {
    for (const node of this.flow.place("").nodes) {
      if (node.kind !== "start") continue;
      const world: World = { root: emptyRoom(""), over: null };
      this.#openings.enter(world.root, node.id);
      yield world;
    }
  }

  /** Steps at which two tokens stand in one room. */
  twiceIn(world: World): string[] {
    return roomsIn(world.root).flatMap(({ tokens }) =>
      tokens
        .filter(({ along }) => along === undefined)
        .map(({ at }) => at)
        .filter((at, index, all) => all.indexOf(at) !== index && this.#isStep(at)),
    );
  }

  #isStep(id: string): boolean {
    const node = this.flow.node(id);
    return isActivity(node) || node.kind === "catch" || node.kind === "eventBased";
  }

  /** Joins that are counted at in a room where nothing else can come. */
  stuckJoins(world: World): string[] {
    if (world.over !== null) return [];
    return roomsIn(world.root)
      .filter((room) => this.#isStuck(room))
      .flatMap(({ counted }) => Object.keys(counted));
  }

  #isStuck(room: Room): boolean {
    if (room.tokens.length > 0 || this.#joins.ready(room).length > 0) return false;
    const { container } = this.flow.place(room.of);
    // People may begin something else there, or end it.
    return container?.kind !== "adHoc" || container.start === "all";
  }

  *successors(world: World): Generator<World> {
    for (const path of pathsIn(world.root)) {
      yield* alternatives(world, path, (chain, copy, choose) => {
        this.#moves.act(chain, copy, choose);
        this.#settle(copy);
      });
    }
    for (const path of [[], ...pathsIn(world.root)]) {
      const room = roomAt(world.root, path);
      if (room === undefined) continue;
      for (const join of this.#joins.ready(room))
        yield* this.#inside(world, path, (inner) => this.#joins.fire(inner, join));
      yield* this.#listeners(world, path, room);
      yield* this.#adHoc(world, path, room);
    }
  }

  *#inside(world: World, path: readonly number[], run: (room: Room) => void): Generator<World> {
    yield* alternatives(world, path, (chain, copy) => {
      run(chain.at(-1)?.piece.child ?? copy.root);
      this.#settle(copy);
    });
  }

  /** Event sub-processes that listen in a room. */
  *#listeners(world: World, path: readonly number[], room: Room): Generator<World> {
    for (const sub of this.flow.eventSubProcesses(this.flow.place(room.of))) {
      const trigger = this.flow.startIn(this.flow.place(sub.id))?.trigger?.type;
      if (trigger === undefined || !OUTSIDE.has(trigger) || room.fired.includes(sub.id)) continue;
      yield* this.#inside(world, path, (inner) => this.#lines.begin(inner, sub));
    }
  }

  /** What people may begin in an ad-hoc container, each once, and its end by hand. */
  *#adHoc(world: World, path: readonly number[], room: Room): Generator<World> {
    const { container } = this.flow.place(room.of);
    if (container?.kind !== "adHoc" || room.handled) return;
    const idle = room.tokens.length === 0;
    for (const node of container.start === "all" ? [] : this.#openings.beginnable(room.of)) {
      if (room.done.includes(node.id) || (container.ordering === "sequential" && !idle)) continue;
      yield* this.#inside(world, path, (inner) => {
        inner.done.push(node.id);
        this.#openings.enter(inner, node.id);
      });
    }
    yield* alternatives(world, path, (chain, copy) => {
      const holder = chain.at(-1);
      if (holder) this.#lines.complete(holder.room, holder.piece, this.flow.outgoing(holder.piece.at));
      this.#settle(copy);
    });
  }

  /** Containers that are done let their token go on, from the inside out. */
  #settle(world: World): void {
    if (world.over !== null) return;
    this.#settleRoom(world.root);
    if (isEmpty(world.root)) world.over = "ended";
  }

  #settleRoom(room: Room): void {
    for (const piece of [...room.tokens]) {
      if (piece.child === undefined) continue;
      this.#settleRoom(piece.child);
      if (!this.#isDone(piece.child)) continue;
      if (this.flow.node(piece.at).kind === "eventSubProcess") remove(room, piece);
      else this.#lines.complete(room, piece, this.flow.outgoing(piece.at));
    }
  }

  #isDone(room: Room): boolean {
    const { container } = this.flow.place(room.of);
    if (container?.kind === "plan" && !room.handled) return this.#openings.isPlanDone(room);
    if (container?.kind === "adHoc" && container.start !== "all" && !room.handled) return false;
    return isEmpty(room);
  }
}
