import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";
import { type Command, type Outcome, type Refusal, refused } from "../../command/command.ts";
import { containerOf, indexOf } from "../../document/index-of.ts";
import { idsFor } from "../../document/new-id.ts";
import { newNode } from "../../document/new-node.ts";
import { exclusive, inclusive, parallel } from "../../element/decisions.ts";
import type { ElementType } from "../../element/element-type.ts";
import { elementTypeOf } from "../../element/element-types.ts";
import { approval, userTask } from "../../element/people.ts";
import { canDrop } from "../../rule/can-drop.ts";
import { canStand } from "../../rule/can-stand.ts";
import { leadsOn } from "../../rule/leads-on.ts";
import { type Draft, finished } from "./finished.ts";

/** A place in a column: on lines that lead to the same step, or behind a step that nothing follows. */
export type Gap = { readonly edges: readonly string[] } | { readonly after: string };

/** Elements that come as a whole branching with a step in each branch. */
const BRANCHING: ReadonlySet<ElementType> = new Set([exclusive, inclusive, parallel]);

/** Puts a new step into a column. A decision comes with its branches and with the place where they meet. */
export function insertAt(gap: Gap, element: ElementType): Command {
  return {
    label: { en: `Insert ${element.name.en}`, "zh-CN": `插入${element.name["zh-CN"]}` },
    execute(definition) {
      return putAt(definition, gap, element, (target, newId) =>
        BRANCHING.has(element) ? branching(element, target, newId) : single(element, target, newId),
      );
    },
  };
}

/** Steps that are put into a column together: where they begin, and what is selected afterwards. */
export interface Made {
  readonly nodes: readonly Node[];
  /** Lines among them and from them to what follows. */
  readonly edges: readonly Edge[];
  readonly first: string;
  readonly selected: string;
}

/**
 * Puts steps into a gap: what led there leads to the first of them. `make` is told what follows (null: nothing) and
 * how to get new ids; `element` is the sort of the first step, which decides whether they may stand there.
 */
export function putAt(
  definition: WorkflowDefinition,
  gap: Gap,
  element: ElementType,
  make: (target: string | null, newId: (prefix: string) => string) => Made,
): Outcome {
  const put = draftAt(definition, gap, element, make);
  return put.ok ? finished(definition, put.draft) : put;
}

/** What `putAt` makes of the container. */
export function draftAt(
  definition: WorkflowDefinition,
  gap: Gap,
  element: ElementType,
  make: (target: string | null, newId: (prefix: string) => string) => Made,
): { readonly ok: true; readonly draft: Draft } | { readonly ok: false; readonly refusal: Refusal } {
  const place = placeOf(definition, gap);
  if (!place) return refused("edge.unknown", "That line is no longer there.", "该连线已不存在。");
  const refusal = gapRefusal(definition, gap, element, place.container);
  if (refusal !== true) return { ok: false, refusal };
  const inside = containerOf(definition, place.container) ?? { nodes: [], edges: [] };
  const newId = idsFor(definition);
  const made = make(place.target, newId);
  for (const node of made.nodes) {
    const allowed = canStand(definition, elementTypeOf(node), place.container);
    if (allowed !== true) return { ok: false, refusal: allowed };
  }
  const lead: Edge[] = "after" in gap ? [{ id: newId("edge"), source: gap.after, target: made.first }] : [];
  const redirected = new Set("edges" in gap ? gap.edges : []);
  const draft = {
    container: place.container,
    nodes: [...inside.nodes, ...made.nodes],
    edges: [
      ...inside.edges.map((edge) => (redirected.has(edge.id) ? { ...edge, target: made.first } : edge)),
      ...lead,
      ...made.edges,
    ],
    fresh: made.nodes.map(({ id }) => id),
    selection: [made.selected],
  };
  return { ok: true, draft };
}

/** Whether an element may stand in a gap: true, or the reason why not. */
export function canInsertAt(definition: WorkflowDefinition, gap: Gap, element: ElementType) {
  const place = placeOf(definition, gap);
  return place !== null && gapRefusal(definition, gap, element, place.container) === true;
}

function gapRefusal(
  definition: WorkflowDefinition,
  gap: Gap,
  element: ElementType,
  container: string | null,
) {
  if ("edges" in gap) {
    for (const edge of gap.edges) {
      const allowed = canDrop(definition, element, { type: "edge", edge });
      if (allowed !== true) return allowed;
    }
    return true;
  }
  const made = { id: "", attachedTo: "", ...element.draft() } as Node;
  if (
    made.kind === "boundary" ||
    made.kind === "start" ||
    made.kind === "eventSubProcess" ||
    isArrival(made)
  ) {
    return refused("drop.not-on-line", "Nothing leads to this.", "没有连线可以通向它。").refusal;
  }
  return canStand(definition, element, container);
}

function isArrival(node: Node): boolean {
  return node.kind === "catch" && node.event.type === "link";
}

/** The container of a gap and the step behind it; null if it is no longer there. */
export function placeOf(
  definition: WorkflowDefinition,
  gap: Gap,
): { readonly container: string | null; readonly target: string | null } | null {
  const { nodes, edges } = indexOf(definition);
  if ("after" in gap) {
    const placed = nodes.get(gap.after);
    return placed ? { container: placed.parent?.id ?? null, target: null } : null;
  }
  const lines = gap.edges.flatMap((id) => edges.get(id) ?? []);
  const [first] = lines;
  if (!first || lines.length !== gap.edges.length) return null;
  if (lines.some(({ edge }) => edge.target !== first.edge.target)) return null;
  return { container: first.parent?.id ?? null, target: first.edge.target };
}

function single(element: ElementType, target: string | null, newId: (prefix: string) => string): Made {
  const node = newNode(element, newId, {});
  const onward = target !== null && leadsOn(node) ? [{ id: newId("edge"), source: node.id, target }] : [];
  return {
    nodes: [node],
    // A step that something follows by a choice of its own is the "otherwise" of that choice.
    edges: onward,
    first: node.id,
    selected: node.id,
  };
}

/** By condition: one branch with an approval and one past it. In parallel: two tasks that are waited for. */
function branching(element: ElementType, target: string | null, newId: (prefix: string) => string): Made {
  const fork = newNode(element, newId, {});
  const edges: Edge[] = [];
  const line = (source: string, to: string, rest: Partial<Edge> = {}) => {
    const edge = { id: newId("edge"), source, target: to, ...rest };
    edges.push(edge);
    return edge;
  };
  const first = newNode(element === parallel ? userTask : approval, newId, {});
  const second = newNode(userTask, newId, {});
  const head = line(fork.id, first.id);
  if (element === exclusive) {
    const otherwise = target === null ? second : null;
    if (target !== null) line(first.id, target);
    line(fork.id, otherwise?.id ?? target ?? "", { default: true });
    const nodes = [fork, first, ...(otherwise ? [otherwise] : [])];
    return { nodes, edges, first: fork.id, selected: head.id };
  }
  const join = newNode(element, newId, {});
  line(fork.id, second.id, element === inclusive ? { default: true } : {});
  line(first.id, join.id);
  line(second.id, join.id);
  if (target !== null) line(join.id, target);
  const selected = element === inclusive ? head.id : first.id;
  return { nodes: [fork, first, second, join], edges, first: fork.id, selected };
}
