import type { Command } from "../../contract/command.ts";
import { fits, write, writesOf } from "../../data/scope-data.ts";
import { refusal } from "../../problem/render.ts";
import { ROOT_SCOPE } from "../../state/apply-event.ts";
import { cancelTokensIn } from "../../turn/close-waits.ts";
import { resolveIncident } from "../../turn/incident.ts";
import { releaseHeld } from "../../turn/rest/release-held.ts";
import { effect, emit, placeOf, queue, type Turn } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";

type Of<K extends Command["kind"]> = Extract<Command, { kind: K }>;

export function cancel(turn: Turn, { by, reason }: Of<"instance.cancel">): Refused {
  cancelTokensIn(turn, ROOT_SCOPE);
  emit(turn, { kind: "instance.ended", v: 1, status: "cancelled", by, reason });
  effect(turn, { kind: "instance.end", status: "cancelled" });
  return null;
}

export function suspend(turn: Turn, { by }: Of<"instance.suspend">): Refused {
  if (turn.draft.status === "suspended") return refusal("instance.suspended");
  emit(turn, { kind: "instance.suspended", v: 1, by });
  return null;
}

export function resume(turn: Turn, { by }: Of<"instance.resume">): Refused {
  if (turn.draft.status !== "suspended") return refusal("instance.not-suspended");
  emit(turn, { kind: "instance.resumed", v: 1, by });
  return null;
}

export function setVariables(turn: Turn, { variables, by }: Of<"variables.set">): Refused {
  const writes = writesOf(turn, ROOT_SCOPE, variables);
  if (!fits(turn, writes)) return refusal("limit.variables", { limit: turn.limits.variables });
  // Nothing new: whoever asks for it has conditions asked again.
  if (writes.size === 0)
    emit(turn, { kind: "variables.changed", v: 1, node: "", scope: ROOT_SCOPE, token: null, values: {}, by });
  write(turn, writes, { node: "", token: null, by });
  return null;
}

/** What failed is tried again. */
export function retryIncident(turn: Turn, { incident, by }: Of<"incident.retry">): Refused {
  for (const id in turn.draft.tokens) {
    const { w } = turn.draft.tokens[id] ?? {};
    if (w?.incident !== incident) continue;
    const token = Number(id);
    resolveIncident(turn, placeOf(turn, token), incident, by);
    queue(turn, token, w.retry ?? { do: "open" });
    releaseHeld(turn);
    return null;
  }
  return refusal("incident.not-open", { incident });
}
