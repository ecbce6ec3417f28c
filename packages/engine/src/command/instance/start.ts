import type { Command } from "../../contract/command.ts";
import type { Json, JsonObject } from "../../contract/json.ts";
import { evaluateJson } from "../../data/evaluate.ts";
import { mapToVariables } from "../../data/map-values.ts";
import { fits } from "../../data/scope-data.ts";
import { refusal } from "../../problem/render.ts";
import type { NodeProgram, Program } from "../../program/program.ts";
import { applyEvent, ROOT_SCOPE } from "../../state/apply-event.ts";
import { draftOf } from "../../state/draft.ts";
import { beginAt } from "../../turn/open/open-node.ts";
import { emit, queue, type Turn } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";

type Start = Extract<Command, { kind: "instance.start" }>;

/** Starts by hand at the start without a message, or at the start event that takes a message. */
export function start(turn: Turn, command: Start): Refused {
  const { program } = turn;
  const { by, start: trigger } = command;
  const given = { ...(program.root.defaults as JsonObject), ...command.variables };
  if (!fits(turn, new Map([[ROOT_SCOPE, given]])))
    return refusal("limit.variables", { limit: turn.limits.variables });

  if (trigger === undefined) {
    if (program.root.start === null) return refusal("start.none");
    started(turn, given, by);
    beginAt(turn, ROOT_SCOPE, program.root.start);
    return null;
  }

  if (!("message" in trigger)) return refusal("start.none");
  const { message } = trigger;
  const node = startedBy(program, trigger.node, message.name);
  if (node === null) return refusal("start.not-by-message", { node: trigger.node, name: message.name });
  const payload = { message: message.data };
  const mapped = caseAfter(turn, node, given, payload);
  started(turn, mapped ?? given, by);
  const token = turn.draft.next;
  const place = { v: 1, node: node.id, scope: ROOT_SCOPE, token } as const;
  emit(turn, { kind: "node.entered", ...place });
  const { name, key, id } = message;
  emit(turn, { kind: "message.received", ...place, subscription: null, name, key, id });
  // Mappings that failed fail again here, where they are told as an incident.
  queue(turn, token, { do: "complete", ...(mapped === null ? { payload } : {}) });
  return null;
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

function started(turn: Turn, variables: JsonObject, by: string | null): void {
  const { businessKey, caseTitle } = turn.program;
  const view = { variables, now: turn.ctx.now };
  const text = (expression: typeof businessKey): string | null => {
    if (expression === null) return null;
    const result = evaluateJson(expression, view);
    return result.ok ? textOfValue(result.value) : null;
  };
  emit(turn, {
    kind: "instance.started",
    v: 1,
    variables,
    by,
    businessKey: text(businessKey),
    title: text(caseTitle),
  });
}

/** Longest business key and title. */
const LONGEST = 500;

function textOfValue(value: Json): string | null {
  if (value === null || value === "") return null;
  return (typeof value === "string" ? value : JSON.stringify(value)).slice(0, LONGEST);
}

function startedBy(program: Program, id: string, name: string): NodeProgram | null {
  const found = program.root.nodes.find((node) => node.id === id);
  if (found?.node.kind !== "start" || found.node.trigger?.type !== "message") return null;
  return found.node.trigger.message.name === name ? found : null;
}
