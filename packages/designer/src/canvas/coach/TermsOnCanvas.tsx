import { ViewportPortal } from "@xyflow/react";
import { indexOf } from "../../model/document/index-of.ts";
import { absolutePlace } from "../../model/geometry/container-at.ts";
import { useDesigner } from "../../store-context.ts";
import { useCanvasUi } from "../canvas-ui.ts";
import { drawnOf, groundOf } from "../drill/ground.ts";
import { bpmnTerm } from "./bpmn-terms.ts";

/** For experts: what the notation calls each selected step. */
export function TermsOnCanvas() {
  const language = useDesigner((state) => state.language);
  const definition = useDesigner((state) => state.definition);
  const selection = useDesigner((state) => state.selection);
  const ground = useCanvasUi((state) => state.ground);
  const drawn = drawnOf(definition, groundOf(definition, ground));
  return (
    <ViewportPortal>
      {selection.slice(0, 20).map((id) => {
        const node = indexOf(definition).nodes.get(id)?.node;
        const place = node && absolutePlace(drawn, id);
        return (
          place && (
            <span
              key={id}
              className="fw-term"
              style={{
                transform: `translate(${place.x + place.width / 2}px, ${place.y + place.height + 6}px) translateX(-50%)`,
              }}
            >
              {bpmnTerm(node)[language]}
            </span>
          )
        );
      })}
    </ViewportPortal>
  );
}
