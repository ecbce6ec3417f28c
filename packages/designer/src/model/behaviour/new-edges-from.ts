import type { WorkflowDefinition } from "@flowright/definition";
import type { Container } from "../document/container.ts";
import { indexOf } from "../document/index-of.ts";

/** Ids of the lines that were not there before, or that left another step or another kind of step before. */
export function newEdgesFrom(before: WorkflowDefinition, container: Container): ReadonlySet<string> {
  const { edges, nodes } = indexOf(before);
  const kinds = new Map(container.nodes.map((node) => [node.id, node.kind]));
  return new Set(
    container.edges
      .filter(
        (edge) =>
          edges.get(edge.id)?.edge.source !== edge.source ||
          nodes.get(edge.source)?.node.kind !== kinds.get(edge.source),
      )
      .map((edge) => edge.id),
  );
}
