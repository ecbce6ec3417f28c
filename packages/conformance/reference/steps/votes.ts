import type { Game } from "../game/game.ts";
import type { Token } from "../game/state.ts";

export function castVote(game: Game, token: Token, by: string, vote: "approved" | "rejected"): void {
  token.votes[by] = vote;
  askRule(game, token);
}

/** The outcome falls as soon as it is certain. */
export function askRule(game: Game, token: Token): void {
  const node = game.flow.node(token.at);
  if (node.kind !== "approval") return;
  const all = Object.values(token.votes);
  const approved = all.filter((one) => one === "approved").length;
  const open = token.tasks.length;
  const people = all.length + open;
  const needed = node.rule.type === "any" ? 1 : node.rule.type === "all" ? people : node.rule.n;
  const certain =
    node.rule.type === "any"
      ? (all[0] ?? null)
      : approved >= needed
        ? "approved"
        : approved + open < needed
          ? "rejected"
          : null;
  if (certain === null) return;
  token.tasks = [];
  game.queue(token, { do: "complete", outcome: certain });
}
