import type { WorkflowDefinition } from "@flowright/definition";
import type { EngineEvent, ProofFinding } from "@flowright/engine";
import { useReactFlow } from "@xyflow/react";
import { useCallback } from "react";
import { indexOf } from "../../model/document/index-of.ts";
import { pathTo } from "../../model/walk/path-to.ts";
import { wavesOf } from "../../play/model/example-waves.ts";
import { useDesignerStore } from "../../store-context.ts";
import { type ShownExample, useCanvasUiStore } from "../canvas-ui.ts";

/** Plays what a finding tells in the engine itself and shows it as tokens on the drawing. */
export function useShowExample(): (finding: ProofFinding) => void {
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const flow = useReactFlow();
  return useCallback(
    (finding) => {
      const { definition } = store.getState();
      void wavesOfFinding(definition, finding).then((waves) => {
        if (store.getState().definition !== definition) return;
        const example = exampleOf(definition, finding, waves);
        const { edges } = indexOf(definition);
        const seen = new Set([example.at, ...example.rest.map(({ node }) => node)]);
        for (const id of example.waves.flat()) {
          const edge = edges.get(id)?.edge;
          if (edge) seen.add(edge.source).add(edge.target);
        }
        void flow.fitView({
          nodes: [...seen].map((id) => ({ id })),
          padding: 0.2,
          maxZoom: 1,
          duration: 200,
        });
        ui.getState().set({ ghost: null, example });
      });
    },
    [store, ui, flow],
  );
}

/** Plays the moves of a finding; an engine that cannot play them still shows the way to where the case stays. */
async function wavesOfFinding(
  definition: WorkflowDefinition,
  finding: ProofFinding,
): Promise<ShownExample["waves"]> {
  const engine = (await import("@flowright/engine")) as { readonly playCounterExample?: PlayCounterExample };
  const turns = engine.playCounterExample?.(definition, finding.moves).turns;
  if (turns) return wavesOf(definition, turns);
  const [first] = finding.marking?.tokens ?? [];
  const way = first === undefined ? null : pathTo(definition, first.node);
  return (way ?? []).map((edge) => [edge]);
}

type PlayCounterExample = (
  definition: WorkflowDefinition,
  moves: ProofFinding["moves"],
) => { readonly turns: readonly (readonly EngineEvent[])[] };

function exampleOf(
  definition: WorkflowDefinition,
  finding: ProofFinding,
  waves: ShownExample["waves"],
): ShownExample {
  const { nodes, edges } = indexOf(definition);
  const at = finding.node === undefined ? undefined : (edges.get(finding.node)?.edge.source ?? finding.node);
  const known = at !== undefined && nodes.has(at) ? at : (finding.nodes[0] ?? "");
  return {
    waves,
    rest: finding.marking?.tokens ?? [],
    counted: (finding.marking?.joins ?? []).map(({ edge, count }) => ({ edge, count })),
    at: known,
    note: finding.message,
    serial: Date.now(),
  };
}
