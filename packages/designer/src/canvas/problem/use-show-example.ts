import type { WorkflowDefinition } from "@flowright/definition";
import type { ProofFinding } from "@flowright/engine";
import { useReactFlow } from "@xyflow/react";
import { useCallback } from "react";
import { indexOf } from "../../model/document/index-of.ts";
import { wavesOf } from "../../play/model/example-waves.ts";
import { useDesignerStore } from "../../store-context.ts";
import { inDesigner } from "../at-hand.ts";
import { type ShownExample, useCanvasUiStore } from "../canvas-ui.ts";

/** A drawing of fewer pixels is that of a phone. */
const NARROW = 600;

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
        // The whole way would be too small to be read on a phone, so it is where the way ends.
        const narrow = (inDesigner(".react-flow")?.clientWidth ?? Number.POSITIVE_INFINITY) < NARROW;
        const nodes = narrow ? [example.at] : [...seen];
        void flow.fitView({
          nodes: nodes.map((id) => ({ id })),
          // Room for the note above and beside the step that it stands at.
          padding: narrow
            ? { top: "150px", right: "90px", bottom: "60px", left: "90px" }
            : { top: "170px", right: "150px", bottom: "60px", left: "150px" },
          maxZoom: narrow ? 0.8 : 1,
          ...(narrow ? { minZoom: 0.6 } : {}),
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
