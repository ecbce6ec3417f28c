import type { Json } from "../../contract/json.ts";
import type { Many } from "../../contract/state.ts";
import { type Evaluated, evaluateCondition, evaluateJson } from "../../data/evaluate.ts";
import { programOf, scopeDeclaring, viewFrom } from "../../data/scope-data.ts";
import { fieldAt } from "../../program/part-compiler.ts";
import type { LoopPart, NodeProgram } from "../../program/program.ts";
import { closeWaits } from "../close-waits.ts";
import { raiseIncident } from "../incident.ts";
import { emit, placeOf, queue, type Turn } from "../turn.ts";
import { completionOf, keptOf } from "../undo/completion.ts";
import { activeIn, comingIn, countersOf } from "./count.ts";
import { endInstances, resultsOf } from "./end-instances.ts";

/** What is to be said of an instance that is done, worked out before anything is. */
interface Done {
  readonly result: Json | undefined;
  /** Of an approval: what the decisions so far come to. */
  readonly outcome: string | undefined;
  /** No further instance begins, and what is under way is cancelled. */
  readonly over: boolean;
}

/** One instance of an activity is done: the next begins, or the activity as a whole is done. */
export function completeInstance(
  turn: Turn,
  token: number,
  node: NodeProgram,
  outcome: string | undefined,
): void {
  const place = placeOf(turn, token);
  const { i: at = 0, parent } = turn.draft.scopes[place.scope] ?? {};
  const whole = parent ?? -1;
  const many = turn.draft.tokens[whole]?.w?.many;
  const { loop } = node.parts;
  if (many === undefined || loop === undefined) return;
  const done = workOut(turn, place.scope, whole, node, loop, many, at, outcome);
  if (!done.ok) {
    const event = outcome === undefined ? "done" : `outcome.${outcome}`;
    raiseIncident(turn, place, done.failure, {
      do: "leave",
      event,
      ...(outcome === undefined ? {} : { outcome }),
    });
    return;
  }
  const full = turn.alive >= turn.limits.tokens;
  closeWaits(turn, token, "step-completed");
  const told = outcome === undefined ? {} : { outcome };
  emit(turn, { kind: "node.completed", ...place, ...told, ends: true, ...completionOf(turn, token, node) });
  const outside = placeOf(turn, whole);
  emit(turn, { kind: "scope.closed", ...outside, child: place.scope, ...keptOf(turn, place.scope) });
  const { result, over } = done.value;
  emit(turn, {
    kind: "instance.completed",
    ...outside,
    place: at,
    ...(result === undefined ? {} : { result }),
    ...(done.value.outcome === undefined ? {} : { outcome: done.value.outcome }),
  });
  if (over) endInstances(turn, whole, node);
  else if (full || goesOn(turn, whole)) queue(turn, whole, { do: "instances" });
}

/** With nothing under way the next begins, or all of it is done. */
function goesOn(turn: Turn, whole: number): boolean {
  const many = turn.draft.tokens[whole]?.w?.many;
  return many !== undefined && activeIn(many) === 0;
}

function workOut(
  turn: Turn,
  scope: number,
  whole: number,
  node: NodeProgram,
  loop: LoopPart,
  many: Many,
  at: number,
  outcome: string | undefined,
): Evaluated<Done> {
  const counted = { ...many, completed: many.completed + 1 };
  if (loop.type === "standard") {
    const over = isLoopOver(turn, whole, loop, many);
    return over.ok ? { ok: true, value: { result: undefined, outcome, over: over.value } } : over;
  }
  const result = resultOf(turn, scope, whole, loop);
  if (!result.ok) return result;
  // What cannot be written in the end is found here, while the instance is still there to be tried again.
  const results = result.value === undefined ? many.results : { ...many.results, [at]: result.value };
  const writes = resultsOf(turn, placeOf(turn, whole).scope, loop, {
    ...many,
    ...(results ? { results } : {}),
  });
  if (!writes.ok) return writes;
  const holds: Evaluated<boolean> =
    loop.completion === null
      ? { ok: true, value: false }
      : evaluateCondition(loop.completion, viewFrom(turn, scope, countersOf(counted)));
  if (!holds.ok) return holds;
  const rejected = many.outcome === "rejected" || outcome === "rejected";
  const sofar = node.kind !== "approval" ? undefined : rejected ? "rejected" : "approved";
  const over = holds.value || (activeIn(counted) === 0 && comingIn(counted) === 0);
  return { ok: true, value: { result: result.value, outcome: sofar, over } };
}

function resultOf(
  turn: Turn,
  scope: number,
  whole: number,
  { output }: LoopPart & { type: "multiInstance" },
): Evaluated<Json | undefined> {
  if (output === null) return { ok: true, value: undefined };
  const [name = ""] = output.target;
  const declaring = scopeDeclaring(turn, placeOf(turn, whole).scope, name);
  const list = fieldAt(programOf(turn, declaring).fields, output.target);
  return evaluateJson(output.value, viewFrom(turn, scope), list?.items);
}

/** Asked in the scope of the activity, with the number of rounds begun. */
function isLoopOver(
  turn: Turn,
  whole: number,
  { condition, maximum }: LoopPart & { type: "standard" },
  { begun }: Many,
): Evaluated<boolean> {
  if (maximum !== null && begun >= maximum) return { ok: true, value: true };
  const again = evaluateCondition(condition, viewFrom(turn, placeOf(turn, whole).scope, { index: begun }));
  if (!again.ok) return again;
  if (!again.value) return { ok: true, value: true };
  const { instances: limit } = turn.limits;
  if (begun >= limit) return { ok: false, failure: { code: "limit.instances", params: { limit } } };
  return { ok: true, value: false };
}
