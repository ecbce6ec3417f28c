import type { Completed } from "../../contract/state.ts";
import { cancelToken } from "../close-waits.ts";
import { endScope } from "../end-scope.ts";
import { follow } from "../follow.ts";
import { forgetJoins } from "../join/empty-joins.ts";
import { cancelInstance } from "../many/end-instances.ts";
import { instancesOf } from "../many/instance-of.ts";
import { nodeOf, placeOf, type Turn, tokensIn } from "../turn.ts";
import { openCompletion } from "./open-completions.ts";
import { startUndo } from "./undo.ts";

/** The scope of the innermost transaction around a token; null outside of one, and within what undoes something. */
export function transactionAround(turn: Turn, token: number): number | null {
  for (let at = token; ; ) {
    const standing = turn.draft.tokens[at];
    if (standing === undefined || standing.u !== undefined) return null;
    const holder = turn.draft.scopes[standing.s]?.parent ?? null;
    if (holder === null) return null;
    // An instance of several stands at the transaction, too, but holds a scope of its own.
    const isInside = turn.draft.tokens[holder]?.w?.scope === standing.s;
    const again = turn.draft.scopes[standing.s]?.again === true;
    if (isInside && !again && nodeOf(turn, placeOf(turn, holder).node).kind === "transaction")
      return standing.s;
    at = holder;
  }
}

/** An end cancels the transaction around it: its other tokens go, and what was completed in it is undone. */
export function cancelTransaction(turn: Turn, token: number, scope: number): void {
  const left = completedIn(turn, scope);
  cancelOthers(turn, token, scope);
  startUndo(turn, token, { from: scope, left, next: { do: "finish", undone: true } });
}

/** What was completed in the transaction, and in steps of it that are still under way. */
function completedIn(turn: Turn, scope: number): Completed[] {
  const open = tokensIn(turn, scope).flatMap((token) => openCompletion(turn.draft, token) ?? []);
  return [...(turn.draft.scopes[scope]?.undo ?? []), ...open];
}

/** From the end outwards to the transaction, everything beside the way. */
function cancelOthers(turn: Turn, end: number, outermost: number): void {
  let token: number | null = end;
  while (token !== null) {
    const { scope } = placeOf(turn, token);
    for (const other of tokensIn(turn, scope)) if (other !== token) cancelToken(turn, other);
    forgetJoins(turn, scope);
    token = scope === outermost ? null : (turn.draft.scopes[scope]?.parent ?? null);
    // Of a step that is done several times, the other times.
    if (token !== null)
      for (const other of instancesOf(turn, token)) if (other !== scope) cancelInstance(turn, token, other);
  }
}

/** All is undone: the boundary event for the cancelling leads on; without one the transaction is completed. */
export function leaveTransaction(turn: Turn, scope: number): void {
  const holder = turn.draft.scopes[scope]?.parent ?? null;
  if (holder === null) return;
  const { node: id, scope: around } = placeOf(turn, holder);
  const node = nodeOf(turn, id);
  const boundary = node.boundaries.find((one) => isForCancelling(one.node));
  if (boundary === undefined) {
    endScope(turn, scope, "completed");
    return;
  }
  // The boundary of a transaction that is done several times belongs to it as a whole.
  const state = turn.draft.scopes[around];
  const host = state?.i === undefined ? holder : (state.parent ?? holder);
  follow(turn, placeOf(turn, host), node, `boundary.${boundary.id}`);
}

function isForCancelling(node: ReturnType<typeof nodeOf>["node"]): boolean {
  return node.kind === "boundary" && node.event.type === "cancel";
}
