import { isActivity } from "@flowright/definition";
import type { Command } from "../../contract/command.ts";
import { refusal } from "../../problem/render.ts";
import { closeWaits } from "../../turn/close-waits.ts";
import { raiseIncident } from "../../turn/incident.ts";
import { throwError } from "../../turn/throw/throw-error.ts";
import { throwEscalation } from "../../turn/throw/throw-escalation.ts";
import { nodeOf, placeOf, type Turn } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";

type Throw = Extract<Command, { kind: "error.throw" | "escalation.throw" }>;

/**
 * An error or an escalation of an activity that is under way, whatever it waits for. It is caught as one that is drawn
 * is; an error that nothing catches is an incident, and its retry begins the activity anew.
 */
export function throwAt(turn: Turn, { kind, token, code, message }: Throw): Refused {
  const standing = Object.hasOwn(turn.draft.tokens, token) ? turn.draft.tokens[token] : undefined;
  if (standing === undefined || standing.l !== undefined) return refusal("throw.token-unknown", { token });
  const place = placeOf(turn, token);
  const { node } = nodeOf(turn, place.node);
  const busy = standing.w?.incident === undefined && standing.w?.held === undefined;
  if (!isActivity(node) || !busy) return refusal("throw.not-under-way", { node: node.id }, { node: node.id });
  if (kind === "escalation.throw") {
    throwEscalation(turn, token, { code, message });
    return null;
  }
  if (throwError(turn, token, { code, message })) return null;
  closeWaits(turn, token, "error");
  const params = { error: code, reason: message };
  raiseIncident(turn, place, { code: "error.uncaught", params }, { do: "open" });
  return null;
}
