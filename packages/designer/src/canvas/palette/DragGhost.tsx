import { useReactFlow } from "@xyflow/react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { fixedSizeOf } from "../../model/geometry/size-of.ts";
import { useDesigner } from "../../store-context.ts";
import { useCanvasUi } from "../canvas-ui.ts";
import { elementIcon } from "../menu/element-icon.ts";

/** What is dragged from the palette, in its real size, with the reason where it may not go. */
export function DragGhost() {
  const drag = useCanvasUi((state) => state.drag);
  const language = useDesigner((state) => state.language);
  const flow = useReactFlow();
  if (!drag) return null;
  const { width, height } = fixedSizeOf(drag.element.kind);
  const zoom = flow.getZoom();
  const card = width > 100;
  return (
    <div className="fw-drag" style={{ left: drag.at.x, top: drag.at.y }}>
      <div
        className={card ? "fw-drag-card" : "fw-drag-mark"}
        data-family={drag.element.family}
        data-refused={drag.refusal !== null || undefined}
        style={{ width, height, transform: `translate(-50%, -50%) scale(${zoom})` }}
      >
        <span className="fw-chip" data-family={drag.element.family}>
          <Icon name={elementIcon(drag.element)} size={18} />
        </span>
        {card && <span className="fw-card-name">{drag.element.name[language]}</span>}
      </div>
      {drag.refusal && <div className="fw-reason">{drag.refusal[language]}</div>}
    </div>
  );
}
