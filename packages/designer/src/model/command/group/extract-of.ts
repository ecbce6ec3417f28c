import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";
import { containerOf, indexOf } from "../../document/index-of.ts";
import { withMembers } from "../../group/groups-of.ts";
import { withReach } from "../../walk/reach.ts";
import type { Refusal } from "../command.ts";
import { extractRefusals } from "./extract-refusals.ts";

/** Steps that can become a sub-process, with the lines that lead in and out. */
export interface Extract {
  readonly container: string | null;
  /** With the events on their edges. */
  readonly steps: ReadonlySet<string>;
  readonly entry: string;
  /** All lead to the entry. */
  readonly entries: readonly Edge[];
  /** All lead to the same step outside; none where nothing follows. */
  readonly exits: readonly Edge[];
}

/** Kinds that wait for several lines or may take several: what comes to them must stay several lines. */
const COUNTS_LINES: ReadonlySet<Node["kind"]> = new Set(["parallel", "inclusive", "complex"]);

/** Whether steps have one way in and one way out, so that a sub-process in their place does the same. */
export function extractOf(
  definition: WorkflowDefinition,
  ids: readonly string[],
): Extract | { readonly refusal: Refusal } {
  const index = indexOf(definition);
  const chosen = withMembers(definition, ids).flatMap((id) => index.nodes.get(id) ?? []);
  const own = chosen.filter(({ node }) => node.kind !== "boundary");
  const first = own[0];
  if (!first) return { refusal: extractRefusals.nothing };
  if (own.some(({ parent }) => parent?.id !== first.parent?.id)) {
    return { refusal: extractRefusals.severalLevels };
  }
  if (first.parent?.kind === "plan" || first.parent?.kind === "adHoc") {
    return { refusal: extractRefusals.noOrder };
  }
  const container = first.parent?.id ?? null;
  const around = containerOf(definition, container);
  const inside = new Set(own.map(({ node }) => node.id));
  const nodes = (around?.nodes ?? []).filter(
    (node) => inside.has(node.id) || (node.kind === "boundary" && inside.has(node.attachedTo)),
  );
  const steps = new Set(nodes.map(({ id }) => id));
  const edges = around?.edges ?? [];
  const entries = edges.filter(({ source, target }) => !steps.has(source) && steps.has(target));
  const exits = edges.filter(({ source, target }) => steps.has(source) && !steps.has(target));
  const refusal = refusalOf(definition, nodes, entries, exits);
  if (refusal) return { refusal };
  const entry = entries[0]?.target ?? beginnings(definition, nodes)[0]?.id;
  if (entry === undefined) return { refusal: extractRefusals.nothing };
  return { container, steps, entry, entries, exits };
}

function refusalOf(
  definition: WorkflowDefinition,
  nodes: readonly Node[],
  entries: readonly Edge[],
  exits: readonly Edge[],
): Refusal | null {
  const start = nodes.find(({ kind }) => kind === "start");
  if (start) return extractRefusals.start(start);
  const [way, out] = [entries[0], exits[0]];
  const otherWay = way && entries.find(({ target }) => target !== way.target);
  if (way && otherWay) return extractRefusals.anotherWayIn(definition, otherWay, way.target);
  const otherOut = out && exits.find(({ target }) => target !== out.target);
  if (out && otherOut) return extractRefusals.anotherWayOut(definition, otherOut, out.target);
  const second = !way ? beginnings(definition, nodes)[1] : undefined;
  if (second) return extractRefusals.severalBeginnings(second);
  const { nodes: all } = indexOf(definition);
  const counted = (id: string | undefined) => COUNTS_LINES.has(all.get(id ?? "")?.node.kind ?? "start");
  if (entries[1] && counted(way?.target)) return extractRefusals.severalLines(definition, entries[1]);
  if (exits[1] && (counted(out?.target) || maySplit(definition, nodes))) {
    return extractRefusals.severalLines(definition, exits[1]);
  }
  const beside = nodes.find((node) => node.kind === "boundary" && node.interrupting === false);
  if (out && beside && withReach(definition, [beside.id], "after").includes(out.id)) {
    return extractRefusals.severalLines(definition, out);
  }
  return endRefusal(definition, nodes, exits);
}

/** What ends the flow now would only end the sub-process. */
function endRefusal(
  definition: WorkflowDefinition,
  nodes: readonly Node[],
  exits: readonly Edge[],
): Refusal | null {
  const { outgoing } = indexOf(definition);
  // An error ends all that runs beside it inside, so that nothing may run beside it.
  const splits = maySplit(definition, nodes);
  const stops = nodes.find((node) => {
    if (node.kind === "end") {
      return (
        node.result?.type === "terminate" || (exits.length > 0 && (splits || node.result?.type !== "error"))
      );
    }
    if (exits.length === 0 || node.kind === "boundary" || isUndoing(definition, node.id)) return false;
    return leadsNowhere(node, outgoing);
  });
  if (stops) return extractRefusals.endsFlow(stops);
  const ends = nodes.filter(({ kind }) => kind === "end");
  const failed = ends.find((node) => node.kind === "end" && node.result?.type === "error");
  const done = ends.some((node) => node.kind === "end" && node.result?.type !== "error");
  return failed && (splits || !done) && exits.length === 0 ? extractRefusals.neverDone(failed) : null;
}

function leadsNowhere(node: Node, outgoing: ReadonlyMap<string, readonly Edge[]>): boolean {
  if (node.kind === "eventSubProcess" || (node.kind === "throw" && node.event.type === "link")) return false;
  return (outgoing.get(node.id) ?? []).length === 0;
}

/** Steps that no line leads to; events on edges and what undoes a step do not begin anything. */
function beginnings(definition: WorkflowDefinition, nodes: readonly Node[]): readonly Node[] {
  const { incoming } = indexOf(definition);
  return nodes.filter(
    (node) =>
      node.kind !== "boundary" &&
      node.kind !== "eventSubProcess" &&
      !(node.kind === "catch" && node.event.type === "link") &&
      (incoming.get(node.id) ?? []).length === 0,
  );
}

/** What undoes a step stands beside the flow. */
function isUndoing(definition: WorkflowDefinition, id: string): boolean {
  const { incoming, nodes } = indexOf(definition);
  return (incoming.get(id) ?? []).some(({ source }) => {
    const from = nodes.get(source)?.node;
    return from?.kind === "boundary" && from.event.type === "compensation";
  });
}

/** Whether several lines may be taken at the same time. */
function maySplit(definition: WorkflowDefinition, nodes: readonly Node[]): boolean {
  const { outgoing } = indexOf(definition);
  return nodes.some((node) => {
    if (node.kind === "boundary") return node.interrupting === false;
    const lines = (outgoing.get(node.id) ?? []).length;
    if (COUNTS_LINES.has(node.kind)) return lines > 1;
    if (["exclusive", "eventBased", "approval"].includes(node.kind)) return false;
    return lines > 1;
  });
}
