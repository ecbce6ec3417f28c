import { viewFrom } from "../../data/scope-data.ts";
import { candidatesOf } from "../../data/who.ts";
import type { NodeProgram } from "../../program/program.ts";
import { openTask } from "../open/open-task.ts";
import type { Place, Turn } from "../turn.ts";

/**
 * Announces the one task of a step that waits for others; it is told again when that changes. Where it is not known
 * yet who will do it, or where several are asked one by one, the task comes when the step opens.
 */
export function announce(turn: Turn, place: Place, step: NodeProgram, waitsFor: readonly string[]): void {
  const { node, parts } = step;
  if (node.kind !== "userTask" && node.kind !== "approval") return;
  if (node.loop !== undefined || (node.kind === "approval" && node.rule.type !== "any")) return;
  const candidates = candidatesOf(turn, node.who, parts.who, viewFrom(turn, place.scope));
  if (!candidates.ok) return;
  openTask(turn, place, {
    type: node.kind === "approval" ? "approval" : "work",
    candidates: candidates.value,
    due: null,
    form: node.form ?? null,
    waitsFor,
  });
}
