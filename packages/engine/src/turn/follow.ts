import type { JsonObject } from "../contract/json.ts";
import { evaluateCondition } from "../data/evaluate.ts";
import { viewFrom } from "../data/scope-data.ts";
import type { EdgeProgram, Movement, NodeProgram, ScopeProgram } from "../program/program.ts";
import { closeWaits } from "./close-waits.ts";
import { type Failure, raiseIncident } from "./incident.ts";
import { goBack } from "./return/return-to.ts";
import { emit, issue, type Place, placeOf, queue, type Turn } from "./turn.ts";
import { completionOf } from "./undo/completion.ts";

interface More {
  /** Outcome of the node that is left. */
  readonly outcome?: string | undefined;
  /** Present where the event that comes next has happened already: it completes with this payload at once. */
  readonly payload?: JsonObject | undefined;
}

/** Gives an event of its machine to a token at a node, and does what the machine says. */
export function follow(turn: Turn, at: Place, node: NodeProgram, event: string, more: More = {}): void {
  const back = turn.draft.tokens[at.token]?.j;
  if (back !== undefined && (event === "done" || event.startsWith("outcome."))) {
    closeWaits(turn, at.token, "step-completed");
    completed(turn, at, more.outcome, completionOf(turn, at.token, node));
    goBack(turn, at.token, back);
    return;
  }
  const guards = new Guards(turn, at.scope, node.scope);
  const movement = node.scope.machine.move(node, event, guards.holds);
  if (movement === null) {
    const { outcome } = more;
    const retry = { do: "leave", event, ...(outcome === undefined ? {} : { outcome }) } as const;
    raiseIncident(turn, at, { code: "loop.choices", params: {} }, retry);
    return;
  }
  carryOut(turn, at, movement, event, more);
  if (movement.at.kind !== "exclusive") return;
  const failure: Failure = guards.failure ?? { code: "choice.none-holds", params: {} };
  raiseIncident(turn, { ...at, node: movement.at.id }, failure, { do: "leave", event: "again" });
}

/** Answers the guards of choices from the variables, and stops at the first condition that fails. */
class Guards {
  failure: Failure | undefined;
  readonly #turn: Turn;
  readonly #scope: number;
  readonly #program: ScopeProgram;

  constructor(turn: Turn, scope: number, program: ScopeProgram) {
    this.#turn = turn;
    this.#scope = scope;
    this.#program = program;
  }

