import { refusal } from "../../problem/render.ts";
import { ROOT_SCOPE } from "../../state/apply-event.ts";
import { beginsAll } from "../../turn/casework/ad-hoc.ts";
import { containerOf } from "../../turn/casework/container-of.ts";
import { nodeOf, type Turn, tokensIn } from "../../turn/turn.ts";
import type { Refused } from "../refused.ts";
import type { Begin } from "./modify-start.ts";

/** Why what is left would stand still for ever: a scope without anything in it, a plan without a step that it needs. */
export function whatIsLeft(turn: Turn, gone: ReadonlySet<number>, begins: readonly Begin[]): Refused {
  const { tokens, scopes } = turn.draft;
  for (const token of gone) {
    const { s: scope = -1, n = "" } = tokens[token] ?? {};
    const state = scopes[scope];
    if (state === undefined || gone.has(state.parent ?? -1)) continue;
    const begun = begins.filter((begin) => begin.scope === scope);
    const container = containerOf(turn, scope);
    if (container?.kind === "plan") {
      if (isNeeded(turn, n) && !begun.some(({ node }) => node.id === n))
        return refusal("modify.plan-step", { node: n }, { node: n });
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

function isNeeded(turn: Turn, id: string): boolean {
  const { node } = nodeOf(turn, id);
  return !("optional" in node && node.optional === true);
}
