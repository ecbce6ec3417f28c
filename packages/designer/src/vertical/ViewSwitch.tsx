import { CANVAS_TEXTS } from "../canvas/canvas-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas/canvas-ui.ts";
import { Icon } from "../diagram/icon/Icon.tsx";
import { useTexts } from "../texts/use-texts.ts";

/** Canvas or steps. */
export function ViewSwitch() {
  const t = useTexts(CANVAS_TEXTS);
  const ui = useCanvasUiStore();
  const view = useCanvasUi((state) => state.view);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend of its own
    <div className="fw-views" role="group" aria-label={t("view")}>
      {(["canvas", "vertical"] as const).map((each) => {
        const name = t(each === "canvas" ? "canvasView" : "stepsView");
        return (
          <button
            key={each}
            type="button"
            className="fw-button"
            aria-label={name}
            aria-pressed={view === each}
            title={name}
            onClick={() => ui.getState().set({ view: each })}
          >
            <Icon name={each === "canvas" ? "canvas" : "column"} size={18} />
            <span className="fw-button-words">{name}</span>
          </button>
        );
      })}
    </div>
  );
}
