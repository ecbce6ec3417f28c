import type { WorkflowDefinition } from "@flowright/definition";
import type { EngineEvent } from "@flowright/engine";
import { indexOf } from "../../model/document/index-of.ts";

/**
 * The lines that a case goes along, as waves that are travelled one after the other: within a turn of the engine a
 * line comes after the one that leads to where it begins, and what runs side by side goes at the same time.
 */
export function wavesOf(
  definition: WorkflowDefinition,
  turns: readonly (readonly EngineEvent[])[],
): readonly (readonly string[])[] {
  const { edges, nodes } = indexOf(definition);
  return turns.flatMap((events) => {
    const waves: string[][] = [];
    const reached = new Map<string, number>();
    for (const event of events) {
      const edge = event.kind === "edge.taken" ? edges.get(event.edge)?.edge : undefined;
      if (!edge) continue;
      // What is inside a block begins after the line that leads to the block.
      const around = nodes.get(edge.source)?.parent?.id;
      const wave = reached.get(edge.source) ?? (around === undefined ? 0 : (reached.get(around) ?? 0));
      waves[wave] = [...(waves[wave] ?? []), edge.id];
      reached.set(edge.target, wave + 1);
      for (let outer = around; outer !== undefined; outer = nodes.get(outer)?.parent?.id) {
        reached.set(outer, Math.max(reached.get(outer) ?? 0, wave + 1));
      }
    }
    return waves.filter((wave) => wave !== undefined);
  });
}
