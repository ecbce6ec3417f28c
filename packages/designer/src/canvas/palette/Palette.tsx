import { Icon } from "../../diagram/icon/Icon.tsx";
import { ELEMENT_TYPES } from "../../model/element/element-types.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";
import { elementIcon } from "../menu/element-icon.ts";
import { PALETTE_TEXTS } from "./palette-texts.ts";
import { usePaletteDrag } from "./use-palette-drag.ts";

/** What can be added, by dragging or by clicking. On a phone it comes up from below. */
export function Palette() {
  const t = useTexts(PALETTE_TEXTS);
  const language = useDesigner((state) => state.language);
  const open = useCanvasUi((state) => state.paletteOpen);
  const dragging = useCanvasUi((state) => state.drag !== null);
  const ui = useCanvasUiStore();
  const { begin, click } = usePaletteDrag();
  return (
    <nav
      className="fw-palette"
      aria-label={t("palette")}
      data-open={open || undefined}
      data-dragging={dragging || undefined}
    >
      <div className="fw-palette-head">
        <p>{t("hint")}</p>
        <button
          type="button"
          className="fw-button fw-palette-close"
          aria-label={t("close")}
          onClick={() => ui.getState().set({ paletteOpen: false })}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="fw-palette-list">
        {ELEMENT_TYPES.map((element, at) => (
          <div key={element.id} className="fw-palette-entry">
            {element.family !== ELEMENT_TYPES[at - 1]?.family && (
              <h3 className="fw-palette-group">{t(element.family)}</h3>
            )}
            <button
              type="button"
              className="fw-palette-item"
              title={element.hint[language]}
              onPointerDown={(event) => begin(element, event)}
              onClick={() => click(element)}
            >
              <span className="fw-chip" data-family={element.family}>
                <Icon name={elementIcon(element)} size={16} />
              </span>
              <span>{element.name[language]}</span>
            </button>
          </div>
        ))}
      </div>
    </nav>
  );
}
