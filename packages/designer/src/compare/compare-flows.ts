import {
  diffFlows,
  type FlowChange,
  isPlaceField,
  type Node,
  type WorkflowDefinition,
} from "@flowright/definition";
import type { lexiconOf } from "../diagram/words/lexicon.ts";
import { stepName } from "../diagram/words/step-name.ts";
import type { Language } from "../model/designer-options.ts";
import { indexOf } from "../model/document/index-of.ts";
import { elementTypeOf } from "../model/element/element-types.ts";
import { textsOf } from "../texts/texts-of.ts";
import { COMPARE_TEXTS } from "./words/compare-texts.ts";
import { type FieldRow, fieldRows } from "./words/field-rows.ts";
import { lineTitle, type Names, namesOf } from "./words/names.ts";

export type ChangeKind = FlowChange["change"];

/** A difference as it is listed. */
export interface ListedChange {
  readonly key: string;
  readonly change: ChangeKind;
  readonly what: FlowChange["what"];
  /** Its name, or what it is. */
  readonly title: string;
  /** The kind of step; empty for lines and the flow. */
  readonly kind: string;
  readonly rows: readonly FieldRow[];
  /** Its ids in the two versions; null where it is not there. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface Comparison {
  /** In the order of the list: added, changed, removed, moved. */
  readonly changes: readonly ListedChange[];
  /** How steps and lines are marked in the drawings, by id; lines that follow from steps included. */
  readonly marks: {
    readonly before: ReadonlyMap<string, ChangeKind>;
    readonly after: ReadonlyMap<string, ChangeKind>;
  };
}

const ORDER: readonly ChangeKind[] = ["added", "changed", "removed", "moved"];

/** Sets two versions of a flow against each other, in words. */
export function compareFlows(
  before: WorkflowDefinition,
  after: WorkflowDefinition,
  language: Language,
  known: Parameters<typeof lexiconOf>[2] = {},
): Comparison {
  const was = namesOf(before, language, known);
  const is = namesOf(after, language, known);
  const all = diffFlows(before, after, language);
  const marks = { before: new Map<string, ChangeKind>(), after: new Map<string, ChangeKind>() };
  for (const { change, what, id, was: old = id } of all) {
    if (what === "flow") continue;
    if (change !== "added") marks.before.set(old, change);
    if (change !== "removed") marks.after.set(id, change);
  }
  const changes = all
    .filter((change) => !followsFromSteps(change, { before, after, marks }))
    .map((change) => listed(change, { before, after, was, is }))
    .sort((one, other) => ORDER.indexOf(one.change) - ORDER.indexOf(other.change));
  return { changes, marks };
}

/** A plain line that came or went with the step at its end says nothing of its own. */
function followsFromSteps(
  { change, what, id }: FlowChange,
  flows: Pick<Comparison, "marks"> & Record<"before" | "after", WorkflowDefinition>,
): boolean {
  if (what !== "line" || (change !== "added" && change !== "removed")) return false;
  const side = change === "added" ? "after" : "before";
  const edge = indexOf(flows[side]).edges.get(id)?.edge;
  if (edge === undefined || edge.condition !== undefined || edge.outcome !== undefined) return false;
  if (edge.name !== undefined || edge.default === true) return false;
  return [edge.source, edge.target].some((end) => flows.marks[side].get(end) === change);
}

interface Sides {
  readonly before: WorkflowDefinition;
  readonly after: WorkflowDefinition;
  readonly was: Names;
  readonly is: Names;
}

function listed(change: FlowChange, sides: Sides): ListedChange {
  const { what, id, was: old = id } = change;
  const nodes = { before: sides.was.node(old), after: sides.is.node(id) };
  const rows = (change.fields ?? []).flatMap((field) => {
    // Whoever is listed as changed was moved besides; that is no difference in meaning.
    if (change.change === "changed" && isPlaceField(field.field)) return [];
    if (field.field === "inside") return insideRow(field, sides);
    return fieldRows(
      what,
      field,
      { names: sides.was, node: nodes.before },
      { names: sides.is, node: nodes.after },
    );
  });
  const node = nodes.after ?? nodes.before;
  return {
    key: `${what} ${change.change} ${id}`,
    change: change.change,
    what,
    title: titleOf(change, sides, node),
    kind: what === "step" && node !== undefined ? elementTypeOf(node).name[sides.is.language] : "",
    rows: change.change === "moved" ? [] : rows,
    before: change.change === "added" || what === "flow" ? null : old,
    after: change.change === "removed" || what === "flow" ? null : id,
  };
}

function insideRow(
  field: { readonly before?: unknown; readonly after?: unknown },
  { was, is }: Sides,
): FieldRow[] {
  const t = textsOf(COMPARE_TEXTS, is.language);
  const said = (value: unknown, names: Names) => (typeof value === "string" ? names.step(value) : t("top"));
  return [{ label: t("inside"), before: said(field.before, was), after: said(field.after, is) }];
}

function titleOf(
  { what, id, change }: FlowChange,
  { before, after, was, is }: Sides,
  node: Node | undefined,
): string {
  const names = change === "removed" ? was : is;
  if (what === "flow") return textsOf(COMPARE_TEXTS, names.language)("theFlow");
  if (what === "step") return String(stepName(node, names.lexicon));
  const edge = indexOf(change === "removed" ? before : after).edges.get(id)?.edge;
  return edge === undefined ? id : lineTitle(edge.source, edge.target, names);
}
