import {
  type CaseData,
  type ComplexGateway,
  type ContainerNode,
  type Edge,
  isContainer,
  type Node,
  type Timer,
  type WorkflowDefinition,
} from "@flowright/definition";
import { complexNeed } from "../graph/complex-need.ts";
import type { ProofMove } from "../proof.ts";

type Content = Pick<WorkflowDefinition, "nodes" | "edges">;
type Message = Extract<Extract<Node, { kind: "catch" }>["event"], { type: "message" }>;

const PLAYER: Extract<Node, { kind: "userTask" }>["who"] = { type: "people", people: ["player"] };

/**
 * A copy of a definition that goes the way that moves ask for: each choice reads the edges to take from a list that it
 * uses up, whatever would read data is left out or waits for a message, and the case begins at the start that is played.
 * `slowly`: tokens stop before each gateway and end, and at each step that is done at once, until they are let on.
 */
export function steeredDefinition(
  definition: WorkflowDefinition,
  moves: readonly ProofMove[],
  { slowly = false } = {},
): WorkflowDefinition {
  const { schema, id, name } = definition;
  const first = moves.find((move) => move.do === "start")?.node ?? null;
  const steering = new Steering(moves, slowly);
  const { nodes, edges } = steering.content(definition, first, null);
  return { schema, id, name, nodes, edges, variables: { type: "object", properties: steering.variables } };
}

class Steering {
  readonly variables: CaseData["properties"] = { steered: { type: "boolean" } };
  readonly #takes = new Map<string, (readonly string[])[]>();

  readonly #slowly: boolean;

  constructor(moves: readonly ProofMove[], slowly: boolean) {
    this.#slowly = slowly;
    for (const move of moves) {
      if (move.do !== "take") continue;
      const takes = this.#takes.get(move.node) ?? [];
      this.#takes.set(move.node, [...takes, move.edges]);
    }
  }

