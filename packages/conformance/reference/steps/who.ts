import type { Node } from "@flowright/definition";
import { Failure } from "../game/failure.ts";
import type { Game } from "../game/game.ts";
import type { Scope, Task } from "../game/state.ts";

export function candidatesOf(
  game: Game,
  scope: Scope,
  who: Extract<Node, { kind: "userTask" }>["who"],
): { roles: string[]; people: string[] } {
  if (who.type === "role") return { roles: [who.role], people: [] };
  const people = peopleOf(game, scope, who);
  if (people.length === 0) throw new Failure("task.nobody");
  return { roles: [], people };
}

function peopleOf(game: Game, scope: Scope, who: Extract<Node, { kind: "userTask" }>["who"]): string[] {
  switch (who.type) {
    case "role":
      return [...game.membersOf(who.role)];
    case "people":
      return [...new Set(who.people)];
    case "initiator":
      return game.state.by === null ? [] : [game.state.by];
    default: {
      const value = game.data.json(game.state, scope, who.type === "field" ? who.field : who.value);
      const named = Array.isArray(value) ? value : [value];
      if (named.some((one) => one !== null && typeof one !== "string")) throw new Failure("task.nobody");
      return [...new Set(named.filter((one): one is string => typeof one === "string" && one !== ""))];
    }
  }
}

export function approvers(
  game: Game,
  scope: Scope,
  node: Extract<Node, { kind: "approval" }>,
): Omit<Task, "id" | "type">[] {
  if (node.rule.type === "any") {
    const { roles, people } = candidatesOf(game, scope, node.who);
    return [
      { assignee: roles.length === 0 && people.length === 1 ? (people[0] ?? null) : null, roles, people },
    ];
  }
  const people = peopleOf(game, scope, node.who);
  if (people.length === 0) throw new Failure("task.nobody");
  if (node.rule.type === "nOfM" && people.length < node.rule.n) throw new Failure("approval.too-few");
  return people.map((person) => ({ assignee: person, roles: [], people: [person] }));
}

export function newTask(
  game: Game,
  type: Task["type"],
  assignee: string | null,
  roles: readonly string[],
  people: readonly string[],
): Task {
  return { id: game.id(), type, assignee, roles, people };
}
