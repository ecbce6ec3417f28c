import type { Command } from "../../contract/command.ts";
import type { Many } from "../../contract/state.ts";
import { evaluateCondition } from "../../data/evaluate.ts";
import { fits, viewFrom } from "../../data/scope-data.ts";
import { refusal } from "../../problem/render.ts";
import type { LoopPart, NodeProgram } from "../../program/program.ts";
import { activeIn, comingIn, countersOf } from "../../turn/many/count.ts";
import { cancelInstance, endInstances, resultsOf } from "../../turn/many/end-instances.ts";
import { instancesOf, loopOf } from "../../turn/many/instance-of.ts";
import { emit, nodeOf, type Place, placeOf, queue, type Turn } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

/** Items that wait for their turn count as data of the case, though no scope has them yet. */
const NO_SCOPE = -1;

/** An activity that is done once for each item of a list, while it is under way. */
interface Whole {
  readonly token: number;
  readonly place: Place;
  readonly node: NodeProgram;
  readonly loop: LoopPart & { type: "multiInstance" };
  readonly many: Many;
}

/** More items of an activity that is done for each of a list; they come at the end. */
export function addInstances(turn: Turn, { token, items, by }: Of<"instances.add">): Refused {
  const whole = wholeOf(turn, token);
  if (whole === null) return refusal("instances.not-open");
  const { instances: limit } = turn.limits;
  if (whole.many.total + items.length > limit) return refusal("instances.too-many", { limit });
  if (items.length === 0) return null;
  const waiting = [...(whole.many.items ?? []), ...items];
  if (!fits(turn, new Map([[NO_SCOPE, { items: waiting }]])))
    return refusal("limit.variables", { limit: turn.limits.variables });
  emit(turn, { kind: "instances.added", ...whole.place, items, by });
  askAgain(turn, whole);
  return null;
}

/** One instance is cancelled, or will not begin. */
export function removeInstance(turn: Turn, { token, index, by }: Of<"instances.remove">): Refused {
  const whole = wholeOf(turn, token);
  if (whole === null) return refusal("instances.not-open");
  const place = index - 1;
  const { begun, total, skip = [] } = whole.many;
  const scope = instancesOf(turn, token).find((id) => turn.draft.scopes[id]?.i === place);
  const ahead = Number.isInteger(place) && place >= begun && place < total && !skip.includes(place);
  if (scope === undefined && !ahead) return refusal("instances.none-such", { index });
  if (isLastAsked(whole)) return refusal("instances.last", {}, { node: whole.node.id });
  if (scope !== undefined) cancelInstance(turn, token, scope, by);
  else emit(turn, { kind: "instance.terminated", ...whole.place, place, by });
  askAgain(turn, whole);
  return null;
}

/** An approval cannot be over without a decision. */
function isLastAsked({ node, many }: Whole): boolean {
  return node.kind === "approval" && many.completed === 0 && activeIn(many) + comingIn(many) === 1;
}

function wholeOf(turn: Turn, token: number): Whole | null {
  const state = Object.hasOwn(turn.draft.tokens, token) ? turn.draft.tokens[token] : undefined;
  const many = state?.w?.many;
  if (state === undefined || many === undefined) return null;
  // All instances are done, and the activity is stuck on its way out.
  if (state.w?.incident !== undefined && state.w.retry?.do !== "instances") return null;
  const node = nodeOf(turn, state.n);
  const loop = loopOf(turn, token, node);
  return loop?.type === "multiInstance" ? { token, place: placeOf(turn, token), node, loop, many } : null;
}

/** How many there are has changed: the condition for the end is asked again, then what can begin begins. */
function askAgain(turn: Turn, { token, place, node, loop }: Whole): void {
  const { many, incident } = turn.draft.tokens[token]?.w ?? {};
  if (many === undefined) return;
  if (isOver(turn, place.scope, loop, many)) endInstances(turn, token, node);
  else if (incident === undefined) queue(turn, token, { do: "instances" });
}

/** Asked outside of any instance: what cannot be worked out without one does not hold. */
function isOver(turn: Turn, scope: number, loop: Whole["loop"], many: Many): boolean {
  if (loop.completion === null || many.completed === 0) return false;
  const holds = evaluateCondition(loop.completion, viewFrom(turn, scope, countersOf(many)));
  return holds.ok && holds.value && resultsOf(turn, scope, loop, many).ok;
}
