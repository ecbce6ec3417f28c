import { eachPassage } from "../graph/content.ts";
import type { ProofMarking, ProofMove, ProofRepair } from "../proof.ts";
import { type Explored, explore } from "../search/explore.ts";
import type { Net } from "../search/net.ts";
import { decisiveMoves } from "./decisive-moves.ts";
import { markingOf, movesOf, movesToState } from "./moves.ts";

/** A finding of one scope before it is put into words; its moves begin where the scope opens. */
export interface RawFinding {
  readonly kind:
    | "deadlock"
    | "join-never-filled"
    | "livelock"
    | "runs-twice"
    | "end-twice"
    | "end-stops-work";
  /** The decisive one first. */
  readonly nodes: readonly string[];
  readonly moves: readonly ProofMove[];
  /** The choices that it takes to come there. */
  readonly decisive: readonly ProofMove[];
  /** Whether no case comes through without it. */
  readonly always: boolean;
  readonly marking: ProofMarking;
  /** An edit that was tried. */
  readonly repair?: ProofRepair;
}

/** Findings of one kind beyond this are not told one by one. */
const MOST_OF_A_KIND = 20;

/** Reads off the states what is wrong with a scope. */
export function readFindings(net: Net, explored: Explored, canLeave: boolean): RawFinding[] {
  const reader = new Reader(net, explored);
  return [
    ...reader.deadlocks(),
    ...(explored.complete && !canLeave ? reader.livelocks() : []),
    ...reader.twice(),
    ...reader.endedTwice(),
    ...reader.stopped(),
  ];
}

class Reader {
  readonly #net: Net;
  readonly #explored: Explored;

  constructor(net: Net, explored: Explored) {
    this.#net = net;
    this.#explored = explored;
  }

