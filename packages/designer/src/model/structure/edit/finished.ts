import { type Edge, isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import type { Outcome, Refusal } from "../../command/command.ts";
import { type Container, mapped, withContainer } from "../../document/container.ts";
import { containerOf, indexOf } from "../../document/index-of.ts";
import { patched } from "../../document/patch.ts";
import { arrangedPlacesOf, placesOf } from "../../geometry/places-of.ts";
import { canConnect } from "../../rule/can-connect.ts";
import { withFreePlaces } from "./free-places.ts";

/** What an edit of the column makes of a container, before what follows from it. */
export interface Draft {
  readonly container: string | null;
  readonly nodes: Node[];
  readonly edges: Edge[];
  /** Steps that need a place of their own on the canvas. */
  readonly fresh: readonly string[];
  readonly selection: readonly string[];
}

/** Above this many steps a flow that was tidy is not arranged afresh after every edit. */
const MOST_ARRANGED = 150;

/**
 * The outcome of an edit: lines that would stand twice are one, gateways with nothing left to choose are gone, a line
 * that leaves an approval alone carries both outcomes, and every new line is allowed. On the canvas a tidy flow stays
 * tidy; in one that was arranged by hand only what is new is given a free place.
 */
export function finished(before: WorkflowDefinition, draft: Draft): Outcome {
  const wired = wiredUp(before, draft);
  if (!wired.ok) return wired;
  const present = indexOf(wired.definition).nodes;
  const fresh = draft.fresh.filter((id) => present.has(id));
  const definition =
    arrangedLike(before, wired.definition, draft.container) ??
    withFreePlaces(before, wired.definition, draft.container, fresh);
  return { ok: true, definition, selection: wired.selection };
}

/** The outcome of an edit without a thought for where steps stand on the canvas. */
export function wiredUp(before: WorkflowDefinition, draft: Draft): Outcome {
  const wired = settledLines(containerOf(before, draft.container) ?? { nodes: [], edges: [] }, draft);
  const after = withContainer(before, draft.container, () => wired);
  const refusal = firstRefusal(before, after, wired.edges);
  if (refusal) return { ok: false, refusal };
  const { nodes, edges } = indexOf(after);
  const selection = draft.selection.filter((id) => nodes.has(id) || edges.has(id));
  return { ok: true, definition: after, selection };
}

function settledLines(before: Container, { nodes, edges }: Container): Container {
  let left: Container = { nodes, edges: withoutTwins(nodes, edges, before) };
  for (let idle = idleGateway(before, left); idle; idle = idleGateway(before, left)) {
    const gone = idle;
    const onward = left.edges.find(({ source }) => source === gone);
    const rest = left.edges.filter((edge) => edge !== onward);
    const kept = left.nodes.filter(({ id }) => id !== gone);
    const healed = rest.flatMap((edge) => {
      if (edge.target !== gone) return [edge];
      return onward ? [{ ...edge, target: onward.target }] : [];
    });
    left = { nodes: kept, edges: withoutTwins(kept, healed, before) };
  }
  return { nodes: left.nodes, edges: withOpenOutcomes(before, left) };
}

/** The second of two lines between the same steps goes, unless it stood there before. */
function withoutTwins(nodes: readonly Node[], edges: Edge[], before: Container): Edge[] {
  const present = new Set(nodes.map(({ id }) => id));
  const earlier = new Map(before.edges.map((edge) => [edge.id, edge]));
  const isOld = (edge: Edge) => earlier.get(edge.id)?.target === edge.target;
  const pairs = new Set(edges.filter(isOld).map(({ source, target }) => `${source} ${target}`));
  return edges.filter((edge) => {
    if (!present.has(edge.source) || !present.has(edge.target)) return false;
    if (isOld(edge)) return true;
    const pair = `${edge.source} ${edge.target}`;
    if (edge.source === edge.target || pairs.has(pair)) return false;
    pairs.add(pair);
    return true;
  });
}

const IDLE_KINDS: ReadonlySet<Node["kind"]> = new Set(["exclusive", "parallel", "inclusive"]);

/** A gateway that had branches and has no more than one way in and one way on. */
function idleGateway(before: Container, now: Container): string | null {
  const count = (edges: readonly Edge[], id: string, end: "source" | "target") =>
    edges.filter((edge) => edge[end] === id).length;
  const idle = now.nodes.find(
    ({ id, kind }) =>
      IDLE_KINDS.has(kind) &&
      count(now.edges, id, "source") <= 1 &&
      count(now.edges, id, "target") <= 1 &&
      (count(before.edges, id, "source") > 1 || count(before.edges, id, "target") > 1),
  );
  return idle?.id ?? null;
}

function withOpenOutcomes(before: Container, { nodes, edges }: Container): Edge[] {
  const approvals = new Set(nodes.filter(({ kind }) => kind === "approval").map(({ id }) => id));
  return mapped(edges, (edge) => {
    if (edge.outcome === undefined || !approvals.has(edge.source)) return edge;
    const alone = edges.filter(({ source }) => source === edge.source).length === 1;
    const had = before.edges.filter(({ source }) => source === edge.source).length;
    return alone && had > 1 ? patched<Edge>(edge, { outcome: undefined }) : edge;
  });
}

function firstRefusal(
  before: WorkflowDefinition,
  after: WorkflowDefinition,
  edges: readonly Edge[],
): Refusal | null {
  const earlier = indexOf(before).edges;
  for (const { id, source, target } of edges) {
    const was = earlier.get(id)?.edge;
    if (was?.source === source && was.target === target) continue;
    const allowed = canConnect(after, source, target, id);
    if (allowed !== true) return allowed;
  }
  return null;
}

/** Arranges a container afresh if it was tidy before; null if it was arranged by hand. */
export function arrangedLike(
  before: WorkflowDefinition,
  after: WorkflowDefinition,
  container: string | null,
): WorkflowDefinition | null {
  if (indexOf(after).nodes.size > MOST_ARRANGED || !isArranged(before, container)) return null;
  const places = arrangedPlacesOf(after);
  return withContainer(after, container, ({ nodes, edges }) => ({
    edges,
    nodes: mapped(nodes, (node): Node => {
      const place = places.get(node.id);
      if (!place || node.kind === "boundary") return node;
      if (node.position?.x === place.x && node.position.y === place.y) return node;
      return { ...node, position: { x: place.x, y: place.y } };
    }),
  }));
}

const arrangedBefore = new WeakMap<WorkflowDefinition, ReturnType<typeof arrangedPlacesOf>>();

/** Whether everything stands where arranging would put it. */
function isArranged(definition: WorkflowDefinition, container: string | null): boolean {
  const fresh = arrangedBefore.get(definition) ?? arrangedPlacesOf(definition);
  arrangedBefore.set(definition, fresh);
  const seen = placesOf(definition);
  const inside = containerOf(definition, container)?.nodes ?? [];
  return inside.every((node) => {
    if (node.kind === "boundary") return true;
    const [a, b] = [fresh.get(node.id), seen.get(node.id)];
    const tall = isContainer(node) ? 16 : 0;
    return a !== undefined && b !== undefined && a.x === b.x && Math.abs(a.y - b.y) <= tall;
  });
}
