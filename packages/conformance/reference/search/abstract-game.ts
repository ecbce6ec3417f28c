import type { BoundaryEvent, Edge, EventSubProcess, Node } from "@flowright/definition";
import { isActivity } from "@flowright/definition";
import type { Flow, Place } from "../flow.ts";
import { drawnInsideChoice } from "./drawn-inside-choice.ts";

/** A token of the abstract game: where it stands and, in a container, what goes on inside. */
export interface Piece {
  at: string;
  /** On the way along this edge: only where somebody may cancel it there. */
  along?: string;
  child?: Room;
  /** Events that went beside the rest; each happens at most once here. */
  fired?: string[];
}

/** One opening of a place. */
export interface Room {
  of: string;
  tokens: Piece[];
  counted: Record<string, Record<string, number>>;
  /** Complex gateways: edges that are awaited in silence. */
  silent: Record<string, string[]>;
  /** Ends that were reached. */
  ends: string[];
  fired: string[];
  /** An interrupting event sub-process has begun: no other one listens. */
  handled: boolean;
  /** Steps of a plan that are done, or of an ad-hoc container that were begun. */
  done: string[];
}

export interface World {
  root: Room;
  over: null | "ended" | "failed";
}

type Choose = (ways: number) => number;

/** From the process inwards: a room and the token of it that holds the next one. */
type Chain = { room: Room; piece: Piece }[];

/** A code that no drawing uses: the error that only a boundary for any error catches. */
const OTHER = "\u0000other";

/** The rules of the token game without data: whatever could be chosen may happen. */
export class AbstractGame {
  readonly flow: Flow;
  readonly visited = new Set<string>();
  readonly improper = new Set<string>();
  readonly #codes: readonly string[];

  constructor(flow: Flow) {
    this.flow = flow;
    const codes = [...flow.places.values()].flatMap(({ nodes }) => nodes.flatMap(caughtCode));
    this.#codes = [...new Set([...codes, OTHER])];
  }

  *beginnings(): Generator<World> {
    for (const node of this.flow.place("").nodes) {
      if (node.kind !== "start") continue;
      const world: World = { root: this.#room("", false), over: null };
      this.visited.add(node.id);
      world.root.tokens.push({ at: node.id });
      yield world;
    }
  }

  /** The same text for worlds that differ in nothing but order. */
  key(world: World): string {
    return world.over ?? roomKey(world.root);
  }

  /** Steps at which two tokens stand in one room. */
  twiceIn(world: World): string[] {
    return rooms(world.root).flatMap(({ tokens }) =>
      tokens
        .filter(({ along }) => along === undefined)
        .map(({ at }) => at)
        .filter((at, index, all) => all.indexOf(at) !== index && this.#isStep(at)),
    );
  }

  /** Joins that are counted at in a room where nothing else can come. */
  stuckJoins(world: World): string[] {
    if (world.over !== null) return [];
    return rooms(world.root)
      .filter((room) => room.tokens.length === 0 && this.#readyJoins(room).length === 0)
      .flatMap(({ counted }) => Object.keys(counted));
  }

  /** Whether there are so many tokens in one place that they may become ever more. */
  grows(world: World): boolean {
    return rooms(world.root).some(
      ({ tokens, counted }) =>
        tokens.some(({ at }) => tokens.filter((other) => other.at === at).length > 2) ||
        Object.values(counted).some((edges) => Object.values(edges).some((count) => count > 3)),
    );
  }

  *successors(world: World): Generator<World> {
    for (const path of paths(world.root)) {
      yield* this.#alternatives(world, path, (chain, copy, choose) => this.#act(chain, copy, choose));
    }
    for (const path of [[], ...paths(world.root)]) {
      const room = roomAt(world.root, path);
      if (room === undefined) continue;
      for (const join of this.#readyJoins(room)) {
        yield* this.#alternatives(world, path, (chain, copy) => {
          const inner = chain.at(-1)?.piece.child ?? copy.root;
          this.#fireJoin(inner, join);
          this.#settle(copy);
        });
      }
      yield* this.#listeners(world, path, room);
      yield* this.#adHoc(world, path, room);
    }
  }

  *#alternatives(
    world: World,
    path: readonly number[],
    run: (chain: Chain, copy: World, choose: Choose) => void,
  ): Generator<World> {
    const picks: number[] = [];
    do {
      const copy = structuredClone(world);
      const ways: number[] = [];
      run(chainAt(copy.root, path), copy, (count) => {
        const pick = picks[ways.length] ?? 0;
        picks[ways.length] = pick;
        ways.push(count);
        return pick;
      });
      yield copy;
      while (picks.length > 0 && (picks.at(-1) ?? 0) + 1 >= (ways[picks.length - 1] ?? 0)) picks.pop();
      const last = picks.pop();
      if (last !== undefined) picks.push(last + 1);
    } while (picks.length > 0);
  }

