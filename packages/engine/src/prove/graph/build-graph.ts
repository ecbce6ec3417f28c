import { type BoundaryEvent, type Edge, isActivity, type Node } from "@flowright/definition";
import type { ProofMove } from "../proof.ts";
import { type Exits, exitsOfTask, leftOver, movesTo } from "../scope/exits.ts";
import type { ScopeTree } from "../scope/scope-tree.ts";
import { isWork } from "../scope/work.ts";
import { complexNeed } from "./complex-need.ts";
import type { Content, Passage } from "./content.ts";
import { type ControlGraph, type ControlNode, connect, controlNode, disconnect } from "./control-graph.ts";
import { insideChoice } from "./inside-choice.ts";

/** What is known around a scope when its graph is built. */
export interface Surroundings {
  readonly exitsOf: (container: string) => Exits | null;
  /** The sets of edges that the data let a choice of several take; null where all sets are possible. */
  readonly setsOf: (choice: string) => readonly ReadonlySet<string>[] | null;
  /** Whether an error that this scope lets out is caught by something around it. */
  readonly errorsCaught: boolean;
  /** Whether an escalation of this code ends the scope that throws it. */
  readonly interruptedBy: (code: string) => boolean;
  /** The path of the scope, this one or one around it, that such an escalation keeps from ever being done. */
  readonly doomedBy: (code: string) => string | null;
}

/** The control graph of a scope; null where it does not begin, or is no flow of tokens (a plan, an ad-hoc container). */
export function buildGraph(scope: ScopeTree, around: Surroundings): ControlGraph | null {
  const starts = startsOf(scope);
  return starts.length === 0 ? null : new GraphBuilder(scope, around).build(starts);
}

/** Where a scope can begin: the process at any of its starts, a container at its first. */
function startsOf({ container, nodes }: ScopeTree): Node[] {
  if (container?.kind === "plan" || container?.kind === "adHoc") return [];
  const starts = [...nodes.values()].filter(({ kind }) => kind === "start");
  return container === null ? starts : starts.slice(0, 1);
}

class GraphBuilder {
  readonly #scope: ScopeTree;
  readonly #around: Surroundings;
  readonly #nodes = new Set<ControlNode>();
  readonly #sink = this.#add(controlNode("sink", null));
  readonly #entries = new Map<string, ControlNode>();
  readonly #links = new Map<string, string>();
  readonly #dooms = new Map<string, ControlNode>();

  constructor(scope: ScopeTree, around: Surroundings) {
    this.#scope = scope;
    this.#around = around;
    for (const { id, kind, ...node } of scope.nodes.values()) {
      const incoming = scope.incoming(id).length;
      this.#entries.set(
        id,
        this.#add(controlNode(entryType(kind, incoming), id, { ...complexOf(scope, id) })),
      );
      const event = "event" in node ? node.event : undefined;
      if (kind === "catch" && event?.type === "link" && !this.#links.has(event.name))
        this.#links.set(event.name, id);
    }
  }

  build(starts: readonly Node[]): ControlGraph {
    const begin = this.#add(controlNode("source", null));
    const choice = this.#add(controlNode("choice", null));
    const origin = connect(begin, choice, []);
    for (const start of starts) connect(choice, this.#entry(start.id), []);
    for (const node of this.#scope.nodes.values()) this.#draw(node);
    this.#awaitAll();
    const graph = { nodes: this.#nodes, origin };
    prune(graph);
    return graph;
  }

  /** A join waits for edges, too, that nothing ever comes by. */
  #awaitAll(): void {
    const never = controlNode("source", null);
    for (const [id, entry] of this.#entries) {
      if (!entry.type.endsWith("join")) continue;
      const drawn = new Set(entry.ins.flatMap((edge) => edge.drawn));
      for (const edge of this.#scope.incoming(id))
        if (!drawn.has(edge.id)) connect(never, entry, [], { drawn: [edge.id] });
    }
  }

  #add(node: ControlNode): ControlNode {
    this.#nodes.add(node);
    return node;
  }

  #entry(id: string): ControlNode {
    return this.#entries.get(id) ?? this.#sink;
  }

  #draw(node: Node): void {
    const entry = this.#entry(node.id);
    const outgoing = this.#scope.outgoing(node.id);
    switch (node.kind) {
      case "end":
        this.#end(node, entry);
        return;
      case "eventSubProcess":
        return;
      case "start": {
        const moves: ProofMove[] = this.#scope.container ? [] : [{ do: "start", node: node.id }];
        this.#leave(entry, [passage(node, { moves })], outgoing);
        return;
      }
      case "exclusive":
        this.#choose(node, entry, outgoing);
        return;
      case "inclusive":
      case "complex":
        this.#several(node, entry, outgoing);
        return;
      case "eventBased":
        this.#race(node, entry, outgoing);
        return;
      case "catch":
        this.#leave(entry, [catching(node)], outgoing);
        return;
      case "throw":
        this.#throw(node, entry, outgoing);
        return;
      default:
        if (isActivity(node)) this.#activity(node, entry, outgoing);
        else this.#leave(entry, [passage(node)], outgoing);
    }
  }

