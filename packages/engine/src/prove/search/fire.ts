import type { ControlEdge, ControlNode } from "../graph/control-graph.ts";
import type { Marking } from "./marking.ts";
import type { Net, Place, Slot } from "./net.ts";

/** What happened: the places that tokens came to; a negative number says that so many of the next are one split's. */
export type Log = number[];

/** Something that can happen next. */
export type Occasion =
  /** A token leaves a place by one of the ways of its target. */
  | { readonly kind: "leave"; readonly place: number; readonly way: readonly number[] | null }
  /** An inclusive join goes on. */
  | { readonly kind: "join"; readonly join: number };

/** What is counted in these slots can go on. */
const CAN_COME: ReadonlySet<Slot["kind"]> = new Set(["active", "arrived"]);

/** Most ways of a split that takes several edges: beyond, each edge alone, each pair and all. */
const MOST_OPEN = 6;

/** Plays the token game on a marking. */
export class Firing {
  /** Whether ways of a split were left out. */
  partial = false;
  readonly #net: Net;
  readonly #marking: Marking;
  readonly #ways = new Map<ControlNode, readonly (readonly number[])[]>();
  #log: Log = [];
  #queue: number[] = [];
  #picks: boolean[] = [];
  #asked = 0;

  constructor(net: Net, marking: Marking) {
    this.#net = net;
    this.#marking = marking;
  }

  /** The ways that a token on a place can go on by. */
  occasionsAt(number: number): Occasion[] {
    const place = this.#net.places[number];
    if (!place) return [];
    const { to, outs } = place;
    switch (to.type) {
      case "choice":
        return outs.map((out) => ({ kind: "leave", place: number, way: [out] }));
      case "several":
        return this.#waysOf(place).map((way) => ({ kind: "leave", place: number, way }));
      case "stuck":
        return [];
      default:
        return [{ kind: "leave", place: number, way: null }];
    }
  }

  /**
   * Inclusive joins that have a token and await none; where nothing moves any more, the first of those for which only
   * joins are left that could as well come by an edge that has a token.
   */
  readyJoins(tokens: readonly number[]): Occasion[] {
    const ready = this.#surelyReady(tokens);
    if (ready.length > 0 || tokens.some((slot) => this.#net.slots[slot]?.kind === "active")) return ready;
    return this.#waitingRound(tokens).slice(0, 1);
  }

  #waitingRound(tokens: readonly number[]): Occasion[] {
    return this.#net.joins.flatMap(({ node, ins }, join) => {
      if (!ins.some((edge) => this.#arrived(edge) > 0)) return [];
      const comesBy = (slot: number, filled: boolean) =>
        ins.some(
          (edge) =>
            this.#arrived(edge) > 0 === filled &&
            this.#standsBefore(slot, node, this.#net.before(node, edge)),
        );
      const held = tokens.some((slot) => comesBy(slot, false) && !comesBy(slot, true));
      return held ? [] : [{ kind: "join" as const, join }];
    });
  }

  #surelyReady(tokens: readonly number[]): Occasion[] {
    return this.#net.joins.flatMap(({ node, ins }, join) => {
      const filled = ins.filter((edge) => this.#arrived(edge) > 0);
      if (filled.length === 0) return [];
      const empty = ins.filter((edge) => this.#arrived(edge) === 0);
      const awaited = empty.some((edge) => {
        const before = this.#net.before(node, edge);
        return tokens.some((slot) => this.#standsBefore(slot, node, before));
      });
      return awaited ? [] : [{ kind: "join" as const, join }];
    });
  }

  #standsBefore(slot: number, join: ControlNode, before: Uint8Array): boolean {
    const token = this.#net.slots[slot];
    if (!token || !CAN_COME.has(token.kind) || before[token.place] !== 1) return false;
    return token.kind === "active" || this.#net.places[token.place]?.to !== join;
  }

