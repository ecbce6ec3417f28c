import type { Mapping, Node } from "@flowright/definition";
import { decide } from "../game/decision.ts";
import type { Game, Happening } from "../game/game.ts";
import type { Move, Token } from "../game/state.ts";

export function completeNode(
  game: Game,
  token: Token,
  { outcome, payload, caught }: Extract<Move, { do: "complete" }> & Happening,
): void {
  const node = game.flow.node(token.at);
  const scope = game.scope(token.scope);
  if (caught) writeCaught(game, token, node, caught);
  const result = node.kind === "businessRuleTask" ? decide(game.data, game.state, scope, node) : undefined;
  if (result !== undefined) game.data.map(game.state, scope, outputOf(node), { result });
  else game.data.map(game.state, scope, payload || node.kind === "userTask" ? outputOf(node) : [], payload);
  if (node.kind === "approval" && node.resultVariable !== undefined && outcome !== undefined) {
    game.data.write(game.state, scope, node.resultVariable.split("."), outcome);
  }
  // What is written is not written again where the rest fails.
  const leave = { do: "leave", ...(outcome === undefined ? {} : { outcome }) } as const;
  const around = game.flow.place(scope.of).container?.kind;
  const isLast = game.flow.outgoing(node.id).length === 0;
  if (scope.instance !== null) game.attempt(token, { do: "count", outcome: outcome ?? null });
  // These end or are asked whether they have enough when the token ends, and others may write before.
  else if (around === "plan" || (isLast && around === "adHoc")) game.queue(token, leave);
  else game.attempt(token, leave);
}

function writeCaught(game: Game, token: Token, node: Node, caught: { code: string; message: string }): void {
  const event = node.kind === "boundary" ? node.event : node.kind === "start" ? node.trigger : undefined;
  if (event === undefined || !("variable" in event) || event.variable === undefined) return;
  game.data.write(game.state, game.scope(token.scope), event.variable.split("."), { ...caught });
}

function outputOf(node: Node): readonly Mapping[] {
  if (node.kind === "receiveTask") return node.message.output ?? [];
  if (node.kind === "start") return eventOutput(node.trigger);
  if (node.kind === "catch" || node.kind === "boundary") return eventOutput(node.event);
  if (node.kind === "userTask" || node.kind === "serviceTask") return node.output ?? [];
  if (node.kind === "callActivity" || node.kind === "businessRuleTask") return node.output ?? [];
  return [];
}

function eventOutput(event: object | undefined): readonly Mapping[] {
  const { message, signal } = (event ?? {}) as Partial<Record<"message" | "signal", { output?: Mapping[] }>>;
  return (message ?? signal)?.output ?? [];
}
