import { type Evaluated, evaluateJson, type View } from "../../data/evaluate.ts";
import { mapToParameters } from "../../data/map-values.ts";
import type { NodeProgram } from "../../program/program.ts";
import { effect, emit, issue, type Place, type Turn } from "../turn.ts";

/** Longest business key. */
const LONGEST = 500;

/** What it takes to call another flow, worked out; what comes back starts the call. */
export function startCall(turn: Turn, place: Place, node: NodeProgram, view: View): Evaluated<() => void> {
  const drawn = node.node;
  if (drawn.kind !== "callActivity") return { ok: true, value: () => undefined };
  const input = mapToParameters(turn, view, node.parts.input ?? []);
  if (!input.ok) return input;
  const key = businessKeyOf(node, view);
  if (!key.ok) return key;
  const { process, version = { type: "latest" as const } } = drawn;
  const businessKey = key.value;
  return {
    ok: true,
    value: () => {
      const call = issue(turn);
      emit(turn, { kind: "call.started", ...place, call, process, businessKey });
      const variables = input.value;
      effect(turn, { kind: "call.start", call, node: place.node, process, version, businessKey, variables });
    },
  };
}

function businessKeyOf({ parts }: NodeProgram, view: View): Evaluated<string | null> {
  if (parts.businessKey === undefined) return { ok: true, value: null };
  const result = evaluateJson(parts.businessKey, view);
  if (!result.ok) return result;
  const { value } = result;
  if (value === null || value === "") return { ok: true, value: null };
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return { ok: true, value: text.slice(0, LONGEST) };
}
