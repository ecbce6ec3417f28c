import type { ActivityNode, Node } from "@flowright/definition";
import { isActivity } from "@flowright/definition";
import type { Game } from "../game/game.ts";
import type { Token } from "../game/state.ts";
import { escalate } from "../steps/catch.ts";
import { eventOf, listen } from "../steps/listen.ts";
import { beginRepetition, isRepeated, refuseNobody } from "../steps/repeat.ts";
import { prepareSending, textToTell } from "../steps/tell.ts";
import { beginUndo } from "../steps/undo.ts";
import { prepareTask } from "./prepare-task.ts";
import { reachEnd } from "./reach-end.ts";

/** What a node needs is worked out before anything of it opens. */
export function openNode(game: Game, token: Token): void {
  const node = game.flow.node(token.at);
  if (isActivity(node)) {
    openActivity(game, token, node);
    return;
  }
  switch (node.kind) {
    case "catch":
      listen(game, token, [{ id: node.id, event: node.event }]);
      return;
    case "eventBased": {
      const events = game.flow
        .outgoing(node.id)
        .map(({ target }) => ({ id: target, event: eventOf(game, target) }));
      listen(game, token, events);
      return;
    }
    case "throw":
      throwEvent(game, token, node);
      return;
    case "end":
      reachEnd(game, token, node);
      return;
    default:
      game.queue(token, { do: "complete" });
      return;
  }
}

function openActivity(game: Game, token: Token, node: ActivityNode): void {
  refuseNobody(game, token, node);
  const body = isRepeated(game, token, node)
    ? { do: () => beginRepetition(game, token, node) }
    : prepareTask(game, token, node);
  const boundaries = game.scope(token.scope).instance === null ? game.flow.boundaries(node.id) : [];
  listen(
    game,
    token,
    boundaries.map((boundary) => ({ id: boundary.id, event: boundary.event })),
  );
  body.do();
}

export function openBody(game: Game, token: Token): void {
  const node = game.flow.node(token.at) as ActivityNode;
  if (isRepeated(game, token, node)) beginRepetition(game, token, node);
  else prepareTask(game, token, node).do();
}

function throwEvent(game: Game, token: Token, node: Extract<Node, { kind: "throw" }>): void {
  const scope = game.scope(token.scope);
  const { event } = node;
  if (event.type === "message") prepareSending(game, scope, "message", event.message)();
  if (event.type === "signal") prepareSending(game, scope, "signal", event.signal)();
  if (event.type === "compensation") {
    beginUndo(game, token, event.activity ?? null);
    return;
  }
  if (event.type === "escalation" && escalate(game, token, event.code, textToTell(game, scope, event)))
    return;
  game.queue(token, { do: "leave" });
}
