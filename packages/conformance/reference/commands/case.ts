import type { Node } from "@flowright/definition";
import type { Game, Happening } from "../game/game.ts";
import type { Values } from "../game/state.ts";
import { settle } from "../moves/settle.ts";
import { endCase } from "../steps/end.ts";
import { openScope } from "../steps/listen.ts";

export function startCase(
  game: Game,
  variables: Values,
  startNode: string | null,
  happening: Happening = {},
): void {
  const start =
    startNode === null
      ? game.flow.place("").nodes.find((node) => node.kind === "start" && isPlain(node))
      : game.flow.node(startNode);
  if (start?.kind !== "start") throw new Error("There is no start");
  const scope = openScope(game, "", null, { ...game.data.defaults(""), ...variables });
  const token = game.newToken(scope, start.id);
  game.queue(token, { do: "complete", ...happening });
  settle(game);
}

export function retryIncident(game: Game, tokenId: number): void {
  const token = game.token(tokenId);
  const { incident } = token;
  if (incident === null) throw new Error("There is no incident");
  token.incident = null;
  game.queue(token, incident.retry);
  settle(game);
}

export function setVariables(game: Game, values: Values): void {
  const root = [...game.state.scopes.values()].find(({ parent }) => parent === null);
  if (root) Object.assign(root.vars, structuredClone(values));
  settle(game);
}

export function suspendCase(game: Game): void {
  game.state.status = "suspended";
}

export function resumeCase(game: Game): void {
  game.state.status = "active";
}

export function cancelCase(game: Game): void {
  endCase(game, "cancelled");
}

function isPlain(node: Extract<Node, { kind: "start" }>): boolean {
  return node.trigger === undefined || node.trigger.type === "none";
}