  /** By all edges; with none the token ends here. */
  #leave(from: ControlNode, content: Content, outgoing: readonly Edge[]): void {
    const [only] = outgoing;
    if (only === undefined) connect(from, this.#sink, content);
    else if (outgoing.length === 1) connect(from, this.#entry(only.target), content, { drawn: [only.id] });
    else {
      const fork = this.#add(controlNode("fork", from.owner));
      connect(from, fork, content);
      for (const { id, target } of outgoing) connect(fork, this.#entry(target), [], { drawn: [id] });
    }
  }

  #choose(node: Node, entry: ControlNode, outgoing: readonly Edge[]): void {
    if (outgoing.length < 2) {
      this.#leave(entry, [passage(node)], outgoing);
      return;
    }
    const choice = this.#add(controlNode("choice", node.id));
    connect(entry, choice, [passage(node)]);
    for (const { id, target } of outgoing)
      connect(choice, this.#entry(target), [taking(node, { do: "take", node: node.id, edges: [id] })], {
        drawn: [id],
      });
  }

  #several(node: Node, entry: ControlNode, outgoing: readonly Edge[]): void {
    const [only] = outgoing;
    if (!only || outgoing.length === 1) {
      this.#leave(entry, [passage(node)], outgoing);
      return;
    }
    const modeOf = ({ condition, default: rest }: Edge) =>
      rest === true ? "rest" : condition === undefined ? "always" : "open";
    const modes = new Set(outgoing.map(modeOf));
    if (modes.size === 1 && modes.has("always")) {
      this.#leave(entry, [passage(node)], outgoing);
      return;
    }
    const least = modes.has("always") || modes.has("rest") ? 0 : 1;
    const allowed = this.#around.setsOf(node.id);
    const several = this.#add(controlNode("several", node.id, { least, allowed }));
    connect(entry, several, [passage(node)]);
    for (const edge of outgoing)
      connect(several, this.#entry(edge.target), [], { mode: modeOf(edge), take: edge.id, drawn: [edge.id] });
  }

