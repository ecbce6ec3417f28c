import type { Approval, UserTask } from "@flowright/definition";
import { durationMilliseconds } from "@flowright/expressions";
import type { TaskOpen } from "../../contract/effect.ts";
import type { Json, JsonObject } from "../../contract/json.ts";
import type { Move } from "../../contract/move.ts";
import { digestOf } from "../../data/digest.ts";
import { deadlineOf } from "../../data/due.ts";
import type { Evaluated, View } from "../../data/evaluate.ts";
import { mapToParameters } from "../../data/map-values.ts";
import { depthOf, viewFrom } from "../../data/scope-data.ts";
import { candidatesOf, peopleOf } from "../../data/who.ts";
import type { NodeProgram } from "../../program/program.ts";
import { startCall } from "../call/start-call.ts";
import { effect, emit, issue, NO_DATA, type Place, placeOf, queue, type Turn } from "../turn.ts";
import { openSubscription, openTimer, plannedEvents } from "./open-events.ts";

type Opening = Extract<Move, { do: "open" | "body" }>;

/** Opens once everything that can fail has been worked out. */
type Open = () => void;

/**
 * A node begins to wait. Everything is worked out before the first row opens, so a failure leaves nothing half
 * open. As a body again, its boundary events are open already.
 */
export function openNode(turn: Turn, token: number, node: NodeProgram, move: Opening): Evaluated<null> {
  const place = placeOf(turn, token, node.id);
  const view = viewFrom(turn, place.scope);
  const events = move.do === "body" ? { ok: true as const, value: [] } : plannedEvents(node.boundaries, view);
  if (!events.ok) return events;
  const body = bodyOf(turn, place, node, view, move);
  if (!body.ok) return body;
  for (const event of events.value)
    if (event.kind === "timer") openTimer(turn, place, event);
    else openSubscription(turn, place, event);
  body.value();
  return { ok: true, value: null };
}

function bodyOf(turn: Turn, place: Place, node: NodeProgram, view: View, move: Opening): Evaluated<Open> {
  const drawn = node.node;
  switch (drawn.kind) {
    case "userTask":
      return task(turn, place, node, drawn, view);
    case "approval":
      return approval(turn, place, node, drawn, view);
    case "serviceTask":
      return job(turn, place, node, view, move);
    case "receiveTask":
    case "catch":
      return eventsOf(turn, place, [node], view);
    case "eventBased":
      return eventsOf(
        turn,
        place,
        node.outgoing.map((edge) => edge.target),
        view,
      );
    case "callActivity":
      return startCall(turn, place, node, view);
    case "subProcess":
      return child(turn, place, node);
    default:
      // A script does its work as it completes.
      return { ok: true, value: () => queue(turn, place.token, { do: "complete", payload: NO_DATA }) };
  }
}

function eventsOf(turn: Turn, place: Place, nodes: readonly NodeProgram[], view: View): Evaluated<Open> {
  const events = plannedEvents(nodes, view);
  if (!events.ok) return events;
  return {
    ok: true,
    value: () => {
      for (const event of events.value)
        if (event.kind === "timer") openTimer(turn, place, event);
        else openSubscription(turn, place, event);
    },
  };
}

function task(turn: Turn, place: Place, node: NodeProgram, drawn: UserTask, view: View): Evaluated<Open> {
  const candidates = candidatesOf(turn, drawn.who, node.parts.who, view);
  if (!candidates.ok) return candidates;
  const due = deadlineOf(drawn.deadline, node.parts.due, view);
  if (!due.ok) return due;
  const asked = { type: "work", due: due.value, form: drawn.form ?? null } as const;
  return { ok: true, value: () => openTask(turn, place, { ...asked, candidates: candidates.value }) };
}

