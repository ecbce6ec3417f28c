import {
  cancelCase,
  resumeCase,
  retryIncident,
  setVariables,
  startCase,
  suspendCase,
} from "../commands/case.ts";
import { addInstances, finishAdHoc, removeInstance, startInAdHoc } from "../commands/casework.ts";
import { modify } from "../commands/modify.ts";
import {
  completeCall,
  completeJob,
  deliverEvent,
  escalateCall,
  failCall,
  failJob,
  fireTimer,
} from "../commands/outside.ts";
import { beginAddedStep } from "../commands/plan.ts";
import { returnTo } from "../commands/return.ts";
import { askAlso, askNoMore, assignTask, completeTask, returnToInitiator } from "../commands/tasks.ts";
import type { Game } from "../game/game.ts";
import type { Action, AtWait, Casework } from "./action.ts";
import { pathIn, waitOf } from "./held-waits.ts";

const STATUS = { suspend: suspendCase, resume: resumeCase, cancel: cancelCase };

/** Makes an action a command. `redrawn` gives the game once more, with what was added to plans. */
export function play(game: Game, action: Action, redrawn: () => Game): void {
  switch (action.do) {
    case "start": {
      const payload =
        action.type === "message" || action.type === "signal" ? { [action.type]: { a: 1 } } : {};
      startCase(game, structuredClone(action.variables), action.node, { payload });
      return;
    }
    case "set":
      setVariables(game, action.variables);
      return;
    case "suspend":
    case "resume":
    case "cancel":
      STATUS[action.do](game);
      return;
    default:
      if ("path" in action) casework(game, action, redrawn);
      else answer(game, action);
  }
}

function casework(game: Game, action: Casework, redrawn: () => Game): void {
  const scopes = [...game.state.scopes.values()];
  const scope = scopes.find(({ id, instance }) => pathIn(game, id) === action.path && instance === null);
  if (scope === undefined) throw new Error(`There is no ${action.path}`);
  if (action.do === "begin") startInAdHoc(game, scope.id, action.node);
  else if (action.do === "end") finishAdHoc(game, scope.id);
  else if (action.do === "plan") {
    const { node, after, before } = action;
    const step = { plan: scope.of, node, after, before };
    game.state.added.push(step);
    beginAddedStep(redrawn(), step);
  } else if (action.do === "modify") modify(game, scope.id, action);
  else {
    const token = [...game.state.tokens.values()].find(
      (one) => one.scope === scope.id && one.at === action.node && one.repetition !== null,
    );
    if (action.do === "add") addInstances(game, token?.id ?? -1, action.items);
    else removeInstance(game, token?.id ?? -1, action.index);
  }
}

function answer(game: Game, action: AtWait): void {
  const wait = waitOf(game, action.key, action.nth);
  const token = wait.place.token ?? -1;
  const message = "no answer";
  switch (action.do) {
    case "complete":
      completeTask(game, token, wait.id, action.by, action.data, action.outcome ?? undefined);
      return;
    case "claim":
      assignTask(game, token, wait.id, action.by);
      return;
    case "release":
      assignTask(game, token, wait.id, null);
      return;
    case "transfer":
      assignTask(game, token, wait.id, action.to);
      return;
    case "ask":
      askAlso(game, token, action.person);
      return;
    case "unask":
      askNoMore(game, token, wait.id);
      return;
    case "return":
      returnTo(game, token, action.to, action.way);
      return;
    case "revise":
      returnToInitiator(game, token);
      return;
    case "finish":
      if (wait.kind === "call") completeCall(game, token, action.result);
      else completeJob(game, token, action.result);
      return;
    case "fail":
      if (wait.kind === "call") failCall(game, token, action.code, message);
      else failJob(game, token, action.code, message);
      return;
    case "escalate":
      escalateCall(game, token, action.code, message);
      return;
    case "fire":
      fireTimer(game, wait.place, wait.id);
      return;
    case "deliver":
      deliverEvent(game, wait.place, wait.id, action.data);
      return;
    case "retry":
      retryIncident(game, token);
      return;
  }
}
