import { useStore as useFlowStore, useReactFlow } from "@xyflow/react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import type { IconName } from "../../diagram/icon/icon-paths.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { CANVAS_TEXTS } from "../canvas-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";
import { keysOf } from "../keys/keys-of.ts";
import { type ShortcutAction, shortcutOf } from "../keys/shortcuts.ts";
import { LANE_TEXTS } from "../lane/lane-texts.ts";

/** Zoom, fit and the minimap's switch. */
export function ZoomBar() {
  const t = useTexts(CANVAS_TEXTS);
  const flow = useReactFlow();
  const ui = useCanvasUiStore();
  const minimap = useCanvasUi((state) => state.minimap);
  const lanes = useTexts(LANE_TEXTS);
  const lanesOpen = useCanvasUi((state) => state.lanes.open);
  const percent = useFlowStore((state) => Math.round(state.transform[2] * 100));
  return (
    <div className="fw-zoom">
      <Mode mode="select" icon="pointer" action="selectMode" />
      <Mode mode="hand" icon="hand" action="handMode" />
      <span className="fw-toolbar-gap" />
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
        className="fw-button"
        aria-label={lanes("show")}
        title={lanes("show")}
        aria-pressed={lanesOpen}
        onClick={() => ui.getState().set({ lanes: { open: !lanesOpen, only: null } })}
      >
        <Icon name="lanes" size={16} />
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

/** What dragging on free ground does. */
function Mode({
  mode,
  icon,
  action,
}: {
  readonly mode: "select" | "hand";
  readonly icon: IconName;
  readonly action: ShortcutAction;
}) {
  const ui = useCanvasUiStore();
  const language = useDesigner((state) => state.language);
  const pressed = useCanvasUi((state) => state.mode === mode);
  const shortcut = shortcutOf(action);
  if (!shortcut) return null;
  const name = shortcut.label[language];
  return (
    <button
      type="button"
      className="fw-button"
      aria-label={name}
      title={`${name} (${keysOf(shortcut)})`}
      aria-pressed={pressed}
      onClick={() => ui.getState().set({ mode })}
    >
      <Icon name={icon} size={16} />
    </button>
  );
}
