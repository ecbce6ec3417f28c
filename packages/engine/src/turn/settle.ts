import { mapToVariables } from "../data/map-values.ts";
import { write } from "../data/scope-data.ts";
import type { NodeProgram } from "../program/program.ts";
import { finish, withdraw } from "./finish.ts";
import { follow, fork } from "./follow.ts";
import { raiseIncident } from "./incident.ts";
import { arrive } from "./join/arrive.ts";
import { openNode } from "./open/open-node.ts";
import { atRest } from "./rest/at-rest.ts";
import { nodeOf, placeOf, type Turn, type Work } from "./turn.ts";
import { undoNext } from "./undo/undo.ts";

/** Works off the queue until every token waits. Beyond the limit of moves, what is left waits as incidents. */
export function settle(turn: Turn): void {
  let done = 0;
  do done = workOff(turn, done);
  while (!hasEnded(turn) && atRest(turn));
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
      follow(turn, place, node, move.event, { outcome: move.outcome });
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
  const { outcome, payload } = move;
  if (payload !== undefined && node.parts.output !== undefined) {
    const mapped = mapToVariables(turn, place.scope, node.parts.output, payload);
    if (!mapped.ok) {
      raiseIncident(turn, place, mapped.failure, move);
      return;
    }
    write(turn, mapped.value, place);
  }
  const event = outcome === undefined ? "done" : `outcome.${outcome}`;
  follow(turn, place, node, event, { outcome });
}