  #race(node: Node, entry: ControlNode, outgoing: readonly Edge[]): void {
    const choice = this.#add(controlNode(outgoing.length > 0 ? "choice" : "stuck", node.id));
    connect(entry, choice, [passage(node, { step: true, waits: true })]);
    for (const { target } of outgoing) {
      const event = this.#scope.nodes.get(target);
      if (!event) continue;
      const { moves } = catching(event);
      const after = this.#add(controlNode("merge", target));
      connect(choice, after, [taking(event, ...moves)]);
      this.#leave(after, [], this.#scope.outgoing(target));
    }
  }

  #throw(node: Extract<Node, { kind: "throw" }>, entry: ControlNode, outgoing: readonly Edge[]): void {
    const { event } = node;
    if (event.type === "link") {
      const caught = this.#links.get(event.name);
      if (caught === undefined) this.#leave(entry, [passage(node)], outgoing);
      else connect(entry, this.#entry(caught), [passage(node)]);
      return;
    }
    if (event.type === "escalation" && this.#around.interruptedBy(event.code)) {
      this.#halt(entry, [passage(node)], { kind: "escalation", code: event.code, suspicious: false });
      return;
    }
    const after = event.type === "escalation" ? this.#mayDoom(entry, event.code) : entry;
    this.#leave(after, [passage(node)], outgoing);
  }

  #mayDoom(from: ControlNode, code: string): ControlNode {
    const path = this.#around.doomedBy(code);
    return path === null ? from : this.#doomed(from, [], [path]);
  }

  /** Beside what follows it is kept that scopes cannot be done any more. */
  #doomed(from: ControlNode, content: Content, paths: readonly string[]): ControlNode {
    const fork = this.#add(controlNode("fork", from.owner));
    connect(from, fork, content);
    for (const path of paths) {
      const dooms = { path, own: path === this.#scope.path };
      const doom = this.#dooms.get(path) ?? this.#add(controlNode("doom", null, { dooms }));
      this.#dooms.set(path, doom);
      connect(fork, doom, []);
    }
    const after = this.#add(controlNode("merge", from.owner));
    connect(fork, after, []);
    return after;
  }

  #end(node: Extract<Node, { kind: "end" }>, entry: ControlNode): void {
    const { result } = node;
    const content = [passage(node, { end: true })];
    switch (result?.type) {
      case "terminate": {
        const suspicious = !insideChoice(this.#scope, node.id);
        this.#halt(entry, content, { kind: "terminate", suspicious });
        return;
      }
      case "error":
        this.#halt(entry, content, { kind: "error", code: result.code, suspicious: false });
        return;
      case "cancel":
        this.#halt(entry, content, { kind: "cancel", suspicious: false });
        return;
      case "escalation":
        if (this.#around.interruptedBy(result.code)) {
          this.#halt(entry, content, { kind: "escalation", code: result.code, suspicious: false });
          return;
        }
        connect(this.#mayDoom(entry, result.code), this.#sink, content);
        return;
    }
    connect(entry, this.#sink, content);
  }

  #halt(entry: ControlNode, content: Content, halt: NonNullable<ControlNode["halt"]>): void {
    connect(entry, this.#add(controlNode("halt", entry.owner, { halt })), content);
  }

  /** Joins that look around them wait for what is drawn, though no token ever comes that way. */
  #drawOn(last: ControlNode, outgoing: readonly Edge[]): void {
    for (const { id, target } of outgoing) connect(last, this.#entry(target), [], { drawn: [id] });
  }

  #activity(node: Extract<Node, { id: string }>, entry: ControlNode, outgoing: readonly Edge[]): void {
    const attached = this.#scope.boundaries.get(node.id) ?? [];
    const exits = this.#around.exitsOf(node.id) ?? exitsOfTask(node);
    const beside = attached.flatMap((event) =>
      interrupts(event) ? [] : this.#event(event, exits, attached),
    );
    const instead = attached.flatMap((event) =>
      interrupts(event) ? this.#event(event, exits, attached) : [],
    );
    const begin = beside.length > 0 ? this.#besides(entry, node, beside) : entry;
    const held = beside.length + instead.length > 0;
    const ways = waysOn(node, outgoing, exits, held);
    const { failures, errors } = leftOver(exits, attached);
    // An error that an end throws ends the case where nobody catches it; work does not fail without a reason.
    const throws = errors.size > 0 || (failures.length > 0 && this.#around.errorsCaught);
    const waits = isWork(node) ? exits.waits : held;
    const step = exits.overAtOnce !== true;
    const [only] = ways;
    if (ways.length === 1 && only && instead.length === 0) {
      const body = passage(node, { step, waits, moves: only.moves, throws });
      if (exits.dooms.length === 0) this.#leave(begin, [body], only.edges);
      else this.#leave(this.#doomed(begin, [body], exits.dooms), [], only.edges);
      return;
    }
    const body = [passage(node, { step, waits, throws })];
    if (ways.length === 0 && instead.length === 0) {
      // Its inside never comes to an end that lets the case go on; that is told there.
      const last =
        errors.size > 0
          ? controlNode("halt", begin.owner, { halt: { kind: "failed", suspicious: false } })
          : controlNode("stuck", node.id);
      connect(begin, this.#add(last), body);
      this.#drawOn(last, outgoing);
      return;
    }
    const choice = this.#add(controlNode("choice", node.id));
    connect(begin, choice, body);
    for (const { moves, edges } of ways) this.#option(choice, [taking(node, ...moves)], edges, exits.dooms);
    for (const { event, moves } of instead)
      this.#option(choice, [taking(event, ...moves)], this.#scope.outgoing(event.id));
  }

  #event(event: BoundaryEvent, exits: Exits, all: readonly BoundaryEvent[]) {
    const moves = movesTo(event, exits, all);
    return moves ? [{ event, moves }] : [];
  }

  #option(
    choice: ControlNode,
    content: Content,
    edges: readonly Edge[],
    dooms: readonly string[] = [],
  ): void {
    const after =
      dooms.length > 0 ? this.#doomed(choice, content, dooms) : this.#add(controlNode("merge", choice.owner));
    if (dooms.length === 0) connect(choice, after, content);
    this.#leave(after, [], edges);
  }

  /**
   * Events that do not interrupt: each happens at most once while the step is open. Whether it does is decided as the
   * step opens, which leads to the same places as deciding it later.
   */
  #besides(
    entry: ControlNode,
    node: Node,
    events: readonly { event: BoundaryEvent; moves: readonly ProofMove[] }[],
  ): ControlNode {
    const several = this.#add(controlNode("several", node.id, { least: 0, allowed: null }));
    connect(entry, several, []);
    const step = this.#add(controlNode("merge", node.id));
    connect(several, step, [], { mode: "always" });
    for (const { event, moves } of events) {
      const after = this.#add(controlNode("merge", event.id));
      connect(several, after, [taking(event, ...moves)], { mode: "open" });
      this.#leave(after, [], this.#scope.outgoing(event.id));
    }
    return step;
  }
}

