import { useStore as useFlowStore, useReactFlow } from "@xyflow/react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { useTexts } from "../../texts/use-texts.ts";
import { CANVAS_TEXTS } from "../canvas-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";

/** Zoom, fit and the minimap's switch. */
export function ZoomBar() {
  const t = useTexts(CANVAS_TEXTS);
  const flow = useReactFlow();
  const ui = useCanvasUiStore();
  const minimap = useCanvasUi((state) => state.minimap);
  const percent = useFlowStore((state) => Math.round(state.transform[2] * 100));
  return (
    <div className="fw-zoom">
      <button
        type="button"
        className="fw-button"
        aria-label={t("zoomOut")}
        title={t("zoomOut")}
        onClick={() => void flow.zoomOut({ duration: 120 })}
      >
        <Icon name="minus" size={16} />
      </button>
      <button
        type="button"
        className="fw-button fw-zoom-percent"
        aria-label={t("zoomReset", { percent })}
        title={t("zoomReset", { percent })}
        onClick={() => void flow.zoomTo(1, { duration: 120 })}
      >
        {percent}%
      </button>
      <button
        type="button"
        className="fw-button"
        aria-label={t("zoomIn")}
        title={t("zoomIn")}
        onClick={() => void flow.zoomIn({ duration: 120 })}
      >
        <Icon name="plus" size={16} />
      </button>
      <button
        type="button"
        className="fw-button"
        aria-label={t("fit")}
        title={t("fit")}
        onClick={() => void flow.fitView({ padding: 0.12, maxZoom: 1, duration: 200 })}
      >
        <Icon name="fit" size={16} />
      </button>
      <button
        type="button"
        className="fw-button fw-minimap-switch"
        aria-label={t("minimap")}
        title={t("minimap")}
        aria-pressed={minimap}
        onClick={() => ui.getState().set({ minimap: !minimap })}
      >
        <Icon name="map" size={16} />
      </button>
    </div>
  );
}
