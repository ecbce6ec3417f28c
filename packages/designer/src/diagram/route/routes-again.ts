import { type Edge, isContainer, type Node, type WorkflowDefinition } from "@flowright/definition";
import { type Places, placesOf } from "../../model/geometry/places-of.ts";
import { isGateway } from "../../model/geometry/size-of.ts";
import type { Route } from "./route.ts";
import { routesOf } from "./routes-of.ts";

/** The lines of a definition as they were drawn last. */
export interface DrawnLines {
  readonly definition: WorkflowDefinition;
  readonly routes: ReadonlyMap<string, Route>;
}

/**
 * The ways of all lines, those of the last drawing where nothing about them changed: most edits (a name, a deadline, a
 * condition) move nothing, and in a large flow finding every way again would be felt at each key.
 */
export function routesAgain(last: DrawnLines | null, definition: WorkflowDefinition): DrawnLines {
  if (last?.definition === definition) return last;
  const places = placesOf(definition);
  const same = last !== null && isDrawnAlike(last.definition, definition, placesOf(last.definition), places);
  return { definition, routes: same ? last.routes : routesOf(definition, places) };
}

type Level = { readonly nodes: readonly Node[]; readonly edges: readonly Edge[] };

function isDrawnAlike(a: Level, b: Level, placesA: Places, placesB: Places): boolean {
  if (a.nodes.length !== b.nodes.length || a.edges.length !== b.edges.length) return false;
  const linesAlike = a.edges.every((edge, at) => {
    const other = b.edges[at];
    return (
      edge === other ||
      (edge.id === other?.id && edge.source === other.source && edge.target === other.target)
    );
  });
  if (!linesAlike) return false;
  return a.nodes.every((node, at) => {
    const other = b.nodes[at];
    const [was, is] = [placesA.get(node.id), placesB.get(node.id)];
    if (node.id !== other?.id || !was || !is) return false;
    if (was.x !== is.x || was.y !== is.y || was.width !== is.width || was.height !== is.height) return false;
    if (node === other) return true;
    if (isGateway(node.kind) !== isGateway(other.kind)) return false;
    if ((node.kind === "boundary") !== (other.kind === "boundary")) return false;
    if (!isContainer(node) || !isContainer(other)) return isContainer(node) === isContainer(other);
    if ((node.collapsed ?? false) !== (other.collapsed ?? false)) return false;
    return node.collapsed === true || isDrawnAlike(node, other, placesA, placesB);
  });
}
