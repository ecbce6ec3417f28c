import type { Command, StartedBy } from "../../contract/command.ts";
import type { JsonObject } from "../../contract/json.ts";
import { caseNames } from "../../data/case-names.ts";
import { mapToVariables } from "../../data/map-values.ts";
import { fits } from "../../data/scope-data.ts";
import { refusal } from "../../problem/render.ts";
import type { NodeProgram, Program } from "../../program/program.ts";
import { applyEvent, ROOT_SCOPE } from "../../state/apply-event.ts";
import { draftOf } from "../../state/draft.ts";
import { openListeners } from "../../turn/listen/open-listeners.ts";
import { triggerOf } from "../../turn/open/open-events.ts";
import { beginAt } from "../../turn/open/open-node.ts";
import { emit, NO_DATA, queue, type Turn } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";

type Start = Extract<Command, { kind: "instance.start" }>;

/** Starts by hand or by a call at the start without a trigger, or at the start event that something triggers. */
export function start(turn: Turn, command: Start): Refused {
  const { program } = turn;
  const { start: trigger } = command;
  const given = { ...(program.root.defaults as JsonObject), ...command.variables };
  if (!fits(turn, new Map([[ROOT_SCOPE, given]])))
    return refusal("limit.variables", { limit: turn.limits.variables });
  if (trigger === undefined) {
    const node = program.root.start;
    if (node === null) return refusal("start.none");
    started(turn, command, given);
    beginAt(turn, ROOT_SCOPE, node);
  } else {
    const node = startedBy(program, trigger);
    if (node === null) return notStartedBy(trigger);
    const payload = payloadOf(trigger);
    const mapped = caseAfter(turn, node, given, payload);
    started(turn, command, mapped ?? given);
    beginWith(turn, node, trigger, mapped === null ? payload : undefined);
  }
  openListeners(turn, ROOT_SCOPE, program.root);
  return null;
}

/** Mappings that failed are tried again with the payload, where the failure is told as an incident. */
function beginWith(turn: Turn, node: NodeProgram, trigger: StartedBy, payload: JsonObject | undefined): void {
  const token = turn.draft.next;
  const place = { v: 1, node: node.id, scope: ROOT_SCOPE, token } as const;
  emit(turn, { kind: "node.entered", ...place });
  if ("message" in trigger) {
    const { name, key, id } = trigger.message;
    emit(turn, { kind: "message.received", ...place, subscription: null, name, key, id });
  }
  if ("signal" in trigger) {
    const { name, id } = trigger.signal;
    emit(turn, { kind: "signal.received", ...place, subscription: null, name, id });
  }
  queue(turn, token, { do: "complete", ...(payload === undefined ? {} : { payload }) });
}

function payloadOf(trigger: StartedBy): JsonObject {
  if ("message" in trigger) return { message: trigger.message.data };
  return "signal" in trigger ? { signal: trigger.signal.data } : NO_DATA;
}

/** The case data after the start event's mappings, or null if they fail. */
function caseAfter(turn: Turn, node: NodeProgram, given: JsonObject, payload: JsonObject): JsonObject | null {
  if (node.parts.output === undefined) return given;
  const draft = draftOf(null);
  applyEvent(draft, {
    kind: "instance.started",
    v: 1,
    variables: given,
    by: null,
    businessKey: null,
    title: null,
  });
  const mapped = mapToVariables({ ...turn, draft }, ROOT_SCOPE, node.parts.output, payload);
  return mapped.ok ? { ...given, ...mapped.value.get(ROOT_SCOPE) } : null;
}

/** The case that calls another gives it its key, if it gives one. */
function started(turn: Turn, { by, called }: Start, variables: JsonObject): void {
  const { businessKey, title } = caseNames(turn, variables);
  emit(turn, {
    kind: "instance.started",
    v: 1,
    variables,
    by,
    businessKey: called?.businessKey ?? businessKey,
    title,
    ...(called === undefined ? {} : { called: true }),
  });
}

/** The start event of the process that a trigger names, if it is one for that. */
function startedBy({ root, nodes }: Program, trigger: StartedBy): NodeProgram | null {
  const node = nodes.get(trigger.node);
  if (node?.kind !== "start" || node.scope !== root) return null;
  const drawn = triggerOf(node);
  if ("message" in trigger)
    return drawn?.type === "message" && drawn.message.name === trigger.message.name ? node : null;
  if ("signal" in trigger)
    return drawn?.type === "signal" && drawn.signal.name === trigger.signal.name ? node : null;
  return drawn?.type === ("timer" in trigger ? "timer" : "condition") ? node : null;
}

function notStartedBy(trigger: StartedBy): Refused {
  const { node } = trigger;
  if ("message" in trigger) return refusal("start.not-by-message", { node, name: trigger.message.name });
  if ("signal" in trigger) return refusal("start.not-by-signal", { node, name: trigger.signal.name });
  return refusal("timer" in trigger ? "start.not-by-timer" : "start.not-by-condition", { node });
}
