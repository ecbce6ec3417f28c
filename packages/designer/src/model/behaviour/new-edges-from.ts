import type { WorkflowDefinition } from "@flowright/definition";
import type { Container } from "../document/container.ts";
import { indexOf } from "../document/index-of.ts";

/** Ids of the lines that were not there before, or that left another step before. */
export function newEdgesFrom(before: WorkflowDefinition, container: Container): ReadonlySet<string> {
  const { edges } = indexOf(before);
  return new Set(
    container.edges
      .filter((edge) => edges.get(edge.id)?.edge.source !== edge.source)
      .map((edge) => edge.id),
  );
}
