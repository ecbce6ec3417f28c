import { finishAdHoc, startInAdHoc } from "./command/casework/ad-hoc.ts";
import { addInstances, removeInstance } from "./command/casework/instances.ts";
import { addToPlan } from "./command/casework/plan.ts";
import { continueTurn } from "./command/instance/continue.ts";
import { cancel, resume, retryIncident, setVariables, suspend } from "./command/instance/instance.ts";
import { modify } from "./command/instance/modify.ts";
import { start } from "./command/instance/start.ts";
import { completeCall, escalateCall, failCall } from "./command/outside/calls.ts";
import { completeJob, deliverMessage, failJob, fireTimer } from "./command/outside/outside.ts";
import { deliverSignal } from "./command/outside/signals.ts";
import { throwAt } from "./command/outside/throw-at.ts";
import type { Refused } from "./command/refused.ts";
import { changeApprovers } from "./command/task/approvers.ts";
import { completeTask } from "./command/task/complete-task.ts";
import { returnTask } from "./command/task/return-task.ts";
import { claimTask, releaseTask, transferTask } from "./command/task/task-holder.ts";
import type { Command } from "./contract/command.ts";
import type { InstanceState } from "./contract/state.ts";
import type { StepContext, StepResult } from "./contract/step.ts";
import { refusal } from "./problem/render.ts";
import { programFor } from "./program/added-steps.ts";
import type { Program } from "./program/program.ts";
import { draftOf } from "./state/draft.ts";
import { stored, tokensOf } from "./state/waiting-steps.ts";
import { settle } from "./turn/settle.ts";
import { beginTurn, type Turn } from "./turn/turn.ts";

type Handler<K extends Command["kind"]> = {
  readonly handle: (turn: Turn, command: Extract<Command, { kind: K }>) => Refused;
  /** Work that was under way outside is taken in even while the case is suspended. */
  readonly whileSuspended: boolean;
};

const HANDLERS: { readonly [K in Command["kind"]]: Handler<K> } = {
  "instance.start": { handle: start, whileSuspended: false },
  "instance.cancel": { handle: cancel, whileSuspended: true },
  "instance.suspend": { handle: suspend, whileSuspended: true },
  "instance.resume": { handle: resume, whileSuspended: true },
  "instance.modify": { handle: modify, whileSuspended: true },
  "turn.continue": { handle: continueTurn, whileSuspended: true },
  "task.claim": { handle: claimTask, whileSuspended: false },
  "task.release": { handle: releaseTask, whileSuspended: false },
  "task.transfer": { handle: transferTask, whileSuspended: false },
  "task.complete": { handle: completeTask, whileSuspended: false },
  "task.return": { handle: returnTask, whileSuspended: false },
  "approval.add": { handle: changeApprovers, whileSuspended: false },
  "approval.remove": { handle: changeApprovers, whileSuspended: false },
  "job.complete": { handle: completeJob, whileSuspended: true },
  "job.fail": { handle: failJob, whileSuspended: true },
  "timer.fire": { handle: fireTimer, whileSuspended: false },
  "message.deliver": { handle: deliverMessage, whileSuspended: false },
  "signal.deliver": { handle: deliverSignal, whileSuspended: false },
  "call.complete": { handle: completeCall, whileSuspended: true },
  "call.fail": { handle: failCall, whileSuspended: true },
  "call.escalate": { handle: escalateCall, whileSuspended: true },
  "error.throw": { handle: throwAt, whileSuspended: false },
  "escalation.throw": { handle: throwAt, whileSuspended: false },
  "adHoc.start": { handle: startInAdHoc, whileSuspended: false },
  "adHoc.finish": { handle: finishAdHoc, whileSuspended: false },
  "plan.add": { handle: addToPlan, whileSuspended: false },
  "instances.add": { handle: addInstances, whileSuspended: false },
  "instances.remove": { handle: removeInstance, whileSuspended: false },
  "incident.retry": { handle: retryIncident, whileSuspended: false },
  "variables.set": { handle: setVariables, whileSuspended: true },
};

/**
 * Carries out one command: the new state, what happened, and what the host must do in the same transaction. Pure;
 * the same input gives the same output to the byte. A refused command changes nothing.
 */
export function step(
  program: Program,
  state: InstanceState | null,
  command: Command,
  ctx: StepContext,
): StepResult {
  const own = state === null ? program : programFor(program, state);
  const refused = refusedBefore(own, state, command);
  if (refused !== null) return { ok: false, problem: refused };
  const turn = beginTurn(own, draftOf(state), ctx);
  const { handle } = HANDLERS[command.kind] as Handler<Command["kind"]>;
  const problem = handle(turn, command as never);
  if (problem !== null) return { ok: false, problem };
  settle(turn);
  return { ok: true, state: stored(turn.draft), events: turn.events, effects: turn.effects };
}

function refusedBefore(program: Program, state: InstanceState | null, command: Command): Refused {
  const { kind } = command;
  if (!Object.hasOwn(HANDLERS, kind)) return refusal("command.unknown", { kind });
  if (state === null) return kind === "instance.start" ? null : refusal("instance.not-started");
  if (kind === "instance.start") return refusal("instance.started-before");
  const { status } = state;
  if (status === "suspended" && !HANDLERS[kind].whileSuspended) return refusal("instance.suspended");
  if (status !== "active" && status !== "suspended") return refusal("instance.ended", { status });
  const tokens = tokensOf(state);
  for (const id in tokens) {
    const node = tokens[id]?.n ?? "";
    if (!program.nodes.has(node)) return refusal("program.node-unknown", { node });
  }
  return null;
}
