import { useStoreApi, ViewportPortal } from "@xyflow/react";
import { useMemo } from "react";
import type { FlowEdge } from "../../diagram/flow-elements.ts";
import { roundedPath } from "../../diagram/route/rounded-path.ts";
import { stepName } from "../../diagram/words/step-name.ts";
import type { Command } from "../../model/command/command.ts";
import { useDesigner } from "../../store-context.ts";
import { useCanvasUi } from "../canvas-ui.ts";
import { groundOf } from "../drill/ground.ts";
import type { LineLook } from "../line/LineEdge.tsx";
import { useLexicon } from "../use-lexicon.ts";
import { type PreviewStep, previewOf } from "./preview-of.ts";

/** Where a step that is about to be taken would stand, which way its lines would go, and what would make room for it. */
export function PreviewGhost({ command }: { readonly command: Command }) {
  const definition = useDesigner((state) => state.definition);
  const wanted = useCanvasUi((state) => state.ground);
  const lexicon = useLexicon();
  const canvas = useStoreApi();
  const preview = useMemo(() => {
    const drawn = canvas.getState().edges as FlowEdge<LineLook>[];
    const routes = new Map(drawn.flatMap(({ id, data }) => (data ? [[id, data.route]] : [])));
    return previewOf(definition, command, groundOf(definition, wanted), routes);
  }, [definition, command, wanted, canvas]);
  if (!preview) return null;
  return (
    <ViewportPortal>
      <div className="fw-preview" aria-hidden="true">
        <svg aria-hidden="true">
          {preview.lines.map(({ id, points }) => (
            <path key={id} d={roundedPath(points)} />
          ))}
        </svg>
        {preview.moved.map((step) => (
          <Outline key={step.id} step={step} moved />
        ))}
        {preview.steps.map((step) => (
          <Outline key={step.id} step={step}>
            {step.shape === "card" && stepName(step.node, lexicon)}
          </Outline>
        ))}
      </div>
    </ViewportPortal>
  );
}

function Outline({
  step: { place, shape },
  moved,
  children,
}: {
  readonly step: PreviewStep;
  readonly moved?: boolean;
  readonly children?: React.ReactNode;
}) {
  const { x, y, width, height } = place;
  return (
    <div
      className="fw-preview-step"
      data-shape={shape}
      data-moved={moved}
      style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
    >
      {children}
    </div>
  );
}