function entryType(kind: Node["kind"], incoming: number): ControlNode["type"] {
  if (kind === "complex") return "complex-join";
  if (kind === "parallel" && incoming > 1) return "join";
  return kind === "inclusive" && incoming > 1 ? "inclusive-join" : "merge";
}

function complexOf(scope: ScopeTree, id: string): Partial<ControlNode> {
  const node = scope.nodes.get(id);
  return node?.kind === "complex" ? { complex: complexNeed(node) } : {};
}

function passage(node: Node, more: Partial<Passage> = {}): Passage {
  const plain = { step: false, end: false, throws: false, moves: [], waits: false };
  return { kind: "pass", node: node.id, ...plain, ...more };
}

/** The way that a choice went, on the edge that it took. */
function taking(node: Node, ...moves: readonly ProofMove[]): Passage {
  return passage(node, { moves });
}

function catching(node: Node): Passage {
  if (node.kind === "receiveTask")
    return passage(node, { step: true, waits: true, moves: [{ do: "message", node: node.id }] });
  if (node.kind !== "catch") return passage(node);
  if (node.event.type === "link") return passage(node);
  return passage(node, { step: true, waits: true, moves: [{ do: node.event.type, node: node.id }] });
}

function interrupts({ event, interrupting }: BoundaryEvent): boolean {
  return event.type === "error" || event.type === "cancel" || interrupting !== false;
}

interface Way {
  readonly moves: readonly ProofMove[];
  readonly edges: readonly Edge[];
}

/** The ways to be done with an activity. */
function waysOn(node: Node, outgoing: readonly Edge[], exits: Exits, held: boolean): Way[] {
  if (node.kind === "receiveTask") return [{ moves: [{ do: "message", node: node.id }], edges: outgoing }];
  // What is done at once is done by a move where an event may come before.
  if (!isWork(node)) return [{ moves: held ? (exits.done ?? []) : [], edges: outgoing }];
  if (node.kind !== "approval") return exits.done ? [{ moves: exits.done, edges: outgoing }] : [];
  if (outgoing.every(({ outcome }) => outcome === undefined))
    return [{ moves: [{ do: "complete", node: node.id, outcome: "approved" }], edges: outgoing }];
  return (["approved", "rejected"] as const).flatMap((outcome) => {
    const drawn = outgoing.filter((edge) => edge.outcome === outcome);
    const edges = drawn.length > 0 ? drawn : outgoing.filter((edge) => edge.outcome === undefined);
    return edges.length > 0 ? [{ moves: [{ do: "complete", node: node.id, outcome }], edges }] : [];
  });
}

/** What takes a token as it comes and awaits none. */
const OPEN: ReadonlySet<ControlNode["type"]> = new Set(["merge", "sink", "doom"]);

/** Takes out what no token comes to; a join keeps its edges from there, since it waits for them all the same. */
function prune(graph: ControlGraph): void {
  const reached = new Set([graph.origin.from]);
  const open = [graph.origin.from];
  for (let node = open.pop(); node; node = open.pop()) {
    for (const { to } of node.outs) {
      if (reached.has(to)) continue;
      reached.add(to);
      open.push(to);
    }
  }
  const never = controlNode("source", null);
  for (const node of [...graph.nodes]) {
    if (reached.has(node)) continue;
    graph.nodes.delete(node);
    for (const edge of [...node.outs]) {
      const waited = reached.has(edge.to) && !OPEN.has(edge.to.type);
      if (waited) edge.from = never;
      else disconnect(edge);
    }
  }
}
