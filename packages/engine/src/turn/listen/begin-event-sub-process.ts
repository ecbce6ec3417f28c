import type { JsonObject } from "../../contract/json.ts";
import { interrupts } from "../../machine/create-scope-machine.ts";
import type { NodeProgram } from "../../program/program.ts";
import { cancelToken } from "../close-waits.ts";
import { forgetJoins } from "../join/empty-joins.ts";
import { emit, issue, queue, type Turn, tokensIn } from "../turn.ts";

/**
 * An event sub-process begins in a scope: instead of everything else there, or beside it. `listener` is the token that
 * becomes its own; null for a new one, because nothing listened or because that one goes on listening.
 */
export function beginEventSubProcess(
  turn: Turn,
  node: NodeProgram,
  scope: number,
  listener: number | null,
  payload: JsonObject,
): void {
  const start = node.child?.start;
  if (!start) return;
  const token = listener ?? issue(turn);
  const alone = interrupts(start);
  emit(turn, { kind: "listener.triggered", v: 1, node: node.id, scope, token, interrupts: alone });
  if (alone) cancelOthers(turn, scope, token);
  queue(turn, token, { do: "open", payload });
}

/** Every other token of the scope ends, those counted at joins and listeners included. */
function cancelOthers(turn: Turn, scope: number, token: number): void {
  for (const other of tokensIn(turn, scope)) if (other !== token) cancelToken(turn, other);
  forgetJoins(turn, scope);
}