  /** Event sub-processes that listen in a room. */
  *#listeners(world: World, path: readonly number[], room: Room): Generator<World> {
    for (const sub of this.flow.eventSubProcesses(this.flow.place(room.of))) {
      const trigger = this.flow.startIn(this.flow.place(sub.id))?.trigger?.type;
      if (trigger === undefined || ["none", "error", "escalation", "compensation"].includes(trigger))
        continue;
      if (room.fired.includes(sub.id)) continue;
      yield* this.#alternatives(world, path, (chain, copy) => {
        this.#beginEventSubProcess(chain.at(-1)?.piece.child ?? copy.root, sub);
        this.#settle(copy);
      });
    }
  }

  /** What people may begin in an ad-hoc container, each once, and its end by hand. */
  *#adHoc(world: World, path: readonly number[], room: Room): Generator<World> {
    const { container } = this.flow.place(room.of);
    if (container?.kind !== "adHoc") return;
    const idle = room.tokens.length === 0;
    for (const node of container.start === "all" ? [] : this.beginnable(room.of)) {
      if (room.done.includes(node.id) || (container.ordering === "sequential" && !idle)) continue;
      yield* this.#alternatives(world, path, (chain, copy) => {
        const inner = chain.at(-1)?.piece.child;
        inner?.done.push(node.id);
        if (inner) this.#enter(inner, node.id);
        this.#settle(copy);
      });
    }
    if (container.completion === undefined && container.start === "all") return;
    yield* this.#alternatives(world, path, (chain, copy) => {
      const holder = chain.at(-1);
      if (holder) this.#leave(holder.room, holder.piece, this.flow.outgoing(holder.piece.at));
      this.#settle(copy);
    });
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

  #isStep(id: string): boolean {
    const node = this.flow.node(id);
    return isActivity(node) || node.kind === "catch" || node.kind === "eventBased";
  }

  #room(of: string, begin: boolean): Room {
    const room: Room = {
      of,
      tokens: [],
      counted: {},
      silent: {},
      ends: [],
      fired: [],
      handled: false,
      done: [],
    };
    if (begin) this.#begin(room, this.flow.place(of));
    return room;
  }

  #begin(room: Room, place: Place): void {
    if (place.container?.kind === "plan") {
      for (const node of place.nodes) this.#enter(room, node.id);
    } else if (place.container?.kind === "adHoc") {
      if (place.container.start === "all")
        for (const node of this.beginnable(place.id)) this.#enter(room, node.id);
    } else {
      const start = this.flow.startIn(place);
      if (start) this.#enter(room, start.id);
    }
  }

  #enter(room: Room, id: string): void {
    this.visited.add(id);
    const node = this.flow.node(id);
    const holds = isActivity(node) && this.flow.places.has(id);
    // Of a plan's steps those without open dependencies alone have begun.
    if (this.flow.place(room.of).container?.kind === "plan" && !this.#mayOpen(room, id)) {
      this.visited.delete(id);
      room.tokens.push({ at: id });
    } else room.tokens.push(holds ? { at: id, child: this.#room(id, true) } : { at: id });
  }

  #mayOpen(room: Room, id: string): boolean {
    return this.flow.incoming(id).every(({ source }) => room.done.includes(source));
  }

  /** A token comes by an edge. */
  #arrive(room: Room, edge: Edge, choose: Choose): void {
    const { target } = edge;
    if (!this.flow.isJoin(target)) {
      this.#enter(room, target);
      return;
    }
    this.visited.add(target);
    const silent = room.silent[target];
    if (silent?.includes(edge.id)) {
      room.silent[target] = silent.filter((awaited) => awaited !== edge.id);
      if (room.silent[target].length > 0) return;
      delete room.silent[target];
    } else {
      const counts = room.counted[target] ?? {};
      room.counted[target] = counts;
      counts[edge.id] = (counts[edge.id] ?? 0) + 1;
    }
    const node = this.flow.node(target);
    if (node.kind === "inclusive") return;
    while (this.#isMet(room, node, choose)) this.#fireJoin(room, target);
  }

  #isMet(room: Room, node: Node, choose: Choose): boolean {
    const come = Object.keys(room.counted[node.id] ?? {}).length;
    const all = this.flow.incoming(node.id).length;
    if (node.kind !== "complex") return come === all;
    if (come === 0 || room.silent[node.id] !== undefined) return false;
    if (node.need.type === "count") return come >= node.need.count;
    return choose(2) === 1;
  }

  /** Inclusive joins that have a token and await none. */
  #readyJoins(room: Room): string[] {
    const ready = this.#surelyReadyJoins(room);
    return ready.length > 0 || room.tokens.length > 0 ? ready : this.#joinsThatWaitRound(room).slice(0, 1);
  }

  /** Nothing moves: those for which only joins are left that could as well come by an edge that has a token. */
  #joinsThatWaitRound(room: Room): string[] {
    const inDrawing = this.flow.place(room.of).nodes.map(({ id }) => id);
    return inDrawing.filter((join) => {
      const counts = room.counted[join];
      if (counts === undefined || this.flow.node(join).kind !== "inclusive") return false;
      const incoming = this.flow.incoming(join).map(({ id }) => id);
      return Object.keys(room.counted).every((other) => {
        if (other === join) return true;
        const ahead = this.flow.edgesAhead(other, join);
        const comesBy = (filled: boolean) =>
          incoming.some((edge) => (counts[edge] !== undefined) === filled && ahead.has(edge));
        return !comesBy(false) || comesBy(true);
      });
    });
  }

  #surelyReadyJoins(room: Room): string[] {
    return Object.entries(room.counted).flatMap(([join, counts]) => {
      if (this.flow.node(join).kind !== "inclusive") return [];
      const empty = this.flow.incoming(join).filter(({ id }) => counts[id] === undefined);
      const others = Object.keys(room.counted).filter((other) => other !== join);
      const ahead = [
        ...room.tokens.map(({ at, along }) => this.flow.edgesAhead(at, join, along)),
        ...others.map((at) => this.flow.edgesAhead(at, join)),
      ];
      return empty.some(({ id }) => ahead.some((edges) => edges.has(id))) ? [] : [join];
    });
  }

  #fireJoin(room: Room, join: string): void {
    const node = this.flow.node(join);
    const counts = room.counted[join] ?? {};
    const filled = Object.keys(counts);
    for (const edge of filled) {
      counts[edge] = (counts[edge] ?? 1) - 1;
      if (counts[edge] === 0) delete counts[edge];
    }
    if (Object.keys(counts).length === 0) delete room.counted[join];
    if (node.kind === "complex") {
      const awaited = this.flow
        .incoming(join)
        .map(({ id }) => id)
        .filter((id) => !filled.includes(id));
      if (node.rest === "cancel") this.#cancelToward(room, join, awaited);
      else if (awaited.length > 0) room.silent[join] = awaited;
    }
    room.tokens.push({ at: join });
  }

  /** Everything that could still come by one of the edges is cancelled. */
  #cancelToward(room: Room, join: string, awaited: readonly string[]): void {
    const comes = (at: string, along?: string) => {
      const ahead = this.flow.edgesAhead(at, join, along);
      return awaited.some((edge) => ahead.has(edge));
    };
    room.tokens = room.tokens.filter(({ at, along }) => !comes(at, along));
    for (const other of Object.keys(room.counted)) {
      if (other !== join && comes(other)) delete room.counted[other];
    }
  }

  /** Any set that an inclusive split may take. */
  #severalOf(edges: readonly Edge[], choose: Choose): Edge[] {
    const open = edges.filter(({ condition, default: rest }) => condition !== undefined && rest !== true);
    const always = edges.filter(({ condition, default: rest }) => condition === undefined && rest !== true);
    const rest = edges.filter((edge) => edge.default === true);
    const least = always.length > 0 || rest.length > 0 ? 0 : 1;
    const ways = 2 ** open.length - least;
    if (ways === 0) return [];
    const mask = choose(ways) + least;
    const taken = edges.filter((edge) => always.includes(edge) || (mask >> open.indexOf(edge)) % 2 === 1);
    const chosen = taken.filter((edge) => always.includes(edge) || open.includes(edge));
    return chosen.length > 0 ? chosen : rest;
  }

  #leave(room: Room, piece: Piece, edges: readonly Edge[], choose: Choose = () => 0): void {
    room.tokens = room.tokens.filter((other) => other !== piece);
    const mayCancel = this.flow
      .place(room.of)
      .nodes.some((node) => node.kind === "complex" && node.rest === "cancel");
    for (const edge of edges) {
      if (mayCancel && edges.length > 1) room.tokens.push({ at: edge.source, along: edge.id });
      else this.#arrive(room, edge, choose);
    }
  }

  /** One thing that a token may do. */
  #act(chain: Chain, world: World, choose: Choose): void {
    const { room, piece } = chain.at(-1) as Chain[number];
    const node = this.flow.node(piece.at);
    if (piece.along !== undefined) this.#leave(room, piece, [this.flow.edge(piece.along)], choose);
    else if (isActivity(node)) this.#activity(chain, world, node, choose);
    else if (node.kind === "end") this.#end(chain, world, node, choose);
    else this.#pass(chain, world, room, piece, node, choose);
    this.#settle(world);
  }

  #pass(chain: Chain, world: World, room: Room, piece: Piece, node: Node, choose: Choose): void {
    const edges = this.flow.outgoing(node.id);
    switch (node.kind) {
      case "exclusive":
        this.#leave(room, piece, edges.length > 0 ? pickOne(edges, choose) : [], choose);
        return;
      case "inclusive":
      case "complex":
        this.#leave(room, piece, this.#severalOf(edges, choose), choose);
        return;
      case "eventBased": {
        const [edge] = pickOne(edges, choose);
        if (edge === undefined) return;
        this.visited.add(edge.target);
        this.#leave(room, piece, this.flow.outgoing(edge.target), choose);
        return;
      }
      case "throw": {
        const link = this.flow.linkTarget(node.id);
        if (link) this.visited.add(link.id);
        if (node.event.type === "escalation") {
          if (this.#escalate(chain, world, node.event.code, choose)) return;
        }
        this.#leave(room, piece, link ? this.flow.outgoing(link.id) : edges, choose);
        return;
      }
      case "eventSubProcess":
        return;
      default:
        this.#leave(room, piece, edges, choose);
        return;
    }
  }

  #activity(chain: Chain, world: World, node: Node, choose: Choose): void {
    const { room, piece } = chain.at(-1) as Chain[number];
    const plan = this.flow.place(room.of).container?.kind === "plan";
    if (plan && !this.visited.has(node.id) && !this.#mayOpen(room, node.id)) return;
    if (plan && !this.#mayOpen(room, node.id)) return;
    const ways: (() => void)[] = [];
    if (piece.child === undefined) {
      for (const edges of this.#waysOn(node)) ways.push(() => this.#complete(room, piece, edges, choose));
      if (node.kind === "serviceTask" || node.kind === "callActivity") {
        for (const code of this.#codes)
          if (this.#catches(chain, code)) ways.push(() => this.#throwError(chain, world, code, choose));
      }
    }
    for (const boundary of this.flow.boundaries(node.id)) {
      const { type } = boundary.event;
      if (type === "error" || type === "escalation" || type === "compensation" || type === "cancel") continue;
      if (piece.fired?.includes(boundary.id)) continue;
      ways.push(() => this.#boundary(room, piece, boundary, choose));
    }
    ways[ways.length > 1 ? choose(ways.length) : 0]?.();
  }

  /** The sets of edges by which a task may be left. */
  #waysOn(node: Node): Edge[][] {
    const edges = this.flow.outgoing(node.id);
    if (node.kind !== "approval") return [edges];
    return ["approved", "rejected"]
      .map((outcome) => {
        const drawn = edges.filter((edge) => edge.outcome === outcome);
        return drawn.length > 0 ? drawn : edges.filter((edge) => edge.outcome === undefined);
      })
      .filter((way) => way.length > 0 || edges.length === 0);
  }

  #complete(room: Room, piece: Piece, edges: readonly Edge[], choose: Choose): void {
    if (this.flow.place(room.of).container?.kind !== "plan") {
      this.#leave(room, piece, edges, choose);
      return;
    }
    room.tokens = room.tokens.filter((other) => other !== piece);
    room.done.push(piece.at);
    for (const other of room.tokens) {
      if (other.child !== undefined || !this.#mayOpen(room, other.at)) continue;
      this.visited.add(other.at);
      if (this.flow.places.has(other.at)) other.child = this.#room(other.at, true);
    }
  }

  #boundary(room: Room, piece: Piece, boundary: BoundaryEvent, choose: Choose): void {
    this.visited.add(boundary.id);
    const edges = this.flow.outgoing(boundary.id);
    if (boundary.interrupting !== false) {
      this.#leave(room, piece, edges, choose);
      return;
    }
    piece.fired = [...(piece.fired ?? []), boundary.id].sort();
    for (const edge of edges) this.#arrive(room, edge, choose);
  }

  #beginEventSubProcess(room: Room, sub: EventSubProcess): void {
    const start = this.flow.startIn(this.flow.place(sub.id));
    this.visited.add(sub.id);
    room.fired.push(sub.id);
    if (start?.interrupting !== false) {
      room.tokens = [];
      room.counted = {};
      room.silent = {};
      room.handled = true;
      room.fired = this.flow.eventSubProcesses(this.flow.place(room.of)).map(({ id }) => id);
    }
    room.fired.sort();
    room.tokens.push({ at: sub.id, child: this.#room(sub.id, true) });
  }

  #end(chain: Chain, world: World, node: Extract<Node, { kind: "end" }>, choose: Choose): void {
    const { room, piece } = chain.at(-1) as Chain[number];
    const result = node.result ?? { type: "none" };
    if (room.ends.includes(node.id)) this.improper.add(node.id);
    else room.ends = [...room.ends, node.id].sort();
    if (result.type === "error") {
      this.#throwError(chain, world, result.code, choose);
      return;
    }
    if (result.type === "escalation" && this.#escalate(chain, world, result.code, choose)) return;
    room.tokens = room.tokens.filter((other) => other !== piece);
    if (result.type === "terminate") {
      const open = room.tokens.length > 0 || Object.keys(room.counted).length > 0;
      if (open && !drawnInsideChoice(this.flow, node.id)) this.improper.add(node.id);
      clear(room);
    }
    if (result.type === "cancel") this.#cancelTransaction(chain, choose);
  }

  #cancelTransaction(chain: Chain, choose: Choose): void {
    const holder = chain.findLast(({ piece }) => this.flow.node(piece.at).kind === "transaction");
    if (holder === undefined) return;
    const boundary = this.flow.boundaries(holder.piece.at).find(({ event }) => event.type === "cancel");
    if (boundary) this.#boundary(holder.room, holder.piece, { ...boundary, interrupting: true }, choose);
    else this.#complete(holder.room, holder.piece, this.flow.outgoing(holder.piece.at), choose);
  }

  #catches(chain: Chain, code: string): boolean {
    return this.#catcher(chain, "error", code) !== null;
  }

  #throwError(chain: Chain, world: World, code: string, choose: Choose): void {
    const catcher = this.#catcher(chain, "error", code);
    if (catcher === null) world.over = "failed";
    else if ("sub" in catcher) this.#beginEventSubProcess(catcher.room, catcher.sub);
    else this.#boundary(catcher.room, catcher.piece, { ...catcher.boundary, interrupting: true }, choose);
  }

  /** Gives whether the thrower was cancelled. */
  #escalate(chain: Chain, _world: World, code: string, choose: Choose): boolean {
    const catcher = this.#catcher(chain, "escalation", code);
    if (catcher === null) return false;
    if ("sub" in catcher) {
      if (catcher.room.fired.includes(catcher.sub.id)) return false;
      this.#beginEventSubProcess(catcher.room, catcher.sub);
      return this.flow.startIn(this.flow.place(catcher.sub.id))?.interrupting !== false;
    }
    if (catcher.boundary.interrupting === false && catcher.piece.fired?.includes(catcher.boundary.id))
      return false;
    this.#boundary(catcher.room, catcher.piece, catcher.boundary, choose);
    return catcher.boundary.interrupting !== false;
  }

  #catcher(
    chain: Chain,
    type: "error" | "escalation",
    code: string,
  ): { room: Room; piece: Piece; boundary: BoundaryEvent } | { room: Room; sub: EventSubProcess } | null {
    let outOf: string | null = null;
    for (const { room, piece } of chain.toReversed()) {
      const boundary = byCode(
        this.flow.boundaries(piece.at).map((event) => ({ it: event, event: event.event })),
        type,
        code,
      );
      if (boundary) return { room, piece, boundary };
      outOf = this.flow.node(piece.at).kind === "eventSubProcess" ? piece.at : null;
      const subs = this.flow.eventSubProcesses(this.flow.place(room.of));
      const listening = subs
        .filter(
          ({ id }) =>
            !room.fired.includes(id) || this.flow.startIn(this.flow.place(id))?.interrupting === false,
        )
        .map((sub) => ({ it: sub, event: this.flow.startIn(this.flow.place(sub.id))?.trigger }));
      const sub = outOf === null && !room.handled ? byCode(listening, type, code) : null;
      if (sub) return { room, sub };
    }
    return null;
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
      const node = this.flow.node(piece.at);
      if (node.kind === "eventSubProcess") room.tokens = room.tokens.filter((other) => other !== piece);
      else this.#complete(room, piece, this.flow.outgoing(piece.at), () => 0);
    }
  }

  #isDone(room: Room): boolean {
    const { container, nodes } = this.flow.place(room.of);
    if (container?.kind === "plan") {
      return nodes.every(
        (node) => room.done.includes(node.id) || ("optional" in node && node.optional === true),
      );
    }
    if (container?.kind === "adHoc" && container.start !== "all") return false;
    return isEmpty(room);
  }
}