  /** States where nothing can happen any more, though tokens are counted at joins. */
  deadlocks(): RawFinding[] {
    const told = new Set<string>();
    const findings: RawFinding[] = [];
    const bad = this.#explored.final.filter((state) => this.#joinsAt(state).length > 0);
    const always = bad.length > 0 && bad.length === this.#explored.final.length && !this.#endsOtherwise();
    for (const state of bad) {
      const joins = this.#joinsAt(state);
      if (joins.every((join) => told.has(join)) || findings.length >= MOST_OF_A_KIND) continue;
      const nodes = [...joins.filter((join) => !told.has(join)), ...joins.filter((join) => told.has(join))];
      for (const join of joins) told.add(join);
      const [first = ""] = nodes;
      const kind = this.#explored.complete && this.#neverFires(first) ? "join-never-filled" : "deadlock";
      const again = (other: Explored, net: Net) =>
        other.final.some((number) => stuckIn(net, other.states[number] ?? "").includes(first));
      findings.push({ ...this.#at(state, again), kind, nodes, always });
    }
    return findings;
  }

  #joinsAt(state: number): string[] {
    return stuckIn(this.#net, this.#explored.states[state] ?? "");
  }

  /** Whether some case ends without coming to a last state: by an end that stops all. */
  #endsOtherwise(): boolean {
    return this.#explored.settled.filter(Boolean).length > this.#explored.final.length;
  }

  #neverFires(join: string): boolean {
    const place = this.#net.places.find(({ to }) => to.owner === join && to.type.endsWith("join"));
    return place?.outs.every((out) => !this.#explored.entered.has(out)) ?? false;
  }

  /** States that no way leads out of to any end. */
  livelocks(): RawFinding[] {
    const { next, settled, states } = this.#explored;
    const before: number[][] = states.map(() => []);
    for (const [from, followers] of next.entries()) for (const to of followers) before[to]?.push(from);
    const good = new Set([...settled.keys()].filter((state) => settled[state]));
    const open = [...good];
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      for (const earlier of before[state] ?? []) {
        if (good.has(earlier)) continue;
        good.add(earlier);
        open.push(earlier);
      }
    }
    const first = states.findIndex((_, state) => !good.has(state));
    if (first < 0) return [];
    const nodes = new Set<string>();
    for (const [state, key] of states.entries()) {
      if (good.has(state)) continue;
      for (const { node } of markingOf(this.#net, key).tokens) nodes.add(node);
    }
    const again = (other: Explored) => other.states.includes(states[first] ?? "");
    return [{ ...this.#at(first, again), kind: "livelock", nodes: [...nodes], always: first === 0 }];
  }

  /** Places where two tokens stand. */
  twice(): RawFinding[] {
    const findings: { place: number; nodes: string[]; raw: RawFinding }[] = [];
    for (const [slot, state] of this.#doubled("active")) {
      const nodes = stepsOn(this.#net, slot);
      const earlier = findings.find(({ place }) => this.#net.leads(place, slot));
      if (nodes.length === 0) continue;
      if (earlier) earlier.nodes.push(...nodes.filter((node) => !earlier.nodes.includes(node)));
      else if (findings.length < MOST_OF_A_KIND) {
        const again = (other: Explored) => doubledIn(this.#net, other, slot) >= 0;
        const raw = { ...this.#at(state, again), kind: "runs-twice" as const, nodes, always: false };
        findings.push({ place: slot, nodes, raw });
      }
    }
    return findings.map(({ raw, nodes }) => ({ ...raw, nodes }));
  }

  endedTwice(): RawFinding[] {
    return [...this.#doubled("ended")].slice(0, MOST_OF_A_KIND).map(([slot, state]) => {
      const place = this.#net.slots[slot]?.place ?? 0;
      const again = (other: Explored) => doubledIn(this.#net, other, slot) >= 0;
      return { ...this.#at(state, again), kind: "end-twice", nodes: endsOn(this.#net, place), always: false };
    });
  }

  /** The first state in which each slot of a kind counts two. */
  #doubled(kind: "active" | "ended"): Map<number, number> {
    const found = new Map<number, number>();
    for (const [state, key] of this.#explored.states.entries()) {
      for (let index = 1; index < key.length; index++) {
        const slot = key.charCodeAt(index);
        if (slot !== key.charCodeAt(index - 1) || found.has(slot)) continue;
        if (this.#net.slots[slot]?.kind === kind) found.set(slot, state);
      }
    }
    return found;
  }

  /** Ends of the whole scope, reached without a choice, while others are still at work. */
  stopped(): RawFinding[] {
    const told = new Map<string, RawFinding>();
    for (const [state, key] of this.#explored.states.entries()) {
      for (const character of new Set(key)) {
        const slot = this.#net.slots[character.charCodeAt(0)];
        const to = slot?.kind === "active" ? this.#net.places[slot.place]?.to : undefined;
        if (!slot || !to?.halt?.suspicious || to.owner === null || told.has(to.owner)) continue;
        if (othersIn(this.#net, key, slot.place) === 0) continue;
        const { owner } = to;
        const at = this.#at(state, () => true);
        const moves = [...at.moves, ...movesOf(this.#net, { left: slot.place, log: [] })];
        const others = markingOf(this.#net, key.replace(character, ""));
        const marking = { tokens: [{ node: owner, count: 1 }, ...others.tokens], joins: others.joins };
        const open = [...others.tokens, ...others.joins].map(({ node }) => node);
        const nodes = [owner, ...open.filter((node) => node !== owner)];
        const finding = { ...at, moves, marking, nodes: [...new Set(nodes)], always: false };
        told.set(owner, { ...finding, kind: "end-stops-work" });
      }
    }
    return [...told.values()];
  }

  #at(state: number, again: (other: Explored, net: Net) => boolean) {
    return {
      moves: movesToState(this.#net, this.#explored, state),
      decisive: decisiveMoves(this.#net, this.#explored, state, (without) =>
        again(explore(this.#net, this.#explored.states.length * 2 + 100, without), this.#net),
      ),
      marking: markingOf(this.#net, this.#explored.states[state] ?? ""),
    };
  }
}

function doubledIn(net: Net, { states }: Explored, slot: number): number {
  const twice = String.fromCharCode(slot).repeat(2);
  return net.slots[slot] === undefined ? -1 : states.findIndex((key) => key.includes(twice));
}

/** Drawn joins that count tokens where nothing stands anywhere else; what stands is stuck for a reason of its own. */
function stuckIn(net: Net, key: string): string[] {
  const joins = new Set<string>();
  for (const character of key) {
    const slot = net.slots[character.charCodeAt(0)];
    const lives = slot?.kind === "doomed" && net.places[slot.place]?.to.dooms?.own === true;
    if (slot?.kind === "active" || lives) return [];
    const owner = slot?.kind === "arrived" ? net.places[slot.place]?.to.owner : null;
    if (owner) joins.add(owner);
  }
  return [...joins];
}

/** Tokens beside one at a place. */
function othersIn(net: Net, key: string, place: number): number {
  let others = -1;
  for (const character of key) {
    const slot = net.slots[character.charCodeAt(0)];
    if (slot?.kind === "active" || slot?.kind === "arrived") others++;
  }
  return net.places[place] ? others : 0;
}

function stepsOn(net: Net, place: number): string[] {
  const nodes: string[] = [];
  for (const item of net.places[place]?.edge.content ?? [])
    eachPassage([item], ({ node, step }, exit) => {
      if (step && !exit && !nodes.includes(node)) nodes.push(node);
    });
  return nodes;
}

function endsOn(net: Net, place: number): string[] {
  const nodes: string[] = [];
  eachPassage(net.places[place]?.edge.content ?? [], ({ node, end }, exit) => {
    if (end && !exit) nodes.push(node);
  });
  return nodes;
}
