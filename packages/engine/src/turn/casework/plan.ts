import { isActivity } from "@flowright/definition";
import { dueOf } from "../../data/due.ts";
import type { Evaluated } from "../../data/evaluate.ts";
import { viewFrom } from "../../data/scope-data.ts";
import { interrupts } from "../../machine/create-scope-machine.ts";
import { dependentsOf, planStepsIn } from "../../program/container-steps.ts";
import type { NodeProgram } from "../../program/program.ts";
import { endScope } from "../end-scope.ts";
import { openEvent } from "../open/open-events.ts";
import { emit, issue, nodeOf, placeOf, queue, type Turn, tokensIn } from "../turn.ts";
import { announce } from "./announce.ts";

/** The inside of a plan has opened: each step has a token, and those that wait for nothing open. */
export function openPlan(turn: Turn, scope: number, plan: NodeProgram): void {
  if (plan.child === null) return;
  for (const step of planStepsIn(plan.child)) beginStep(turn, scope, step);
  endPlanIfDone(turn, scope);
}

/** A step opens, or waits for those before it. */
export function beginStep(turn: Turn, scope: number, step: NodeProgram): void {
  const token = issue(turn);
  emit(turn, { kind: "node.entered", v: 1, node: step.id, scope, token });
  if (blockersOf(turn, scope, step).length === 0) queue(turn, token, { do: "open" });
  else wait(turn, token, step);
}

/** The steps that a step still waits for. */
export function blockersOf(turn: Turn, scope: number, step: NodeProgram): NodeProgram[] {
  const done = turn.draft.scopes[scope]?.done ?? [];
  return step.dependsOn.flatMap(({ step: before }) => (done.includes(before.id) ? [] : [before]));
}

/** Whether a token stands at a step that has to wait for others. */
export function isAhead(turn: Turn, token: number): boolean {
  const ahead = turn.draft.tokens[token]?.w?.ahead;
  return ahead !== undefined && ahead.free === undefined;
}

/** Tells what a step waits for; its task is announced. */
export function wait(turn: Turn, token: number, step: NodeProgram): void {
  const place = placeOf(turn, token);
  const waitsFor = blockersOf(turn, place.scope, step).map(({ id }) => id);
  emit(turn, { kind: "step.waits", ...place, waitsFor });
  announce(turn, place, step, waitsFor);
}

/** The step of a plan that is done once a token ends at a node: its own, or that of the boundary event that ended it. */
export function stepAt(node: NodeProgram): NodeProgram | null {
  if (isActivity(node.node)) return node;
  if (node.node.kind !== "boundary" || !interrupts(node)) return null;
  const host = node.node.attachedTo;
  return node.scope.nodes.find(({ id }) => id === host) ?? null;
}

/** When each step that waits for this one may begin, where it has to wait longer. */
export function lagsAfter(
  turn: Turn,
  scope: number,
  step: NodeProgram,
): Evaluated<ReadonlyMap<string, string>> {
  const due = new Map<string, string>();
  for (const next of dependentsOf(step)) {
    const lag = next.dependsOn.find((one) => one.step === step)?.lag ?? null;
    if (lag === null) continue;
    const at = dueOf(lag, viewFrom(turn, scope));
    if (!at.ok) return at;
    due.set(next.id, at.value);
  }
  return { ok: true, value: due };
}

/** A step is done: those open that waited for nothing else, and the plan ends with the last that it needs. */
export function goOnAfter(
  turn: Turn,
  scope: number,
  step: NodeProgram,
  lags: ReadonlyMap<string, string>,
): void {
  for (const next of dependentsOf(step)) {
    const token = tokenAhead(turn, scope, next);
    if (token === null) continue;
    const due = lags.get(next.id);
    if (due !== undefined) openEvent(turn, placeOf(turn, token), { kind: "timer", node: next.id, due });
    if (!freeIfPossible(turn, token)) wait(turn, token, next);
  }
  endPlanIfDone(turn, scope);
}

function tokenAhead(turn: Turn, scope: number, step: NodeProgram): number | null {
  for (const token of tokensIn(turn, scope))
    if (turn.draft.tokens[token]?.n === step.id && isAhead(turn, token)) return token;
  return null;
}

/** Opens a step that nothing is in the way of any more: all before it are done, and no lag runs. */
export function freeIfPossible(turn: Turn, token: number): boolean {
  const place = placeOf(turn, token);
  const runs = turn.draft.tokens[token]?.w?.timers !== undefined;
  if (runs || blockersOf(turn, place.scope, nodeOf(turn, place.node)).length > 0) return false;
  emit(turn, { kind: "step.freed", ...place });
  queue(turn, token, { do: "open" });
  return true;
}

/** A plan ends as soon as no step that it needs is left; optional ones that are still open are cancelled. */
export function endPlanIfDone(turn: Turn, scope: number): void {
  for (const token of tokensIn(turn, scope)) {
    const { l, n, u } = turn.draft.tokens[token] ?? {};
    const step = l === undefined && u === undefined && n !== undefined ? stepAt(nodeOf(turn, n)) : null;
    if (step !== null && isActivity(step.node) && !step.node.optional) return;
  }
  endScope(turn, scope, "completed");
}
