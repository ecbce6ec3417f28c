import type { Json } from "../../contract/json.ts";
import { type Evaluated, evaluateCondition, evaluateJson, type View } from "../../data/evaluate.ts";
import type { LoopPart, NodeProgram } from "../../program/program.ts";
import { emit, type Place, queue, type Turn } from "../turn.ts";

/** An activity begins that is done several times: how often is worked out, then its instances begin. */
export function planInstances(
  turn: Turn,
  place: Place,
  node: NodeProgram,
  loop: LoopPart,
  view: View,
): Evaluated<() => void> {
  if (loop.type === "standard") return planRounds(turn, place, node, loop, view);
  const collection = evaluateJson(loop.collection, view);
  if (!collection.ok) return collection;
  const planned = plannedOf(collection.value);
  if (planned === null) {
    const params = { expression: loop.collection.source, value: shown(collection.value) };
    return { ok: false, failure: { code: "instances.no-list", params } };
  }
  const { instances: limit } = turn.limits;
  if (planned.total > limit) return { ok: false, failure: { code: "limit.instances", params: { limit } } };
  if (planned.total === 0 && !canGoOnUndecided(node)) return NOBODY;
  return {
    ok: true,
    value: () => {
      emit(turn, { kind: "instances.planned", ...place, ...planned });
      queue(turn, place.token, { do: "instances" });
    },
  };
}

const NOBODY = { ok: false, failure: { code: "task.nobody", params: {} } } as const;

/** Whether an activity can be left that nobody has done: an approval has no outcome then. */
function canGoOnUndecided({ kind, outgoing }: NodeProgram): boolean {
  if (kind !== "approval" || outgoing.length === 0) return true;
  return outgoing.some(({ edge }) => edge.outcome === undefined);
}

/** A loop may be over before it has begun. */
function planRounds(
  turn: Turn,
  place: Place,
  node: NodeProgram,
  { condition, testBefore }: LoopPart & { type: "standard" },
  view: View,
): Evaluated<() => void> {
  const again: Evaluated<boolean> = testBefore
    ? evaluateCondition(condition, { ...view, variables: { ...view.variables, index: 0 } })
    : { ok: true, value: true };
  if (!again.ok) return again;
  if (!again.value && !canGoOnUndecided(node)) return NOBODY;
  return {
    ok: true,
    value: () => {
      if (again.value) {
        emit(turn, { kind: "instances.planned", ...place, total: 0 });
        queue(turn, place.token, { do: "instances" });
      } else queue(turn, place.token, { do: "complete" });
    },
  };
}

/** As many as a list has items; a number means the numbers from 1, which need not be written down. */
function plannedOf(value: Json): { readonly total: number; readonly items?: readonly Json[] } | null {
  if (Array.isArray(value)) return { total: value.length, items: value };
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0) return null;
  return { total: value };
}

/** Longest text of a value in an incident. */
const LONGEST = 200;

function shown(value: Json): string {
  return JSON.stringify(value).slice(0, LONGEST);
}
