import type { WorkflowDefinition } from "@flowright/definition";
import type { ProofFinding } from "@flowright/engine";
import { useReactFlow } from "@xyflow/react";
import { useCallback } from "react";
import { indexOf } from "../../model/document/index-of.ts";
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
      void import("./proof/example-turns.ts").then(({ exampleTurns }) => {
        if (store.getState().definition !== definition) return;
        const turns = exampleTurns(definition, finding);
        const example = exampleOf(definition, finding, wavesOf(definition, turns));
        const { edges } = indexOf(definition);
        const seen = new Set([example.at, ...example.rest.map(({ node }) => node)]);
        for (const id of example.waves.flat()) {
          const edge = edges.get(id)?.edge;
          if (edge) seen.add(edge.source).add(edge.target);
        }
        void flow.fitView({
          nodes: [...seen].map((id) => ({ id })),
          // Room for the note above and beside the step that it stands at.
          padding: { top: "170px", right: "150px", bottom: "60px", left: "150px" },
          maxZoom: 1,
          duration: 200,
        });
        ui.getState().set({ ghost: null, example });
      });
    },
    [store, ui, flow],
  );
}

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
