import { useEffect, useRef } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { CANVAS_TEXTS } from "../canvas-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";
import { keysOf } from "./keys-of.ts";
import { SHORTCUTS } from "./shortcuts.ts";

/** All keys of the canvas, out of the same table that handles them. */
export function ShortcutSheet() {
  const open = useCanvasUi((state) => state.shortcutsOpen);
  const ui = useCanvasUiStore();
  const language = useDesigner((state) => state.language);
  const t = useTexts(CANVAS_TEXTS);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className="fw-sheet"
      aria-label={t("shortcuts")}
      onClose={() => ui.getState().set({ shortcutsOpen: false })}
    >
      <header>
        <h2>{t("shortcuts")}</h2>
        <button
          type="button"
          className="fw-button"
          aria-label={t("dismiss")}
          onClick={() => ui.getState().set({ shortcutsOpen: false })}
        >
          <Icon name="close" />
        </button>
      </header>
      <dl>
        {SHORTCUTS.map((shortcut) => (
          <div key={`${shortcut.action}-${keysOf(shortcut)}`}>
            <dt>{shortcut.label[language]}</dt>
            <dd>
              <kbd>{keysOf(shortcut)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