function clear(room: Room): void {
  room.tokens = [];
  room.counted = {};
  room.silent = {};
}

function isEmpty({ tokens, counted }: Room): boolean {
  return tokens.length === 0 && Object.keys(counted).length === 0;
}

function pickOne<T>(all: readonly T[], choose: Choose): T[] {
  return all.slice().splice(all.length > 1 ? choose(all.length) : 0, 1);
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
  if (node.kind === "boundary" && node.event.type === "error")
    return node.event.code ? [node.event.code] : [];
  if (node.kind === "start" && node.trigger?.type === "error")
    return node.trigger.code ? [node.trigger.code] : [];
  return [];
}

function rooms(room: Room): Room[] {
  return [room, ...room.tokens.flatMap(({ child }) => (child ? rooms(child) : []))];
}

function roomKey(room: Room): string {
  const tokens = room.tokens
    .map(
      ({ at, along = "", child, fired }) =>
        `${at}${along}(${fired?.join() ?? ""}${child ? roomKey(child) : ""})`,
    )
    .sort();
  const counted = Object.entries(room.counted)
    .map(([join, edges]) => `${join}:${Object.entries(edges).sort().join()}`)
    .sort();
  const silent = Object.entries(room.silent).sort().join();
  return JSON.stringify([
    room.of,
    tokens,
    counted,
    silent,
    room.ends,
    room.fired,
    room.handled,
    room.done.toSorted(),
  ]);
}

/** Where each token of a world stands: indices from the process inwards. */
function paths(room: Room): number[][] {
  return room.tokens.flatMap(({ child }, index) => [
    [index],
    ...(child ? paths(child).map((path) => [index, ...path]) : []),
  ]);
}

function chainAt(root: Room, path: readonly number[]): Chain {
  const chain: Chain = [];
  let room = root;
  for (const index of path) {
    const piece = room.tokens[index] as Piece;
    chain.push({ room, piece });
    if (piece.child) room = piece.child;
  }
  return chain;
}

/** The room inside the token at a path; the process for the empty path. */
function roomAt(root: Room, path: readonly number[]): Room | undefined {
  return path.length === 0 ? root : chainAt(root, path).at(-1)?.piece.child;
}
