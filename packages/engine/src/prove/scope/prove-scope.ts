import { isActivity, type Node } from "@flowright/definition";
import { movesOf, movesToNode, movesToState } from "../finding/moves.ts";
import { type RawFinding, readFindings } from "../finding/read-findings.ts";
import { buildGraph, canFail, isWork, type Surroundings } from "../graph/build-graph.ts";
import { eachPassage, runTo } from "../graph/content.ts";
import type { Halt } from "../graph/control-graph.ts";
import { insideChoice } from "../graph/inside-choice.ts";
import { reduce } from "../graph/reduce.ts";
import type { ProofMove } from "../proof.ts";
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
  type Exits,
  exceptFor,
  exitsOfTask,
  leftOver,
  thrown,
  type WorkFailure,
} from "./exits.ts";
import type { ScopeTree } from "./scope-tree.ts";

/** What is known of one scope; everything in it is relative to the opening of the scope. */
export interface ScopeProof {
  readonly findings: readonly RawFinding[];
  /** Nodes that are never come to, in the order of the drawing; empty where not everything was explored. */
  readonly dead: readonly string[];
  readonly exits: Exits;
  /** Moves that open each container in it. */
  readonly openings: ReadonlyMap<string, readonly ProofMove[]>;
  /** Moves from the opening to a node; null if no case gets there. */
  readonly movesTo: (node: string) => readonly ProofMove[] | null;
  readonly complete: boolean;
  readonly states: number;
}

type Draft = { -readonly [K in keyof Exits]: Exits[K] } & {
  failures: WorkFailure[];
  errors: Map<string, readonly ProofMove[]>;
  escalations: Map<string, readonly ProofMove[]>;
};

export function proveScope(
  scope: ScopeTree,
  limit: number,
  exitsOf: (container: string) => Exits | null,
  setsOf: (choice: string) => readonly ReadonlySet<string>[] | null,
): ScopeProof {
  const around: Surroundings = {
    exitsOf,
    setsOf,
    errorsCaught: errorsAreCaught(scope),
    interruptedBy: (code) => escalationInterrupts(scope, code),
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
      done: this.#done(),
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

  #done(): ProofMove[] | null {
    const { final, states } = this.#explored;
    const good = final.find((state) => {
      const kinds = [...(states[state] ?? "")].map((slot) => this.#net.slots[slot.charCodeAt(0)]?.kind);
      return kinds.every((kind) => kind === "ended" || kind === "silent");
    });
    return good === undefined ? null : movesToState(this.#net, this.#explored, good);
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
        const entering = movesOf(this.#net, { left, log: log.slice(0, log.indexOf(number) + 1) });
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
    for (const [code, moves] of left.errors) add(exits.errors, code, [...there, ...moves]);
    for (const [code, moves] of left.escalations) add(exits.escalations, code, [...there, ...moves]);
  }

  #escalate(exits: Draft, code: string, node: string): void {
    add(exits.escalations, code, this.#movesTo(node) ?? []);
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
      if (inner.done && interrupts(listener)) exits.done ??= [...moves, ...inner.done];
      addFailures(exits.failures, inner.failures, moves);
      for (const [code, further] of inner.errors) add(exits.errors, code, [...moves, ...further]);
      for (const [code, further] of inner.escalations) add(exits.escalations, code, [...moves, ...further]);
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

/** What an activity throws and its own boundary events let through. */
function leavingActivity(scope: ScopeTree, node: Node, inner: Exits | null): ReturnType<typeof leftOver> {
  return leftOver(inner ?? exitsOfTask(node.id, canFail(node)), scope.boundaries.get(node.id) ?? []);
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
  if (halt.kind === "terminate") exits.done ??= moves;
  if (halt.kind === "cancel") exits.cancel ??= moves;
  if (halt.kind === "error" && halt.code !== undefined) add(exits.errors, halt.code, moves);
}

function add(to: Map<string, readonly ProofMove[]>, code: string, moves: readonly ProofMove[]): void {
  if (!to.has(code)) to.set(code, moves);
}

/** Whether a case rests at a node until something happens. */
function waits(node: Node, exitsOf: (container: string) => Exits | null): boolean {
  if (node.kind === "catch") return node.event.type !== "link";
  if (node.kind === "eventBased") return true;
  return isActivity(node) && isWork(node) && (exitsOf(node.id)?.waits ?? true);
}

/**
 * A plan has no circles and so always ends; an ad-hoc container ends when people say so. Their steps stand for
 * themselves: only what is inside of them is looked at.
 */
function withoutFlow(scope: ScopeTree, exitsOf: (container: string) => Exits | null): ScopeProof {
  const { container } = scope;
  const begins = container?.kind === "plan" || container?.kind === "adHoc";
  const done: ProofMove[] = [];
  const errors = new Map<string, readonly ProofMove[]>();
  const escalations = new Map<string, readonly ProofMove[]>();
  const failures: WorkFailure[] = [];
  for (const node of inOrder(scope)) {
    if (!isActivity(node)) continue;
    if (isWork(node)) done.push(...doing(node, exitsOf(node.id)));
    const left = leavingActivity(scope, node, exitsOf(node.id));
    addFailures(failures, left.failures, []);
    for (const [code, moves] of left.errors) add(errors, code, moves);
    for (const [code, moves] of left.escalations) add(escalations, code, moves);
  }
  return {
    findings: [],
    dead: [],
    exits: {
      done: begins ? done : null,
      errors,
      failures,
      escalations,
      cancel: null,
      waits: true,
    },
    openings: new Map([...scope.children.keys()].map((id) => [id, []])),
    movesTo: () => [],
    complete: true,
    states: 0,
  };
}

function doing(node: Node, exits: Exits | null): readonly ProofMove[] {
  if (node.kind === "receiveTask") return [{ do: "message", node: node.id }];
  return exits?.done ?? exitsOfTask(node.id, false).done ?? [];
}

/** Nodes behind those that lead to them; what goes round in circles last. */
function inOrder(scope: ScopeTree): Node[] {
  const open = new Map([...scope.nodes.keys()].map((id) => [id, scope.incoming(id).length]));
  const ready = [...open.keys()].filter((id) => open.get(id) === 0);
  for (const id of ready) {
    for (const { target } of scope.outgoing(id)) {
      const left = (open.get(target) ?? 1) - 1;
      open.set(target, left);
      if (left === 0) ready.push(target);
    }
  }
  const all = new Set([...ready, ...scope.nodes.keys()]);
  return [...all].flatMap((id) => scope.nodes.get(id) ?? []);
}

function unexplored(scope: ScopeTree): ScopeProof {
  return {
    ...withoutFlow(scope, () => null),
    complete: false,
    exits: { ...withoutFlow(scope, () => null).exits, done: [] },
  };
}
