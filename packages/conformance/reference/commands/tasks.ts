import type { Game } from "../game/game.ts";
import type { Values } from "../game/state.ts";
import { settle } from "../moves/settle.ts";
import { askRule, castVote } from "../steps/votes.ts";
import { newTask } from "../steps/who.ts";

export function completeTask(
  game: Game,
  tokenId: number,
  taskId: number,
  by: string,
  data: Values,
  outcome?: string,
): void {
  const token = game.token(tokenId);
  const scope = game.scope(token.scope);
  const task = token.tasks.find(({ id }) => id === taskId);
  if (task === undefined) throw new Error("The task is not open");
  for (const [name, value] of Object.entries(data)) game.data.write(game.state, scope, [name], value ?? null);
  token.tasks = token.tasks.filter((other) => other !== task);
  const node = game.flow.node(token.at);
  if (task.type === "revision") game.queue(token, { do: "body" });
  else if (node.kind === "approval")
    castVote(game, token, by, outcome === "approved" ? "approved" : "rejected");
  else game.queue(token, { do: "complete" });
  settle(game);
}

/** Someone takes a task, gives it back (null), or hands it over. */
export function assignTask(game: Game, tokenId: number, taskId: number, to: string | null): void {
  const task = game.token(tokenId).tasks.find(({ id }) => id === taskId);
  if (task) task.assignee = to;
}

const ANYBODY = ["dan", "bob", "cai"];

/** To whom a task may be handed over, and whether it may be given back. Nobody decides twice. */
export function handingOver(
  game: Game,
  tokenId: number,
  taskId: number,
): { readonly heirs: readonly string[]; readonly releasable: boolean } {
  const { votes, tasks } = game.token(tokenId);
  const task = tasks.find(({ id }) => id === taskId);
  if (task === undefined) return { heirs: [], releasable: false };
  const others = tasks.filter((other) => other !== task).map(({ assignee }) => assignee);
  const asked = [...Object.keys(votes), ...others];
  const shared = task.roles.length > 0 || task.people.length > 1;
  return {
    heirs: ANYBODY.filter((person) => !asked.includes(person)),
    releasable: task.assignee !== null && shared,
  };
}

/** Back to the initiator, who revises; decisions so far are void. */
export function returnToInitiator(game: Game, tokenId: number): void {
  const token = game.token(tokenId);
  token.votes = {};
  const { by } = game.state;
  token.tasks = [newTask(game, "revision", by, [], by === null ? [] : [by])];
  settle(game);
}

/** One more person is asked for a decision. */
export function askAlso(game: Game, tokenId: number, person: string): void {
  const token = game.token(tokenId);
  token.tasks.push(newTask(game, "approval", person, [], [person]));
  askRule(game, token);
  settle(game);
}

/** One who has not decided is no longer asked. */
export function askNoMore(game: Game, tokenId: number, taskId: number): void {
  const token = game.token(tokenId);
  token.tasks = token.tasks.filter(({ id }) => id !== taskId);
  askRule(game, token);
  settle(game);
}

/** Whether one more person may be asked, and whether one of those who have not decided may not be any more. */
export function askingAt(
  game: Game,
  tokenId: number,
  person: string,
): { readonly more: boolean; readonly fewer: boolean } {
  const { at, votes, tasks } = game.token(tokenId);
  const node = game.flow.node(at);
  if (node.kind !== "approval" || node.rule.type === "any") return { more: false, fewer: false };
  const asked = [...Object.keys(votes), ...tasks.map(({ assignee }) => assignee)];
  const least = node.rule.type === "nOfM" ? node.rule.n : 1;
  return { more: !asked.includes(person), fewer: asked.length > least };
}
