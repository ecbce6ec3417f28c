import { Icon } from "../../diagram/icon/Icon.tsx";
import type { IconName } from "../../diagram/icon/icon-paths.ts";
import { useTidy } from "../../layout/use-tidy.ts";
import { PictureMenu } from "../../picture/menu/PictureMenu.tsx";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { ViewSwitch } from "../../vertical/ViewSwitch.tsx";
import { CANVAS_TEXTS } from "../canvas-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";
import { CommentsTool } from "../comment/CommentsTool.tsx";

/** The few tools of the canvas. */
export function Toolbar() {
  const t = useTexts(CANVAS_TEXTS);
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const tidy = useTidy();
  const language = useDesigner((state) => state.language);
  const readOnly = useDesigner((state) => state.readOnly);
  const undoLabel = useDesigner((state) => state.undoLabel);
  const redoLabel = useDesigner((state) => state.redoLabel);
  const panelOpen = useDesigner((state) => state.panelOpen);
  const playing = useCanvasUi((state) => state.playing);
  const vertical = useCanvasUi((state) => state.view === "vertical");
  return (
    <div
      className="fw-toolbar"
      data-view={vertical ? "vertical" : undefined}
      role="toolbar"
      aria-label={t("tools")}
    >
      {!readOnly && (
        <>
          <button
            type="button"
            className="fw-button fw-add-button"
            onClick={() => ui.getState().set({ paletteOpen: !ui.getState().paletteOpen })}
          >
            <Icon name="plus" size={18} />
            <span>{t("add")}</span>
          </button>
          <Tool
            icon="undo"
            name={undoLabel ? t("undoWhat", { what: undoLabel[language] }) : t("undo")}
            disabled={!undoLabel}
            onClick={() => (ui.getState().act ?? (() => store.getState().undo()))("undo")}
          />
          <Tool
            icon="redo"
            name={redoLabel ? t("redoWhat", { what: redoLabel[language] }) : t("redo")}
            disabled={!redoLabel}
            onClick={() => (ui.getState().act ?? (() => store.getState().redo()))("redo")}
          />
          <span className="fw-toolbar-gap" />
          {!vertical && <Tool icon="tidy" name={t("tidy")} words onClick={() => void tidy()} />}
        </>
      )}
      <Tool
        icon="play"
        tip="try"
        name={t("tryFlow")}
        words
        pressed={playing}
        onClick={() => ui.getState().set({ playing: !playing })}
      />
      <span className="fw-toolbar-fill" />
      <ViewSwitch />
      <PictureMenu />
      <CommentsTool />
      <Tool icon="search" name={t("commands")} onClick={() => ui.getState().set({ commandsOpen: true })} />
      <Tool
        icon="keyboard"
        name={t("shortcuts")}
        onClick={() => ui.getState().set({ shortcutsOpen: true })}
      />
      <Tool
        icon="panel"
        tip="details"
        name={t("details")}
        words
        pressed={panelOpen}
        onClick={() => store.getState().openPanel(!panelOpen)}
      />
    </div>
  );
}

function Tool({
  icon,
  tip,
  name,
  words = false,
  pressed,
  disabled = false,
  onClick,
}: {
  readonly icon: IconName;
  /** A tip for the first time stands beside it. */
  readonly tip?: string;
  readonly name: string;
  readonly words?: boolean;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      className="fw-button"
      data-tip={tip}
      aria-label={name}
      title={name}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} size={18} />
      {words && <span className="fw-button-words">{name}</span>}
    </button>
  );
}
