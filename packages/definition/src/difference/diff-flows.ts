import type { WorkflowDefinition } from "../generated/workflow.ts";
import { canonicalJson } from "../json/canonical-json.ts";
import { textOf } from "../model/text-of.ts";
import { branchOrders } from "./branch-orders.ts";
import { isPlaceField, type Part, partsOf } from "./flow-parts.ts";
import { matchLines, matchSteps, withIds } from "./match-parts.ts";

/** A field that differs; absent where it is not set. */
export interface FieldChange {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** One difference between two versions of a flow. */
export interface FlowChange {
  readonly change: "added" | "removed" | "changed" | "moved";
  readonly what: "step" | "line" | "flow";
  /** Its id afterwards; of what was removed, the one it had. */
  readonly id: string;
  /** The id it had before, where that was another one. */
  readonly was?: string;
  readonly name: string;
  /** Of what is changed: the fields that differ. */
  readonly fields?: readonly FieldChange[];
}

/**
 * What differs in meaning between two versions of a flow; where only places differ, it is moved. Steps are matched by
 * id, then by kind and name where that tells them apart; lines by id, then by what they join.
 */
export function diffFlows(
  before: WorkflowDefinition,
  after: WorkflowDefinition,
  language: "en" | "zh-CN",
): FlowChange[] {
  const was = partsOf(before);
  const is = partsOf(after);
  const steps = matchSteps(was.steps, is.steps);
  const linesBefore = was.lines.map((line) => withIds(line, steps));
  const lines = matchLines(linesBefore, is.lines);
  const orders = branchOrders({ was: { ...was, lines: linesBefore }, is, lines });
  return [
    ...compared("flow", [was.head], [is.head], new Map([[was.head.id, is.head.id]]), language),
    ...compared(
      "step",
      was.steps.map((step) => ({ ...withIds(step, steps), ...orders.before.get(steps.get(step.id) ?? "") })),
      is.steps.map((step) => ({ ...step, ...orders.after.get(step.id) })),
      steps,
      language,
    ),
    ...compared("line", linesBefore, is.lines, lines, language),
  ];
}

/** The same without what was only moved. */
export function withoutMoves(changes: readonly FlowChange[]): FlowChange[] {
  return changes.flatMap((change) => {
    if (change.change === "moved") return [];
    if (change.fields === undefined) return [change];
    return [{ ...change, fields: change.fields.filter(({ field }) => !isPlaceField(field)) }];
  });
}

/** `matched`: the id afterwards of each id before. */
function compared(
  what: FlowChange["what"],
  before: readonly Part[],
  after: readonly Part[],
  matched: ReadonlyMap<string, string>,
  language: "en" | "zh-CN",
): FlowChange[] {
  const was = new Map(before.flatMap((part) => (matched.has(part.id) ? [[matched.get(part.id), part]] : [])));
  const of = (part: Part) => ({ what, id: part.id, name: nameOf(part, language) });
  return [
    ...before
      .filter(({ id }) => !matched.has(id))
      .map((part) => ({ change: "removed" as const, ...of(part) })),
    ...after.flatMap((part): FlowChange[] => {
      const old = was.get(part.id);
      if (old === undefined) return [{ change: "added", ...of(part) }];
      const fields = fieldsOf(old, part);
      if (fields.length === 0) return [];
      const moved = fields.every(({ field }) => isPlaceField(field));
      const renamed = old.id === part.id ? {} : { was: old.id };
      return [{ change: moved ? "moved" : "changed", ...of(part), ...renamed, fields }];
    }),
  ];
}

function fieldsOf(before: Part, after: Part): FieldChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((field) => {
    const [was, is] = [before[field], after[field]];
    if (canonicalJson(was) === canonicalJson(is)) return [];
    return [
      { field, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) },
    ];
  });
}

function nameOf({ name, id }: Part, language: "en" | "zh-CN"): string {
  return textOf(name as Parameters<typeof textOf>[0], language) || id;
}
