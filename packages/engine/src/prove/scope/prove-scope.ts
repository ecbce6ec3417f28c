import { isActivity, type Node } from "@flowright/definition";
import { movesOf, movesToNode, movesToState } from "../finding/moves.ts";
import { type RawFinding, readFindings } from "../finding/read-findings.ts";
import { buildGraph, type Surroundings } from "../graph/build-graph.ts";
import { eachPassage, runTo } from "../graph/content.ts";
import type { Halt } from "../graph/control-graph.ts";
import { insideChoice } from "../graph/inside-choice.ts";
import { reduce } from "../graph/reduce.ts";
import type { ProofMove } from "../proof.ts";
import { proposeRepair } from "../repair/propose-repair.ts";
import { type Explored, explore } from "../search/explore.ts";
import { Net } from "../search/net.ts";
import {
  beginsFromOutside,
  canBeEnded,
  errorsAreCaught,
  escalationInterrupts,
  interrupts,
  type Listener,
  listenersOf,
  onlyUndoes,
} from "./catchers.ts";
import {
  addFailures,
  addMoves,
  type Exits,
  exceptFor,
  leavingActivity,
  thrown,
  type WorkFailure,
} from "./exits.ts";
import type { ScopeProof } from "./scope-proof.ts";
import type { ScopeTree } from "./scope-tree.ts";
import { unexplored, withoutFlow } from "./without-flow.ts";
import { isWork } from "./work.ts";

type Draft = { -readonly [K in keyof Exits]: Exits[K] } & {
  failures: WorkFailure[];
  errors: Map<string, readonly ProofMove[]>;
  escalations: Map<string, readonly ProofMove[]>;
};

/** Scopes with more states than this, and findings beyond so many, get no repair: each is tried by a proof of its own. */
const MOST_STATES_TO_REPAIR = 500;
const MOST_REPAIRS = 4;

/** Proves a scope whose containers are proven, and tries what would mend its findings. */
export function proveScope(
  scope: ScopeTree,
  limit: number,
  exitsOf: (container: string) => Exits | null,
  setsOf: (choice: string) => readonly ReadonlySet<string>[] | null,
  doomedBy: (code: string) => string | null,
): ScopeProof {
  const proof = proofOf(scope, limit, exitsOf, setsOf, doomedBy);
  if (proof.findings.length === 0 || !proof.complete || proof.states > MOST_STATES_TO_REPAIR) return proof;
  const tried = (edited: ScopeTree) => proofOf(edited, proof.states * 2 + 100, exitsOf, setsOf, doomedBy);
  const findings = proof.findings.map((finding, index) => {
    const repair = index < MOST_REPAIRS ? proposeRepair(scope, finding, proof, tried) : null;
    return repair ? { ...finding, repair } : finding;
  });
  return { ...proof, findings };
}

function proofOf(
  scope: ScopeTree,
  limit: number,
  exitsOf: (container: string) => Exits | null,
  setsOf: (choice: string) => readonly ReadonlySet<string>[] | null,
  doomedBy: (code: string) => string | null,
): ScopeProof {
  const around: Surroundings = {
    exitsOf,
    setsOf,
    errorsCaught: errorsAreCaught(scope),
    interruptedBy: (code) => escalationInterrupts(scope, code),
    doomedBy,
  };
  const graph = buildGraph(scope, around);
  if (graph === null) return withoutFlow(scope, exitsOf);
  const blocks = reduce(graph);
  let net = Net.of(graph);
  if (net === null) return unexplored(scope);
  let explored = explore(net, limit);
  if (blocks.inclusive && hasTwice(net, explored)) {
    // With several tokens in it, an inclusive block is no longer a step like others: its join may take one for two.
    const whole = buildGraph(scope, around);
    if (whole) reduce(whole, { inclusive: false });
    const wider = whole && Net.of(whole);
    const seen = wider && explore(wider, limit);
    if (wider && seen?.complete) [net, explored] = [wider, seen];
  }
  return new ScopeReader(scope, net, explored, exitsOf).read();
}

function hasTwice(net: Net, { states }: Explored): boolean {
  return states.some((key) => {
    for (let index = 1; index < key.length; index++) {
      const slot = key.charCodeAt(index);
      if (slot === key.charCodeAt(index - 1) && net.slots[slot]?.kind === "active") return true;
    }
    return false;
  });
}

class ScopeReader {
  readonly #scope: ScopeTree;
  readonly #net: Net;
  readonly #explored: Explored;
  readonly #exitsOf: (container: string) => Exits | null;
  readonly #visited = new Set<string>();

