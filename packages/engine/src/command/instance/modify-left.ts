import { refusal } from "../../problem/render.ts";
import { dependentsOf } from "../../program/container-steps.ts";
import { ROOT_SCOPE } from "../../state/apply-event.ts";
import { beginsAll } from "../../turn/casework/ad-hoc.ts";
import { containerOf } from "../../turn/casework/container-of.ts";
import { isAhead, stepAt } from "../../turn/casework/plan.ts";
import { nodeOf, type Turn, tokensIn } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";
import type { Begin } from "./modify-start.ts";

/**
 * Why what is left would stand still for ever: a scope without anything in it, a plan without a step that it needs, or
 * that another of its steps waits for.
 */
export function whatIsLeft(turn: Turn, gone: ReadonlySet<number>, begins: readonly Begin[]): Refused {
  const { tokens, scopes } = turn.draft;
  for (const token of gone) {
    const { s: scope = -1, n = "" } = tokens[token] ?? {};
    const state = scopes[scope];
    if (state === undefined || gone.has(state.parent ?? -1)) continue;
    const begun = begins.filter((begin) => begin.scope === scope);
    const container = containerOf(turn, scope);
    if (container?.kind === "plan") {
      const again = begun.some(({ node }) => node.id === n);
      if (!again && isNeeded(turn, n)) return refusal("modify.plan-step", { node: n }, { node: n });
      if (!again && isAwaited(turn, scope, n, gone))
        return refusal("modify.plan-step-awaited", { node: n }, { node: n });
      continue;
    }
    const waitsForPeople = container?.kind === "adHoc" && !beginsAll(container) && !state.ending;
    // Undoing goes on by itself, and what is counted at joins is told of.
    if (begun.length > 0 || waitsForPeople || state.again || state.joins !== undefined) continue;
    const works = tokensIn(turn, scope).some((one) => !gone.has(one) && tokens[one]?.l === undefined);
    if (works) continue;
    if (scope === ROOT_SCOPE) return refusal("modify.nothing-left");
    return refusal("modify.nothing-left-in", { node: state.node ?? "" });
  }
  return null;
}

/** Whether a step of the plan that stays still waits for the one that goes. */
function isAwaited(turn: Turn, scope: number, id: string, gone: ReadonlySet<number>): boolean {
  const node = nodeOf(turn, id);
  if (stepAt(node) !== node) return false;
  const waiting = dependentsOf(node).map((step) => step.id);
  return tokensIn(turn, scope).some(
    (token) =>
      !gone.has(token) && isAhead(turn, token) && waiting.includes(turn.draft.tokens[token]?.n ?? ""),
  );
}

function isNeeded(turn: Turn, id: string): boolean {
  const { node } = nodeOf(turn, id);
  return !("optional" in node && node.optional === true);
}
