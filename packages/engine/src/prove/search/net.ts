import { canExit, eachPassage, isSilent } from "../graph/content.ts";
import type { ControlEdge, ControlGraph, ControlNode } from "../graph/control-graph.ts";

/** An edge of the control graph as a place; numbers are those of places. */
export interface Place {
  readonly edge: ControlEdge;
  readonly to: ControlNode;
  /** Places that follow its target. */
  readonly outs: readonly number[];
  /** Places that lead to its target. */
  readonly ins: readonly number[];
  /** A token on it goes on at once: it holds nothing, and its target leaves no choice. */
  passable: boolean;
  /** Slot that counts what has arrived at a join or an end; -1 where nothing is counted. */
  readonly arrived: number;
  /** Slot that says that a complex join awaits this edge in silence; -1 elsewhere. */
  readonly silent: number;
  /** Whether the scope can end while a token is on it. */
  readonly exits: boolean;
}

/** What a slot counts. */
export interface Slot {
  readonly kind: "active" | "arrived" | "ended" | "silent" | "doomed";
  readonly place: number;
}

/** What a token goes through without a choice, and without harm to others: a complex join may cancel them. */
const PASSING: ReadonlySet<ControlNode["type"]> = new Set([
  "merge",
  "fork",
  "join",
  "inclusive-join",
  "doom",
]);

/** Beyond so many places it is not worked out which leads to which. */
const MOST_COMPARED = 1_500;

/** Most slots: a state is a text with one character per token. */
const MOST_SLOTS = 60_000;

/** A control graph as a Petri net whose places are numbered. */
export class Net {
  readonly places: readonly Place[];
  readonly slots: readonly Slot[];
  readonly origin: number;
  /** Whether it is worked out which place leads to which. */
  readonly compared: boolean;
  readonly joins: readonly { readonly node: ControlNode; readonly ins: readonly number[] }[];
  /** Places at joins that look around them, so that the order of moves elsewhere matters: inclusive and complex. */
  readonly lookers: readonly number[];
  readonly #after: (Uint32Array | undefined)[] = [];
  readonly #before = new Map<number, Uint8Array>();
  readonly #into: number[][];

  private constructor(places: Place[], slots: Slot[], origin: number) {
    this.places = places;
    this.slots = slots;
    this.origin = origin;
    this.compared = places.length <= MOST_COMPARED;
    const joins = new Map<ControlNode, readonly number[]>();
    for (const { to, ins } of places) if (to.type === "inclusive-join") joins.set(to, ins);
    this.joins = [...joins].map(([node, ins]) => ({ node, ins }));
    this.lookers = [...places.keys()].filter((number) => {
      const type = places[number]?.to.type;
      return type === "inclusive-join" || type === "complex-join";
    });
    this.#into = places.map(() => []);
    for (const [number, place] of places.entries())
      for (const out of place.outs) this.#into[out]?.push(number);
  }

  /** Null where the graph is too large. */
  static of(graph: ControlGraph): Net | null {
    const edges = [...edgesOf(graph)];
    if (edges.length * 2 > MOST_SLOTS) return null;
    const numbers = new Map(edges.map((edge, index) => [edge, index]));
    const numbersOf = (list: readonly ControlEdge[]) => list.flatMap((edge) => numbers.get(edge) ?? []);
    const slots: Slot[] = edges.map((_, place) => ({ kind: "active", place }));
    const slot = (kind: Slot["kind"], place: number) => slots.push({ kind, place }) - 1;
    const dooms = new Map<ControlNode, number>();
    const doomed = (node: ControlNode, place: number) => {
      const known = dooms.get(node) ?? slot("doomed", place);
      dooms.set(node, known);
      return known;
    };
    const lists = new Map<ControlNode, { outs: number[]; ins: number[] }>();
    const places = edges.map((edge, number): Place => {
      const { to, content } = edge;
      const list = lists.get(to) ?? { outs: numbersOf(to.outs), ins: numbersOf(to.ins) };
      lists.set(to, list);
      const joins = to.type === "join" || to.type === "inclusive-join" || to.type === "complex-join";
      const ends = to.type === "sink" && holdsEnd(edge);
      return {
        edge,
        to,
        ...list,
        passable: isSilent(content) && PASSING.has(to.type),
        arrived:
          to.type === "doom"
            ? doomed(to, number)
            : joins
              ? slot("arrived", number)
              : ends
                ? slot("ended", number)
                : -1,
        silent: to.type === "complex-join" ? slot("silent", number) : -1,
        exits: to.exits.length > 0 || canExit(content),
      };
    });
    breakCircles(places);
    return new Net(places, slots, numbers.get(graph.origin) ?? 0);
  }

  /** Whether a token on one place can come to another, by one step at least. */
  leads(from: number, to: number): boolean {
    return (((this.after(from)[to >> 5] ?? 0) >>> (to & 31)) & 1) === 1;
  }

  /** The places that a token on this one can come to, as bits. */
  after(from: number): Uint32Array {
    const known = this.#after[from];
    if (known) return known;
    const bits = new Uint32Array((this.places.length + 31) >> 5);
    this.#after[from] = bits;
    const open = [from];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      for (const next of this.places[place]?.outs ?? []) {
        const bit = 1 << (next & 31);
        if (((bits[next >> 5] ?? 0) & bit) !== 0) continue;
        bits[next >> 5] = (bits[next >> 5] ?? 0) | bit;
        open.push(next);
      }
    }
    return bits;
  }

  /** 1 for the places from which a token can come by this edge of a join without passing the join. */
  before(join: ControlNode, edge: number): Uint8Array {
    const known = this.#before.get(edge);
    if (known) return known;
    const marks = new Uint8Array(this.places.length);
    marks[edge] = 1;
    const open = [edge];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      for (const earlier of this.#into[place] ?? []) {
        if (marks[earlier] === 1 || this.places[earlier]?.to === join) continue;
        marks[earlier] = 1;
        open.push(earlier);
      }
    }
    this.#before.set(edge, marks);
    return marks;
  }
}

function* edgesOf({ nodes, origin }: ControlGraph): Generator<ControlEdge> {
  const seen = new Set([origin]);
  yield origin;
  for (const node of nodes) {
    for (const edge of [...node.ins, ...node.outs]) {
      if (seen.has(edge)) continue;
      seen.add(edge);
      yield edge;
    }
  }
}

function holdsEnd({ content }: ControlEdge): boolean {
  let found = false;
  eachPassage(content, ({ end }) => {
    found ||= end;
  });
  return found;
}

/** In a circle of places that tokens pass at once, tokens rest at one of them, so that every move ends. */
function breakCircles(places: Place[]): void {
  const state = new Uint8Array(places.length);
  for (const root of places.keys()) {
    if (state[root] !== 0) continue;
    const path: { place: number; next: number }[] = [{ place: root, next: 0 }];
    state[root] = 1;
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const place = places[top.place];
      const out = place?.passable ? place.outs[top.next++] : undefined;
      if (out === undefined) {
        state[top.place] = 2;
        path.pop();
      } else if (state[out] === 1) {
        const back = places[out];
        if (back) back.passable = false;
      } else if (state[out] === 0) {
        state[out] = 1;
        path.push({ place: out, next: 0 });
      }
    }
  }
}