  constructor(scope: ScopeTree, net: Net, explored: Explored, exitsOf: (container: string) => Exits | null) {
    this.#scope = scope;
    this.#net = net;
    this.#explored = explored;
    this.#exitsOf = exitsOf;
    for (const place of explored.entered.keys()) {
      const found = net.places[place];
      if (!found) continue;
      eachPassage(found.edge.content, ({ node }) => this.#visited.add(node));
      for (const exit of found.to.exits) eachPassage(exit, ({ node }) => this.#visited.add(node));
      if (found.to.owner !== null) this.#visited.add(found.to.owner);
    }
  }

  read(): ScopeProof {
    const thrown = this.#thrown();
    const exits = this.#exits(thrown);
    const { complete, states } = this.#explored;
    return {
      findings: this.#findings(thrown),
      dead: complete
        ? [...this.#scope.nodes.values()].filter((node) => this.#isDead(node)).map(({ id }) => id)
        : [],
      exits,
      openings: this.#openings(thrown),
      movesTo: (node) => (this.#visited.has(node) ? (this.#movesTo(node) ?? []) : null),
      complete,
      states: states.length,
    };
  }

  #findings(thrown: Exits): RawFinding[] {
    const findings = readFindings(this.#net, this.#explored, canBeEnded(this.#scope));
    const told = new Set(findings.flatMap(({ kind, nodes }) => (kind === "end-stops-work" ? nodes[0] : [])));
    const listeners = listenersOf(this.#scope);
    const beside = listeners.find(
      (one) => !interrupts(one) && listenerMoves(one, listeners, thrown) !== null,
    );
    if (!beside) return findings;
    const begins = listenerMoves(beside, listeners, thrown) ?? [];
    for (const node of this.#scope.nodes.values()) {
      if (!this.#visited.has(node.id) || told.has(node.id) || !stopsAll(node)) continue;
      if (insideChoice(this.#scope, node.id)) continue;
      findings.push({
        kind: "end-stops-work",
        nodes: [node.id, beside.node.id],
        moves: [...begins, ...(this.#movesTo(node.id) ?? [])],
        decisive: begins.slice(-1),
        always: false,
        marking: {
          tokens: [
            { node: node.id, count: 1 },
            { node: beside.node.id, count: 1 },
          ],
          joins: [],
        },
      });
    }
    return findings;
  }

  #isDead(node: Node): boolean {
    return !this.#visited.has(node.id) && !onlyUndoes(this.#scope, node);
  }

  /** What leaves the scope when none of its event sub-processes begins. */
  #thrown(): Draft {
    const exits: Draft = {
      ...this.#done(),
      errors: new Map(),
      failures: [],
      escalations: new Map(),
      cancel: null,
      waits: [...this.#scope.nodes.values()].some((node) => waits(node, this.#exitsOf)),
    };
    for (const [halt, moves] of this.#halts()) addHalt(exits, halt, moves);
    for (const node of this.#scope.nodes.values()) {
      if (!this.#visited.has(node.id)) continue;
      if (isActivity(node)) this.#passOn(exits, node);
      if (node.kind === "throw" && node.event.type === "escalation")
        this.#escalate(exits, node.event.code, node.id);
      if (node.kind === "end" && node.result?.type === "escalation")
        this.#escalate(exits, node.result.code, node.id);
    }
    return exits;
  }

  /** How it is done: where there are several ways, with as little harm to scopes around as can be. */
  #done(): Pick<Exits, "done" | "dooms"> {
    let best: { state: number; dooms: readonly string[] } | null = null;
    for (const state of this.#explored.final) {
      const dooms = this.#doomsAtEnd(this.#explored.states[state] ?? "");
      if (dooms && (best === null || dooms.length < best.dooms.length)) best = { state, dooms };
    }
    if (best === null) return { done: null, dooms: [] };
    return { done: movesToState(this.#net, this.#explored, best.state), dooms: best.dooms };
  }

  /** The scopes around that are doomed in a state where this one is done; null where it is not. */
  #doomsAtEnd(key: string): string[] | null {
    const dooms: string[] = [];
    for (const character of key) {
      const slot = this.#net.slots[character.charCodeAt(0)];
      if (slot?.kind === "active" || slot?.kind === "arrived") return null;
      const doomed = slot?.kind === "doomed" ? this.#net.places[slot.place]?.to.dooms : undefined;
      if (doomed?.own) return null;
      if (doomed) dooms.push(doomed.path);
    }
    return dooms;
  }

  /** Ends of the whole scope that are come to, with the moves there. */
  *#halts(): Generator<[Halt, ProofMove[]]> {
    for (const node of this.#scope.nodes.values()) {
      if (node.kind !== "end" || !this.#visited.has(node.id)) continue;
      const halt = haltOf(node);
      const moves = halt && this.#movesTo(node.id);
      if (halt && moves) yield [halt, moves];
    }
  }

  #movesTo(node: string): ProofMove[] | null {
    const moves = movesToNode(this.#net, this.#explored, node);
    if (moves) return moves;
    // By a way out of a choice that was left out of the graph.
    for (const [number, { state, left, log }] of this.#explored.entered) {
      const place = this.#net.places[number];
      for (const exit of place?.to.exits ?? []) {
        const inner = runTo(exit, node);
        if (!inner) continue;
        const there = movesToState(this.#net, this.#explored, state);
        const entering = movesOf(this.#net, { left, log }, log.indexOf(number) + 1);
        return [...there, ...entering, ...movesOf(this.#net, { left: number, log: [] }), ...inner];
      }
    }
    return null;
  }

  /** What an activity throws and its boundary events let through. */
  #passOn(exits: Draft, node: Node): void {
    const left = leavingActivity(this.#scope, node, this.#exitsOf(node.id));
    if (left.failures.length === 0 && left.errors.size === 0 && left.escalations.size === 0) return;
    const there = this.#movesTo(node.id) ?? [];
    addFailures(exits.failures, left.failures, there);
    for (const [code, moves] of left.errors) addMoves(exits.errors, code, [...there, ...moves]);
    for (const [code, moves] of left.escalations) addMoves(exits.escalations, code, [...there, ...moves]);
  }

  #escalate(exits: Draft, code: string, node: string): void {
    addMoves(exits.escalations, code, this.#movesTo(node) ?? []);
  }

  /** What leaves the scope once its event sub-processes have caught what they catch; they do not catch each other. */
  #exits(thrown: Exits): Exits {
    const exits: Draft = {
      ...thrown,
      failures: [...thrown.failures],
      errors: new Map(thrown.errors),
      escalations: new Map(thrown.escalations),
    };
    const listeners = listenersOf(this.#scope);
    for (const { start } of listeners) letCatch(exits, start.trigger);
    for (const listener of listeners) {
      const inner = this.#exitsOf(listener.node.id);
      const moves = listenerMoves(listener, listeners, thrown);
      if (!inner || moves === null) continue;
      this.#visited.add(listener.node.id);
      if (inner.done && interrupts(listener)) {
        if (exits.done === null) exits.dooms = inner.dooms;
        exits.done ??= [...moves, ...inner.done];
      }
      // What an escalation began beside the rest is awaited, too.
      else if (inner.done && exits.done && listener.start.trigger?.type === "escalation")
        exits.done = [...exits.done, ...inner.done];
      addFailures(exits.failures, inner.failures, moves);
      for (const [code, further] of inner.errors) addMoves(exits.errors, code, [...moves, ...further]);
      for (const [code, further] of inner.escalations)
        addMoves(exits.escalations, code, [...moves, ...further]);
    }
    return exits;
  }

  #openings(thrown: Exits): Map<string, readonly ProofMove[]> {
    const openings = new Map<string, readonly ProofMove[]>();
    for (const id of this.#scope.children.keys()) {
      const moves = this.#visited.has(id) ? this.#movesTo(id) : null;
      if (moves) openings.set(id, moves);
    }
    const listeners = listenersOf(this.#scope);
    for (const listener of listeners)
      openings.set(listener.node.id, listenerMoves(listener, listeners, thrown) ?? []);
    return openings;
  }
}

function letCatch(exits: Draft, trigger: Listener["start"]["trigger"]): void {
  if (trigger?.type !== "error" && trigger?.type !== "escalation") return;
  const caught = trigger.type === "error" ? exits.errors : exits.escalations;
  for (const code of [...caught.keys()])
    if (trigger.code === undefined || trigger.code === code) caught.delete(code);
  if (trigger.type !== "error") return;
  const { code } = trigger;
  exits.failures = code === undefined ? [] : exits.failures.map((failure) => exceptFor(failure, [code]));
}

/** The moves that begin an event sub-process, from the opening of its scope; null if nothing does. */
function listenerMoves(
  listener: Listener,
  all: readonly Listener[],
  exits: Exits,
): readonly ProofMove[] | null {
  const { start } = listener;
  const { trigger } = start;
  if (beginsFromOutside(listener)) {
    const does = trigger?.type as "timer" | "message" | "signal" | "condition";
    return [{ do: does, node: start.id }];
  }
  if (trigger?.type !== "error" && trigger?.type !== "escalation") return null;
  const rivals = all.flatMap(({ start: { trigger: other } }) =>
    other?.type === trigger.type ? [other] : [],
  );
  const moves = thrown(trigger, rivals, exits);
  return moves && [...moves, { do: trigger.type, node: start.id }];
}

function stopsAll(node: Node): boolean {
  return node.kind === "end" && node.result?.type === "terminate";
}

function haltOf(end: Extract<Node, { kind: "end" }>): Halt | null {
  const { result } = end;
  if (result?.type === "terminate" || result?.type === "cancel")
    return { kind: result.type, suspicious: false };
  return result?.type === "error" ? { kind: "error", code: result.code, suspicious: false } : null;
}

function addHalt(exits: Draft, halt: Halt, moves: readonly ProofMove[]): void {
  if (halt.kind === "terminate") {
    exits.done ??= moves;
    exits.dooms = [];
  }
  if (halt.kind === "cancel") exits.cancel ??= moves;
  if (halt.kind === "error" && halt.code !== undefined) addMoves(exits.errors, halt.code, moves);
}

/** Whether a case rests at a node until something happens. */
function waits(node: Node, exitsOf: (container: string) => Exits | null): boolean {
  if (node.kind === "catch") return node.event.type !== "link";
  if (node.kind === "eventBased") return true;
  return isActivity(node) && isWork(node) && (exitsOf(node.id)?.waits ?? true);
}
