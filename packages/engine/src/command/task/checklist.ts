import { type ChecklistItem, textOf } from "@flowright/definition";
import type { JsonObject } from "../../contract/json.ts";
import { evaluateCondition } from "../../data/evaluate.ts";
import { viewFrom } from "../../data/scope-data.ts";
import type { Params } from "../../problem/render.ts";
import type { Turn } from "../../turn/turn.ts";
import type { FoundTask } from "./task-found.ts";

/** Names the items of a task's checklist that are still open; null where none is. */
export function openItems(
  turn: Turn,
  { node, place }: FoundTask,
  data: JsonObject,
  checked: readonly string[],
): Params | null {
  const drawn = node.node;
  if (drawn.kind !== "userTask" && drawn.kind !== "approval") return null;
  const view = viewFrom(turn, place.scope, data);
  const done = ({ id, optional }: ChecklistItem): boolean => {
    if (optional) return true;
    const rule = node.parts.rules?.get(id);
    if (rule === undefined) return checked.includes(id);
    const holds = evaluateCondition(rule, view);
    return holds.ok && holds.value;
  };
  const open = (drawn.checklist ?? []).filter((item) => !done(item));
  if (open.length === 0) return null;
  return {
    items: open.map(({ text }) => textOf(text, "en")).join("; "),
    "items:zh-CN": open.map(({ text }) => textOf(text, "zh-CN")).join("；"),
    ids: open.map(({ id }) => id).join(" "),
  };
}
