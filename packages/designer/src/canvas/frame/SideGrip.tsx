import { useTexts } from "../../texts/use-texts.ts";
import { LEAST_PANEL_WIDTH, MOST_PANEL_WIDTH, preferences, usePreference } from "../coach/preferences.ts";
import { FRAME_TEXTS } from "./frame-texts.ts";

/** Pixels for one press of an arrow key. */
const STEP = 24;

/** The edge of the panel beside the canvas: dragged, or moved with the arrow keys, it makes the panel wider or narrower. */
export function SideGrip() {
  const t = useTexts(FRAME_TEXTS);
  const width = usePreference("panelWidth");
  const widen = (to: number) =>
    preferences.setState({
      panelWidth: Math.round(Math.min(MOST_PANEL_WIDTH, Math.max(LEAST_PANEL_WIDTH, to))),
    });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <div
      className="fw-side-grip"
      role="separator"
      aria-orientation="vertical"
      aria-label={t("panelWidth")}
      aria-valuemin={LEAST_PANEL_WIDTH}
      aria-valuemax={MOST_PANEL_WIDTH}
      aria-valuenow={width}
      tabIndex={0}
      onKeyDown={(event) => {
        const by = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        widen(width + by);
      }}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const right = event.currentTarget.nextElementSibling?.getBoundingClientRect().right;
        if (right !== undefined) widen(right - event.clientX);
      }}
      onDoubleClick={() => widen(360)}
    />
  );
}
