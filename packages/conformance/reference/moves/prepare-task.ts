import type { ActivityNode, Node } from "@flowright/definition";
import type { Game } from "../game/game.ts";
import type { Scope, Token } from "../game/state.ts";
import { firstDue } from "../game/timers.ts";
import { openContainer } from "../steps/containers.ts";
import { keyOf, subscriptionTo } from "../steps/listen.ts";
import { prepareSending } from "../steps/tell.ts";
import { approvers, candidatesOf, newTask } from "../steps/who.ts";

/** Works out what a task needs; gives what then opens it. */
export function prepareTask(game: Game, token: Token, node: ActivityNode): { do: () => void } {
  const scope = game.scope(token.scope);
  switch (node.kind) {
    case "userTask": {
      const { roles, people } = candidatesOf(game, scope, node.who);
      checkDeadline(game, scope, node);
      const assignee = roles.length === 0 && people.length === 1 ? (people[0] ?? null) : null;
      return { do: () => token.tasks.push(newTask(game, "work", assignee, roles, people)) };
    }
    case "approval": {
      const tasks = approvers(game, scope, node);
      checkDeadline(game, scope, node);
      return {
        do: () => {
          token.votes = {};
          token.tasks = tasks.map(({ assignee, roles, people }) =>
            newTask(game, "approval", assignee, roles, people),
          );
        },
      };
    }
    case "serviceTask":
      return openingJob(game, token, JSON.stringify(game.data.parameters(game.state, scope, node.input)));
    case "callActivity":
      game.data.parameters(game.state, scope, node.input);
      if (node.businessKey !== undefined) game.data.value(game.state, scope, node.businessKey);
      return {
        do: () => {
          token.call = game.id();
        },
      };
    case "receiveTask": {
      const event = { type: "message" as const, message: node.message };
      const key = keyOf(game, scope, node.message);
      return { do: () => token.subs.push(subscriptionTo(game, node.id, event, key)) };
    }
    case "sendTask": {
      const send = prepareSending(game, scope, "message", node.message);
      return {
        do: () => {
          send();
          game.queue(token, { do: "complete" });
        },
      };
    }
    case "scriptTask":
      return { do: () => game.attempt(token, { do: "assign" }) };
    case "manualTask":
    case "businessRuleTask":
      return { do: () => game.queue(token, { do: "complete" }) };
    default:
      return { do: () => openContainer(game, token, node) };
  }
}

/** What was asked before in the same words is asked under its number again. */
function openingJob(game: Game, token: Token, input: string): { do: () => void } {
  return {
    do: () => {
      const id = token.lastJob?.input === input ? token.lastJob.id : game.id();
      token.job = id;
      token.lastJob = { id, input };
    },
  };
}

function checkDeadline(
  game: Game,
  scope: Scope,
  { deadline }: Extract<Node, { kind: "userTask" | "approval" }>,
): void {
  if (deadline?.type === "duration") {
    firstDue({ type: "timer", duration: deadline.duration }, game.state.now, (source) =>
      game.data.json(game.state, scope, source),
    );
  }
}
