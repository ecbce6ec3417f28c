import { type Evaluated, evaluateCondition } from "../../data/evaluate.ts";
import { viewFrom } from "../../data/scope-data.ts";
import { startableIn } from "../../program/container-steps.ts";
import type { NodeProgram } from "../../program/program.ts";
import { endScope, isStill } from "../end-scope.ts";
import { emit, placeOf, type Turn } from "../turn.ts";
import { beginNode } from "./begin-node.ts";

/** Whether all steps of an ad-hoc sub-process begin at once; else people begin them. */
export function beginsAll({ node }: NodeProgram): boolean {
  return node.kind === "adHoc" && node.start === "all";
}

/** The inside of an ad-hoc sub-process has opened. */
export function openAdHoc(turn: Turn, scope: number, container: NodeProgram): void {
  if (!beginsAll(container) || container.child === null) return;
  const steps = startableIn(container.child);
  for (const step of steps) beginNode(turn, scope, step);
  if (steps.length === 0) endScope(turn, scope, "completed");
}

/** Whether an ad-hoc sub-process is over once the token that ends now is gone. */
export function isOver(turn: Turn, scope: number, { parts }: NodeProgram): Evaluated<boolean> {
  if (turn.draft.scopes[scope]?.ending) return { ok: true, value: true };
  if (parts.completion === undefined) return { ok: true, value: false };
  return evaluateCondition(parts.completion, viewFrom(turn, scope));
}

/** It ends with what is under way, or waits for that. Tokens that are counted at joins have nothing to wait for. */
export function endAdHoc(turn: Turn, scope: number, { node }: NodeProgram): void {
  const waits = node.kind === "adHoc" && node.cancelRemaining === false;
  if (!waits || isStill(turn, scope)) {
    endScope(turn, scope, "completed");
    return;
  }
  const parent = turn.draft.scopes[scope]?.parent ?? null;
  if (parent === null || turn.draft.scopes[scope]?.ending) return;
  emit(turn, { kind: "scope.ending", ...placeOf(turn, parent), child: scope });
}
