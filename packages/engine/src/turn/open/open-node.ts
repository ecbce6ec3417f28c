import type { Approval, ThrowEvent, UserTask } from "@flowright/definition";
import { durationMilliseconds } from "@flowright/expressions";
import type { Json, JsonObject } from "../../contract/json.ts";
import type { Move } from "../../contract/move.ts";
import { digestOf } from "../../data/digest.ts";
import { deadlineOf } from "../../data/due.ts";
import type { Evaluated, View } from "../../data/evaluate.ts";
import { mapToParameters } from "../../data/map-values.ts";
import { depthOf, viewFrom } from "../../data/scope-data.ts";
import { candidatesOf, peopleOf } from "../../data/who.ts";
import { linkOf } from "../../machine/create-scope-machine.ts";
import { planStepsIn, startableIn } from "../../program/container-steps.ts";
import type { NodeProgram } from "../../program/program.ts";
import { startCall } from "../call/start-call.ts";
import { beginsAll, openAdHoc } from "../casework/ad-hoc.ts";
import { openPlan } from "../casework/plan.ts";
import { splitBy } from "../follow.ts";
import { chosenEdges } from "../join/choose-edges.ts";
import { openListeners } from "../listen/open-listeners.ts";
import { isInstance, loopOf } from "../many/instance-of.ts";
import { planInstances } from "../many/plan-instances.ts";
import { plannedSending, type Sent, send } from "../throw/send.ts";
import { throwEscalation } from "../throw/throw-escalation.ts";
import { thrownText } from "../throw/thrown-text.ts";
import { effect, emit, issue, NO_DATA, type Place, placeOf, queue, type Turn } from "../turn.ts";
import { throwUndo } from "../undo/undo.ts";
import { openEvent, plannedEvents } from "./open-events.ts";
import { openTask } from "./open-task.ts";

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
  // Boundary events belong to an activity as a whole, not to one instance of it.
  const boundaries = move.do === "body" || isInstance(turn, token) ? [] : node.boundaries;
  const events = plannedEvents(boundaries, view);
  if (!events.ok) return events;
  const loop = loopOf(turn, token, node);
  const body =
    loop === undefined ? bodyOf(turn, place, node, view, move) : planInstances(turn, place, node, loop, view);
  if (!body.ok) return body;
  for (const event of events.value) openEvent(turn, place, event);
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
    case "throw":
      return thrown(turn, place, node, drawn.event, view);
    case "sendTask":
      return sent(turn, place, node, { type: "message", message: drawn.message }, view);
    case "subProcess":
    case "transaction":
    case "adHoc":
    case "plan":
      return child(turn, place, node);
    case "eventSubProcess":
      if (turn.draft.tokens[place.token]?.l !== undefined)
        return eventsOf(turn, place, node.child?.start ? [node.child.start] : [], view);
      return child(turn, place, node, move.do === "open" ? move.payload : undefined);
    case "parallel":
    case "inclusive":
    case "complex":
      return split(turn, place, node, view);
    case "exclusive":
      return { ok: true, value: () => queue(turn, place.token, { do: "leave", event: "again" }) };
    case "end":
      return { ok: true, value: () => queue(turn, place.token, { do: "finish" }) };
    default:
      // A script does its work as it completes.
      return { ok: true, value: () => passed(turn, place) };
  }
}

/** A gateway sends its token on; where it fails at a condition, a retry comes here. */
function split(turn: Turn, place: Place, node: NodeProgram, view: View): Evaluated<Open> {
  if (node.outgoing.length === 0)
    return { ok: true, value: () => queue(turn, place.token, { do: "finish" }) };
  const edges =
    node.kind === "parallel" ? { ok: true as const, value: node.outgoing } : chosenEdges(node, view);
  return edges.ok ? { ok: true, value: () => splitBy(turn, place, edges.value) } : edges;
}

function eventsOf(turn: Turn, place: Place, nodes: readonly NodeProgram[], view: View): Evaluated<Open> {
  const events = plannedEvents(nodes, view);
  if (!events.ok) return events;
  return {
    ok: true,
    value: () => {
      for (const event of events.value) openEvent(turn, place, event);
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

const DEFAULT_BACKOFF = [1_000, 5_000, 30_000, 120_000];
const DEFAULT_TIMEOUT = 30_000;

function job(turn: Turn, place: Place, node: NodeProgram, view: View, move: Opening): Evaluated<Open> {
  const drawn = node.node;
  if (drawn.kind !== "serviceTask") return { ok: true, value: () => undefined };
  const input = mapToParameters(turn, view, node.parts.input ?? []);
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

/** The flow goes on at once, unless what was thrown has ended it. */
function thrown(turn: Turn, place: Place, node: NodeProgram, event: ThrowEvent, view: View): Evaluated<Open> {
  if (event.type === "message" || event.type === "signal") return sent(turn, place, node, event, view);
  if (event.type === "compensation") {
    const next = { do: "complete", payload: NO_DATA } as const;
    return { ok: true, value: () => throwUndo(turn, place.token, event.activity, next) };
  }
  if (event.type === "link") return { ok: true, value: () => jump(turn, place, node) };
  if (event.type !== "escalation") return { ok: true, value: () => passed(turn, place) };
  const message = thrownText(node, event.code, view);
  if (!message.ok) return message;
  return {
    ok: true,
    value: () => {
      throwEscalation(turn, place.token, { code: event.code, message: message.value });
      passed(turn, place);
    },
  };
}

/** A link that begins by hand: where a line leads to it, the machine goes on at once where it is caught. */
function jump(turn: Turn, place: Place, node: NodeProgram): void {
  const caught = node.scope.nodes.find((other) => other.kind === "catch" && linkOf(other) === linkOf(node));
  emit(turn, { kind: "node.completed", ...place });
  emit(turn, { kind: "node.entered", ...place, node: caught?.id ?? place.node });
  passed(turn, place);
}

function sent(turn: Turn, place: Place, node: NodeProgram, what: Sent, view: View): Evaluated<Open> {
  const sending = plannedSending(turn, node, what, view);
  if (!sending.ok) return sending;
  return {
    ok: true,
    value: () => {
      send(turn, place, sending.value);
      passed(turn, place);
    },
  };
}

function passed(turn: Turn, { token }: Place): void {
  queue(turn, token, { do: "complete", payload: NO_DATA });
}

/** Tokens that begin as a container opens. */
function stepsAtOnce(node: NodeProgram): number {
  if (node.kind === "plan" && node.child) return planStepsIn(node.child).length;
  return node.kind === "adHoc" && node.child && beginsAll(node) ? startableIn(node.child).length : 1;
}

function child(turn: Turn, place: Place, node: NodeProgram, payload?: JsonObject): Evaluated<Open> {
  const { limits } = turn;
  if (depthOf(turn, place.scope) >= limits.depth)
    return { ok: false, failure: { code: "limit.depth", params: { limit: limits.depth } } };
  if (turn.alive + stepsAtOnce(node) > limits.tokens)
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
      if (start) beginAt(turn, scope, start, payload);
      if (node.kind === "adHoc") openAdHoc(turn, scope, node);
      if (node.kind === "plan") openPlan(turn, scope, node);
      if (node.child) openListeners(turn, scope, node.child);
    },
  };
}

/** A new token begins at the start of a scope; `payload` is what its event brought. */
export function beginAt(turn: Turn, scope: number, start: NodeProgram, payload?: JsonObject): number {
  const token = issue(turn);
  emit(turn, { kind: "node.entered", v: 1, node: start.id, scope, token });
  queue(turn, token, { do: "complete", ...(payload === undefined ? {} : { payload }) });
  return token;
}