  content(content: Content, first: string | null, container: Node["kind"] | null): Content {
    const nodes: Node[] = [];
    const edges: Edge[] = [];
    const choices = new Map<string, string>();
    for (const node of content.nodes) {
      const outgoing = content.edges.filter(({ source }) => source === node.id);
      // A choice that leads nowhere is where the case ends.
      if (chooses(node) && outgoing.length === 0) nodes.push({ id: node.id, kind: "end" });
      else
        nodes.push(this.#isHeld(node, content) ? held(node) : this.#plain(node, first, container, content));
      if (!chooses(node) || outgoing.length < 2) continue;
      const splits = this.#split(node, outgoing);
      nodes.push(...splits.nodes);
      edges.push(...splits.edges);
      choices.set(node.id, splits.condition);
    }
    for (const { id, source, target, outcome } of content.edges) {
      const list = choices.get(source);
      const kept = { id, target, ...(outcome === undefined ? {} : { outcome }) };
      if (list === undefined) edges.push({ ...kept, source });
      else edges.push({ ...kept, source: `${source}.way`, condition: `list contains(${list}, "${id}")` });
    }
    return this.#slowly && container !== "plan" ? withStops({ nodes, edges }, content) : { nodes, edges };
  }

  /** Whether a step that is done at once carries events that may come before: it is held until it is told to go on. */
  #isHeld({ id, kind }: Node, content: Content): boolean {
    return AT_ONCE.has(kind) && (this.#slowly || carriesEvents(id, content));
  }

  /** Behind a choice: a script that reads what to take, and a choice that takes it. */
  #split(node: Node, outgoing: readonly Edge[]) {
    const number = Object.keys(this.variables).length;
    const [list, now] = [`takes${number}`, `take${number}`];
    const texts = { type: "array", items: { type: "string" } } as const;
    this.variables[list] = { type: "array", items: texts, default: this.#takes.get(node.id) ?? [] };
    this.variables[now] = texts;
    const otherwise = `["${outgoing[0]?.id ?? ""}"]`;
    const steer: Node = {
      id: `${node.id}.steer`,
      kind: "scriptTask",
      assignments: [
        { target: now, value: `if count(${list}) > 0 then ${list}[1] else ${otherwise}` },
        { target: list, value: `if count(${list}) > 0 then remove(${list}, 1) else ${list}` },
      ],
    };
    const way: Node = { id: `${node.id}.way`, kind: node.kind === "exclusive" ? "exclusive" : "inclusive" };
    const edges: Edge[] = [
      { id: `${node.id}.to-steer`, source: node.id, target: steer.id },
      { id: `${node.id}.to-way`, source: steer.id, target: way.id },
    ];
    return { nodes: [steer, way], edges, condition: now };
  }

  /** A node without anything that reads data. */
  #plain(node: Node, first: string | null, container: Node["kind"] | null, content: Content): Node {
    const { id } = node;
    if (isContainer(node)) return this.#container(node, first, content);
    switch (node.kind) {
      case "start":
        return startOf(node, first, container);
      case "userTask":
        return held(node);
      case "approval": {
        const asked = { who: PLAYER, rule: { type: "any" }, reasonRequired: "never" } as const;
        return { id, kind: "approval", ...asked, ...optional(node) };
      }
      case "serviceTask":
        return { id, kind: "serviceTask", jobType: "played", ...optional(node) };
      case "scriptTask":
        return {
          id,
          kind: "scriptTask",
          assignments: [{ target: "steered", value: "true" }],
          ...optional(node),
        };
      case "businessRuleTask":
      case "sendTask":
        return { id, kind: "manualTask", ...optional(node) };
      case "manualTask":
        return { id, kind: "manualTask", ...optional(node) };
      case "receiveTask":
        return { id, kind: "receiveTask", message: { name: id }, ...optional(node) };
      case "callActivity":
        return { id, kind: "callActivity", process: node.process, ...optional(node) };
      case "catch":
        return {
          id,
          kind: "catch",
          event: node.event.type === "link" ? node.event : waitOf(node.event.type, id),
        };
      case "throw":
        return { id, kind: "throw", event: thrownBy(node) };
      case "end":
        return { id, kind: "end", ...(node.result ? { result: resultOf(node.result) } : {}) };
      case "boundary": {
        const { attachedTo, event, interrupting } = node;
        const beside = interrupting === undefined ? {} : { interrupting };
        return { id, kind: "boundary", attachedTo, event: boundaryEvent(event, id), ...beside };
      }
      case "complex":
        return { id, kind: "complex", need: this.#need(node), ...(node.rest ? { rest: node.rest } : {}) };
      default:
        return { ...node };
    }
  }

  /** A condition on the case data is left to hold when all have come; or as whoever comes there is told to say. */
  #need({ id, need }: ComplexGateway): ComplexGateway["need"] {
    if (need.type === "count" || complexNeed({ id, kind: "complex", need }).met(1, 1) !== null) return need;
    if (!this.#slowly) return { type: "condition", condition: "arrived = awaited" };
    this.variables[EARLY] = { type: "boolean", default: false };
    return { type: "condition", condition: `arrived = awaited or ${EARLY}` };
  }

  #container(node: ContainerNode, first: string | null, content: Content): Node {
    const { id } = node;
    const inner = this.content(holding(node, content) ? withHold(node) : node, first, node.kind);
    if (node.kind === "eventSubProcess") return { id, kind: "eventSubProcess", ...inner };
    if (node.kind !== "adHoc") return { id, kind: node.kind, ...inner, ...optional(node) };
    const { ordering, start, cancelRemaining } = node;
    return {
      id,
      kind: "adHoc",
      ...inner,
      ...optional(node),
      ...(ordering === undefined ? {} : { ordering }),
      ...(start === undefined ? {} : { start }),
      ...(cancelRemaining === undefined ? {} : { cancelRemaining }),
    };
  }
}

function chooses({ kind }: Node): boolean {
  return kind === "exclusive" || kind === "inclusive" || kind === "complex";
}

/** Steps at which no case waits. */
export const AT_ONCE: ReadonlySet<Node["kind"]> = new Set([
  "scriptTask",
  "manualTask",
  "businessRuleTask",
  "sendTask",
]);

function carriesEvents(id: string, { nodes }: Content): boolean {
  return nodes.some((node) => node.kind === "boundary" && node.attachedTo === id && happens(node.event.type));
}

/** What the player completes to let a block go on in which nothing else waits. */
export const HOLD = ".hold";
/** What it completes to let a token go on along a line. */
const STOP = ".stop";

/** Field by which the player says whether a condition on the case data holds as a token comes to a complex gateway. */
export const EARLY = "early";

/** Whether a node is one of those at which the player lets tokens on. */
export function isStop(node: string): boolean {
  return node.endsWith(STOP) || node.endsWith(HOLD);
}

const STOPPED_BEFORE: ReadonlySet<Node["kind"]> = new Set([
  "exclusive",
  "parallel",
  "inclusive",
  "complex",
  "end",
  "throw",
]);

