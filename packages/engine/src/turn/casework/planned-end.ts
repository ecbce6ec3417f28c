import type { Evaluated } from "../../data/evaluate.ts";
import type { NodeProgram } from "../../program/program.ts";
import { endScope, isStill } from "../end-scope.ts";
import type { Place, Turn } from "../turn.ts";
import { beginsAll, endAdHoc, isOver } from "./ad-hoc.ts";
import { containerOf } from "./container-of.ts";
import { endPlanIfDone, goOnAfter, lagsAfter, stepAt } from "./plan.ts";

/** What becomes of a scope once one of its tokens has ended. */
interface PlannedEnd {
  /** Of a plan: the step that is done. */
  readonly done?: string;
  readonly then: () => void;
}

/** Worked out before the token ends, so that it is still there to try again where that fails. */
export function plannedEnd(turn: Turn, { scope, token }: Place, node: NodeProgram): Evaluated<PlannedEnd> {
  const container = containerOf(turn, scope);
  // What undoes something is no step of its container.
  const undoes = turn.draft.tokens[token]?.u !== undefined;
  if (container?.kind === "adHoc" && !undoes) {
    const over = isOver(turn, scope, container);
    if (!over.ok) return over;
    if (over.value) return { ok: true, value: { then: () => endAdHoc(turn, scope, container) } };
  }
  const step = container?.kind === "plan" && !undoes ? stepAt(node) : null;
  if (step === null) return { ok: true, value: { then: () => endIfDone(turn, scope) } };
  const lags = lagsAfter(turn, scope, step);
  if (!lags.ok) return lags;
  return { ok: true, value: { done: step.id, then: () => goOnAfter(turn, scope, step, lags.value) } };
}

/** Ends a scope whose last token is gone. Tokens that wait at joins keep it open: what becomes of them is seen at rest. */
export function endIfDone(turn: Turn, scope: number): void {
  const state = turn.draft.scopes[scope];
  if (state === undefined) return;
  const container = containerOf(turn, scope);
  if (container?.kind === "plan") {
    endPlanIfDone(turn, scope);
    return;
  }
  if (!isStill(turn, scope)) return;
  // After an event sub-process that interrupted, nobody begins anything more.
  if (container?.kind === "adHoc" && !beginsAll(container) && !state.handled) {
    if (state.ending) endAdHoc(turn, scope, container);
    return;
  }
  if (state.joins === undefined) endScope(turn, scope, "completed");
}