  readonly holds = (index: number): boolean => {
    if (this.failure !== undefined) return false;
    const condition = this.#program.edges[index]?.condition ?? null;
    if (condition === null) return true;
    const result = evaluateCondition(condition, viewFrom(this.#turn, this.#scope));
    if (result.ok) return result.value;
    this.failure = result.failure;
    return false;
  };
}

function carryOut(turn: Turn, at: Place, movement: Movement, event: string, more: More): void {
  const { token } = at;
  const { u } = turn.draft.tokens[token] ?? {};
  let came: EdgeProgram | undefined;
  for (const move of movement.moves) {
    const place = (node: NodeProgram): Place => ({ ...at, node: node.id });
    switch (move.kind) {
      case "close": {
        // One branch of several: the node was left before the first.
        if (event.startsWith("take.")) break;
        const interrupted = event.startsWith("boundary.");
        closeWaits(turn, token, interrupted ? "boundary-event" : "step-completed");
        if (interrupted) emit(turn, { kind: "node.cancelled", ...place(move.node) });
        else completed(turn, place(move.node), more.outcome, completionOf(turn, token, move.node));
        break;
      }
      case "take":
        came = move.edge;
        emit(turn, { kind: "edge.taken", ...place(move.edge.source), edge: move.edge.id });
        break;
      case "pass":
        emit(turn, { kind: "node.entered", ...place(move.node) });
        break;
      case "passed":
        completed(turn, place(move.node), undefined);
        break;
      case "jump":
        // What follows is the entry of the node that catches the link.
        break;
      case "open":
        emit(turn, { kind: "node.entered", ...place(move.node) });
        if (more.payload === undefined) queue(turn, token, { do: "open" });
        else queue(turn, token, { do: "complete", payload: more.payload });
        break;
      case "begin":
        // What undoes something goes on doing so by way of a boundary event.
        emit(turn, { kind: "node.entered", ...place(move.node), ...(u === undefined ? {} : { undoes: u }) });
        begin(turn, token, more.payload);
        break;
      case "split":
        emit(turn, { kind: "node.entered", ...place(move.node) });
        splitOrFinish(turn, place(move.node), move.node);
        break;
      case "arrive":
        queue(turn, token, { do: "arrive", edge: came?.id ?? "" });
        break;
      case "finish":
        emit(turn, { kind: "node.entered", ...place(move.node) });
        queue(turn, token, { do: "finish" });
        break;
      case "drain":
        queue(turn, token, { do: "finish" });
        break;
      case "fork":
        queue(turn, token, { do: "fork", edges: move.edges.map((edge) => edge.id) });
        break;
      case "stuck": {
        const failure = { code: "outcome.no-edge", params: { outcome: more.outcome ?? "" } } as const;
        raiseIncident(turn, place(move.node), failure, { do: "leave", event, outcome: more.outcome });
        break;
      }
      case "spawn":
        spawn(turn, at, move.node, more.payload);
        break;
    }
  }
}

function completed(turn: Turn, place: Place, outcome: string | undefined, undo = {}): void {
  emit(turn, { kind: "node.completed", ...place, ...(outcome === undefined ? {} : { outcome }), ...undo });
}

/** A gateway was entered that sends the token on: by all its edges, or by those whose conditions hold. */
export function splitOrFinish(turn: Turn, place: Place, node: NodeProgram): void {
  if (node.outgoing.length === 0) {
    queue(turn, place.token, { do: "finish" });
    return;
  }
  if (node.kind !== "parallel") {
    queue(turn, place.token, { do: "open" });
    return;
  }
  splitBy(turn, place, node.outgoing);
}

/** Leaves a gateway by several edges. */
export function splitBy(turn: Turn, place: Place, edges: readonly EdgeProgram[]): void {
  completed(turn, place, undefined);
  queue(turn, place.token, { do: "fork", edges: edges.map((edge) => edge.id) });
}

/** A boundary event that does not interrupt begins with a token of its own. */
function spawn(turn: Turn, host: Place, boundary: NodeProgram, payload: JsonObject | undefined): void {
  const token = issue(turn);
  const place = { ...host, node: boundary.id, token };
  emit(turn, { kind: "node.entered", ...place });
  if (turn.alive <= turn.limits.tokens) {
    begin(turn, token, payload);
    return;
  }
  const failure = { code: "limit.tokens", params: { limit: turn.limits.tokens } } as const;
  raiseIncident(turn, place, failure, { do: "complete", ...(payload === undefined ? {} : { payload }) });
}

function begin(turn: Turn, token: number, payload: JsonObject | undefined): void {
  queue(turn, token, { do: "complete", ...(payload === undefined ? {} : { payload }) });
}

/** Sends a token on by several edges: itself by the first, new tokens by the others. */
export function fork(turn: Turn, token: number, node: NodeProgram, edges: readonly string[]): void {
  const at = placeOf(turn, token, node.id);
  if (turn.alive + edges.length - 1 > turn.limits.tokens) {
    const failure = { code: "limit.tokens", params: { limit: turn.limits.tokens } } as const;
    raiseIncident(turn, at, failure, { do: "fork", edges });
    return;
  }
  for (const [index, edge] of edges.entries()) {
    const branch = index === 0 ? token : issue(turn);
    follow(turn, { ...at, token: branch }, node, `take.${edge}`);
  }
}