/** A task on each line of the drawing that leads to what nobody waits at. */
function withStops({ nodes, edges }: Content, { nodes: drawn, edges: lines }: Content): Content {
  const kinds = new Map(drawn.map(({ id, kind }) => [id, kind]));
  const own = new Set(lines.map(({ id }) => id));
  const stops: Node[] = [];
  const parts = edges.flatMap((edge): Edge[] => {
    const kind = kinds.get(edge.target);
    if (!own.has(edge.id) || kind === undefined || !STOPPED_BEFORE.has(kind)) return [edge];
    const stop = held({ id: `${edge.id}${STOP}`, kind: "manualTask" });
    stops.push(stop);
    return [
      { ...edge, target: stop.id },
      { id: `${edge.id}.on`, source: stop.id, target: edge.target },
    ];
  });
  return { nodes: [...nodes, ...stops], edges: parts };
}

const PASSED: ReadonlySet<Node["kind"]> = new Set([
  ...AT_ONCE,
  "start",
  "end",
  "throw",
  "boundary",
  "exclusive",
  "parallel",
  "inclusive",
  "complex",
  "eventSubProcess",
]);

function holding(node: ContainerNode, content: Content): boolean {
  return (
    (node.kind === "subProcess" || node.kind === "transaction") &&
    carriesEvents(node.id, content) &&
    passes(node)
  );
}

function passes({ nodes }: Content): boolean {
  return nodes.every((node) =>
    isContainer(node) && node.kind !== "eventSubProcess"
      ? (node.kind === "subProcess" || node.kind === "transaction") && passes(node)
      : PASSED.has(node.kind),
  );
}

/** A task between the start of a block and what follows. */
function withHold({ id, nodes, edges }: ContainerNode): Content {
  const start = nodes.find(({ kind }) => kind === "start");
  if (!start) return { nodes, edges };
  const hold = held({ id: `${id}${HOLD}`, kind: "manualTask" });
  return {
    nodes: [...nodes, hold],
    edges: [
      { id: `${id}.to-hold`, source: start.id, target: hold.id },
      ...edges.map((edge) => (edge.source === start.id ? { ...edge, source: hold.id } : edge)),
    ],
  };
}

function happens(event: string): boolean {
  return event === "timer" || event === "message" || event === "signal" || event === "condition";
}

function held(node: Node): Node {
  return { id: node.id, kind: "userTask", who: PLAYER, ...("optional" in node ? optional(node) : {}) };
}

function optional(node: { readonly optional?: boolean }): { readonly optional?: boolean } {
  return node.optional === undefined ? {} : { optional: node.optional };
}

function startOf(
  node: Extract<Node, { kind: "start" }>,
  first: string | null,
  container: Node["kind"] | null,
): Node {
  const { id, trigger, interrupting } = node;
  if (container === null) {
    // Of several starts the one that is played begins by hand.
    const other: Message = { type: "message", message: { name: id } };
    return { id, kind: "start", trigger: first === null || first === id ? { type: "none" } : other };
  }
  if (container !== "eventSubProcess" || !trigger) return { id, kind: "start" };
  const beside = interrupting === undefined ? {} : { interrupting };
  const caught = trigger.type === "error" || trigger.type === "escalation";
  if (caught) return { id, kind: "start", trigger: withoutVariable(trigger), ...beside };
  if (trigger.type === "compensation" || trigger.type === "none")
    return { id, kind: "start", trigger, ...beside };
  return { id, kind: "start", trigger: waitOf(trigger.type, id), ...beside };
}

/** What is waited for: a timer, else a message of its own. */
function waitOf(type: string, id: string): Timer | Message {
  return type === "timer" ? { type: "timer", duration: "PT1H" } : { type: "message", message: { name: id } };
}

function withoutVariable<T extends "error" | "escalation">({ type, code }: { type: T; code?: string }) {
  return { type, ...(code === undefined ? {} : { code }) };
}

type Boundary = Extract<Node, { kind: "boundary" }>["event"];

function boundaryEvent(event: Boundary, id: string): Boundary {
  if (event.type === "error" || event.type === "escalation") return withoutVariable(event);
  return event.type === "compensation" || event.type === "cancel" ? event : waitOf(event.type, id);
}

type Thrown = Extract<Node, { kind: "throw" }>["event"];
type Result = NonNullable<Extract<Node, { kind: "end" }>["result"]>;

function thrownBy({ event }: Extract<Node, { kind: "throw" }>): Thrown {
  if (event.type === "escalation") return { type: event.type, code: event.code };
  return event.type === "message" || event.type === "signal" ? { type: "none" } : event;
}

function resultOf(result: Result): Result {
  if (result.type === "error" || result.type === "escalation")
    return { type: result.type, code: result.code };
  return result.type === "message" || result.type === "signal" ? { type: "none" } : result;
}