function approval(turn: Turn, place: Place, node: NodeProgram, drawn: Approval, view: View): Evaluated<Open> {
  const due = deadlineOf(drawn.deadline, node.parts.due, view);
  if (!due.ok) return due;
  const asked = { type: "approval", due: due.value, form: drawn.form ?? null } as const;
  if (drawn.rule.type === "any") {
    const candidates = candidatesOf(turn, drawn.who, node.parts.who, view);
    if (!candidates.ok) return candidates;
    return { ok: true, value: () => openTask(turn, place, { ...asked, candidates: candidates.value }) };
  }
  const people = peopleOf(turn, drawn.who, node.parts.who, view);
  if (!people.ok) return people;
  const needed = drawn.rule.type === "nOfM" ? drawn.rule.n : people.value.length;
  if (needed > people.value.length) {
    const params = { needed, found: people.value.length };
    return { ok: false, failure: { code: "approval.too-few", params } };
  }
  return {
    ok: true,
    value: () => {
      for (const person of people.value)
        openTask(turn, place, { ...asked, candidates: { roles: [], people: [person] } });
    },
  };
}

/** Opens a task; where exactly one person may do it, it is his. */
export function openTask(
  turn: Turn,
  place: Place,
  asked: Pick<TaskOpen, "type" | "candidates" | "due" | "form">,
): void {
  const { type, candidates, due, form } = asked;
  const { roles, people } = candidates;
  const assignee = roles.length === 0 && people.length === 1 ? (people[0] ?? null) : null;
  const id = issue(turn);
  emit(turn, { kind: "task.opened", ...place, task: id, type, assignee, candidates, due });
  effect(turn, { kind: "task.open", task: id, node: place.node, type, assignee, candidates, due, form });
}

const DEFAULT_BACKOFF = [1_000, 5_000, 30_000, 120_000];
const DEFAULT_TIMEOUT = 30_000;

function job(turn: Turn, place: Place, node: NodeProgram, view: View, move: Opening): Evaluated<Open> {
  const drawn = node.node;
  if (drawn.kind !== "serviceTask") return { ok: true, value: () => undefined };
  const input = mapToParameters(view, node.parts.input ?? []);
  if (!input.ok) return input;
  const { call, retry, timeout } = drawn;
  const type = call ? "system" : (drawn.jobType ?? drawn.id);
  const digest = digestOf(input.value);
  const again = move.do === "body" && move.input === digest ? move.job : undefined;
  const backoff = retry?.backoff?.flatMap((text) => durationMilliseconds(text) ?? []);
  return {
    ok: true,
    value: () => {
      const id = again ?? issue(turn);
      emit(turn, { kind: "job.created", ...place, job: id, type, input: digest });
      effect(turn, {
        kind: "job.create",
        job: id,
        node: place.node,
        type,
        call: call ?? null,
        input: input.value,
        attempts: retry?.attempts ?? 1,
        backoff: backoff && backoff.length > 0 ? backoff : DEFAULT_BACKOFF,
        timeout: (timeout === undefined ? null : durationMilliseconds(timeout)) ?? DEFAULT_TIMEOUT,
      });
    },
  };
}

function child(turn: Turn, place: Place, node: NodeProgram): Evaluated<Open> {
  const { limits } = turn;
  if (depthOf(turn, place.scope) >= limits.depth)
    return { ok: false, failure: { code: "limit.depth", params: { limit: limits.depth } } };
  if (Object.keys(turn.draft.tokens).length >= limits.tokens)
    return { ok: false, failure: { code: "limit.tokens", params: { limit: limits.tokens } } };
  return {
    ok: true,
    value: () => {
      const scope = issue(turn);
      emit(turn, { kind: "scope.opened", ...place, child: scope });
      const values = { ...(node.child?.defaults as JsonObject | undefined) } as { [name: string]: Json };
      if (Object.keys(values).length > 0)
        emit(turn, { kind: "variables.changed", v: 1, node: node.id, scope, token: null, values });
      const start = node.child?.start;
      if (start) beginAt(turn, scope, start);
    },
  };
}

/** A new token begins at the start of a scope. */
export function beginAt(turn: Turn, scope: number, start: NodeProgram): number {
  const token = issue(turn);
  emit(turn, { kind: "node.entered", v: 1, node: start.id, scope, token });
  queue(turn, token, { do: "complete" });
  return token;
}
