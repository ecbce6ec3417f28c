import type { JsonObject } from "../contract/json.ts";
import { caseNames } from "../data/case-names.ts";
import type { Evaluated } from "../data/evaluate.ts";
import { mapToVariables } from "../data/map-values.ts";
import { viewFrom, write } from "../data/scope-data.ts";
import type { NodeProgram } from "../program/program.ts";
import { ROOT_SCOPE } from "../state/apply-event.ts";
import { decide } from "./decide/decide.ts";
import { finish, withdraw } from "./finish.ts";
import { follow, fork } from "./follow.ts";
import { raiseIncident } from "./incident.ts";
import { arrive } from "./join/arrive.ts";
import { beginInstances } from "./many/begin-instances.ts";
import { completeInstance } from "./many/complete-instance.ts";
import { isInstance } from "./many/instance-of.ts";
import { openNode } from "./open/open-node.ts";
import { atRest } from "./rest/at-rest.ts";
import { emit, nodeOf, placeOf, type Turn, type Work } from "./turn.ts";
import { undoNext } from "./undo/undo.ts";

/** Works off the queue until every token waits. Beyond the limit of moves, what is left waits as incidents. */
export function settle(turn: Turn): void {
  let done = 0;
  do done = workOff(turn, done);
  while (!hasEnded(turn) && atRest(turn));
  // A case that has ended goes on with nothing.
  if (hasEnded(turn)) withdrawRequest(turn);
}

function withdrawRequest({ effects }: Turn): void {
  const at = effects.findIndex(({ kind }) => kind === "turn.continue");
  if (at >= 0) effects.splice(at, 1);
}

function hasEnded({ draft }: Turn): boolean {
  return draft.status !== "active" && draft.status !== "suspended";
}

/** Works off the queue; `done` moves of the turn were made before. */
function workOff(turn: Turn, before: number): number {
  const { queue, limits } = turn;
  let done = before;
  for (let next = 0; next < queue.length; next++, done++) {
    const { token, move } = queue[next] as Work;
    // Cancelled by something that came before it in the queue.
    if (turn.draft.tokens[token] === undefined) continue;
    if (done < limits.steps) carryOut(turn, token, move);
    else
      raiseIncident(
        turn,
        placeOf(turn, token),
        { code: "limit.steps", params: { limit: limits.steps } },
        move,
      );
  }
  queue.length = 0;
  return done;
}

function carryOut(turn: Turn, token: number, move: Work["move"]): void {
  const place = placeOf(turn, token);
  const node = nodeOf(turn, place.node);
  switch (move.do) {
    case "open":
    case "body": {
      const opened = openNode(turn, token, node, move);
      if (!opened.ok) raiseIncident(turn, place, opened.failure, move);
      return;
    }
    case "complete":
      complete(turn, token, node, move);
      return;
    case "leave":
      leave(turn, token, node, move.event, move.outcome);
      return;
    case "fork":
      fork(turn, token, node, move.edges);
      return;
    case "arrive":
      arrive(turn, token, node, move.edge);
      return;
    case "finish":
      finish(turn, token, node, move.undone === true);
      return;
    case "withdraw":
      withdraw(turn, token);
      return;
    case "undo":
      undoNext(turn, token);
      return;
    case "instances":
      beginInstances(turn, token, node);
      return;
  }
}

/** A node's work is done: its results are written, then the token leaves it. */
function complete(
  turn: Turn,
  token: number,
  node: NodeProgram,
  move: Extract<Work["move"], { do: "complete" }>,
): void {
  const place = placeOf(turn, token);
  const { outcome } = move;
  const told = payloadOf(turn, node, place.scope, move.payload);
  if (!told.ok) {
    raiseIncident(turn, place, told.failure, move);
    return;
  }
  const payload = told.value;
  if (payload !== undefined && node.parts.output !== undefined) {
    const mapped = mapToVariables(turn, place.scope, node.parts.output, payload);
    if (!mapped.ok) {
      raiseIncident(turn, place, mapped.failure, move);
      return;
    }
    write(turn, mapped.value, place);
    // A start brings its payload here only where it could not be mapped before the case began.
    if (node.kind === "start" && place.scope === ROOT_SCOPE)
      emit(turn, { kind: "instance.named", v: 1, ...caseNames(turn, viewFrom(turn, ROOT_SCOPE).variables) });
  }
  const event = outcome === undefined ? "done" : `outcome.${outcome}`;
  leave(turn, token, node, event, outcome);
}

/** A node is left, or one of several instances of it is done. */
function leave(
  turn: Turn,
  token: number,
  node: NodeProgram,
  event: string,
  outcome: string | undefined,
): void {
  if (isInstance(turn, token)) completeInstance(turn, token, node, outcome);
  else follow(turn, placeOf(turn, token), node, event, { outcome });
}

/** A decision is made as its step completes, so that a retry decides anew. */
function payloadOf(
  turn: Turn,
  node: NodeProgram,
  scope: number,
  payload: JsonObject | undefined,
): Evaluated<JsonObject | undefined> {
  if (node.kind !== "businessRuleTask" || payload === undefined) return { ok: true, value: payload };
  const decided = decide(turn, node, viewFrom(turn, scope));
  return decided.ok ? { ok: true, value: { result: decided.value } } : decided;
}