  /**
   * Does what can happen to the marking, once for each way that the data may decide it. `done` is called with the log
   * of each, after which the marking is loaded again with `key`.
   */
  fire(key: string, occasion: Occasion, done: (log: Log) => void): void {
    this.#picks = [];
    do {
      this.#log = [];
      this.#queue = [];
      this.#asked = 0;
      this.#begin(occasion);
      this.#settle();
      done(this.#log);
      this.#marking.load(key);
      while (this.#picks.length > 0 && this.#picks.at(-1) === true) this.#picks.pop();
      if (this.#picks.length > 0) this.#picks[this.#picks.length - 1] = true;
    } while (this.#picks.length > 0);
  }

  /** A token begins. */
  begin(): Log {
    this.#log = [];
    this.#queue = [];
    this.#enter(this.#net.origin);
    this.#settle();
    return this.#log;
  }

  #begin(occasion: Occasion): void {
    if (occasion.kind === "join") {
      this.#fireInclusive(occasion.join);
      return;
    }
    this.#marking.take(occasion.place);
    const { way } = occasion;
    if (way === null) this.#queue.push(occasion.place);
    else {
      const place = this.#net.places[occasion.place];
      // A way of several edges is told apart from edges that are entered one after the other.
      if (place?.to.type === "several") this.#log.push(-way.length);
      for (const out of way) this.#enter(out);
    }
  }

  #enter(place: number): void {
    this.#log.push(place);
    if (this.#net.places[place]?.passable) this.#queue.push(place);
    else this.#marking.add(place);
  }

  #settle(): void {
    for (let at = 0; at < this.#queue.length; at++) this.#arrive(this.#queue[at] as number);
  }

  #arrive(number: number): void {
    const place = this.#net.places[number];
    if (!place) return;
    const { to, outs } = place;
    switch (to.type) {
      case "sink":
      case "doom":
        if (place.arrived >= 0) this.#marking.add(place.arrived);
        return;
      case "join":
        this.#marking.add(place.arrived);
        this.#fireJoin(place);
        return;
      case "inclusive-join":
        this.#marking.add(place.arrived);
        return;
      case "complex-join":
        this.#complex(place);
        return;
      default:
        for (const out of outs) this.#enter(out);
    }
  }

  #arrived(place: number): number {
    return this.#marking.count(this.#net.places[place]?.arrived ?? -1);
  }

  #fireJoin({ ins, outs }: Place): void {
    if (!ins.every((edge) => this.#arrived(edge) > 0)) return;
    for (const edge of ins) this.#marking.take(this.#net.places[edge]?.arrived ?? -1);
    for (const out of outs) this.#enter(out);
  }

  #fireInclusive(join: number): void {
    const ins = this.#net.joins[join]?.ins ?? [];
    for (const edge of ins)
      if (this.#arrived(edge) > 0) this.#marking.take(this.#net.places[edge]?.arrived ?? -1);
    for (const out of this.#net.places[ins[0] ?? -1]?.outs ?? []) this.#enter(out);
  }

  #complex(place: Place): void {
    const { ins, silent, arrived } = place;
    const awaiting = () => ins.some((edge) => this.#marking.count(this.#net.places[edge]?.silent ?? -1) > 0);
    if (this.#marking.count(silent) > 0) {
      this.#marking.take(silent);
      if (awaiting()) return;
    } else this.#marking.add(arrived);
    while (!awaiting() && this.#isMet(place)) this.#fireComplex(place);
  }

  #isMet({ to, ins }: Place): boolean {
    const filled = ins.filter((edge) => this.#arrived(edge) > 0).length;
    if (filled === 0) return false;
    // A condition on the case data may hold early; it is taken to hold when all have come.
    return to.complex?.met(filled, ins.length) ?? (filled === ins.length || this.#pick());
  }

  #pick(): boolean {
    const pick = this.#picks[this.#asked] ?? false;
    this.#picks[this.#asked++] = pick;
    return pick;
  }

  #fireComplex({ to, ins, outs }: Place): void {
    const awaited: number[] = [];
    for (const edge of ins) {
      const { arrived = -1 } = this.#net.places[edge] ?? {};
      if (this.#marking.count(arrived) > 0) this.#marking.take(arrived);
      else awaited.push(edge);
    }
    if (to.complex?.cancels) this.#cancelToward(to, awaited);
    else for (const edge of awaited) this.#marking.add(this.#net.places[edge]?.silent ?? -1);
    for (const out of outs) this.#enter(out);
  }

  /** Everything that could still come by one of the edges is cancelled. */
  #cancelToward(join: ControlNode, awaited: readonly number[]): void {
    const before = awaited.map((edge) => this.#net.before(join, edge));
    for (const slot of this.#marking.slots())
      if (before.some((marks) => this.#standsBefore(slot, join, marks))) this.#marking.clear(slot);
  }

  #waysOf(place: Place): readonly (readonly number[])[] {
    const known = this.#ways.get(place.to);
    if (known) return known;
    const ways = this.#severalOf(place);
    this.#ways.set(place.to, ways);
    return ways;
  }

  #severalOf({ to, outs }: Place): number[][] {
    const modeOf = (out: number) => this.#net.places[out]?.edge.mode;
    const open = outs.filter((out) => modeOf(out) === "open");
    const always = outs.filter((out) => modeOf(out) === "always");
    const rest = outs.filter((out) => modeOf(out) === "rest");
    const ways: number[][] = [];
    for (const chosen of this.#setsOf(open, to.allowed ?? null)) {
      if (chosen.length < (to.least ?? 0)) continue;
      const taken = [...chosen, ...always];
      ways.push(taken.length > 0 ? taken : rest);
    }
    return ways.filter((way) => way.length > 0);
  }

  #setsOf(open: readonly number[], allowed: readonly ReadonlySet<string>[] | null): number[][] {
    if (allowed !== null) {
      const edgeOf = (out: number): ControlEdge | undefined => this.#net.places[out]?.edge;
      return allowed.map((set) => open.filter((out) => set.has(edgeOf(out)?.take ?? "")));
    }
    if (open.length <= MOST_OPEN) {
      return Array.from({ length: 2 ** open.length }, (_, mask) =>
        open.filter((_, bit) => ((mask >> bit) & 1) === 1),
      );
    }
    this.partial = true;
    return [[], ...open.map((out) => [out]), [...open]];
  }
}
