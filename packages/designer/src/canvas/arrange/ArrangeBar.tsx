import { Icon } from "../../diagram/icon/Icon.tsx";
import type { IconName } from "../../diagram/icon/icon-paths.ts";
import { movableSteps } from "../../model/command/arrange/movable.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useCanvasUiStore } from "../canvas-ui.ts";
import { keysOf } from "../keys/keys-of.ts";
import { actionFor, type ShortcutAction, shortcutOf } from "../keys/shortcuts.ts";
import { ARRANGE_TEXTS } from "./arrange-texts.ts";

const PARTS: readonly (readonly (ShortcutAction & IconName)[])[] = [
  ["alignLeft", "alignCentre", "alignRight"],
  ["alignTop", "alignMiddle", "alignBottom"],
  ["distributeX", "distributeY"],
  ["group", "extract"],
];

/** What can be done with several selected steps at once: align, space, group. */
export function ArrangeBar() {
  const t = useTexts(ARRANGE_TEXTS);
  const definition = useDesigner((state) => state.definition);
  const selection = useDesigner((state) => state.selection);
  const readOnly = useDesigner((state) => state.readOnly);
  const ui = useCanvasUiStore();
  if (readOnly || selection.length < 2) return null;
  const count = movableSteps(definition, selection).length;
  if (count < 2) return null;
  return (
    <div
      className="fw-arrange"
      role="toolbar"
      aria-label={t("arrange")}
      onKeyDown={(event) => {
        // Whoever has just clicked here may take it back at once.
        const action = actionFor(event.nativeEvent)?.action;
        if (action !== "undo" && action !== "redo") return;
        event.preventDefault();
        ui.getState().act?.(action);
      }}
    >
      <span className="fw-arrange-count">{t("selected", { count })}</span>
      {PARTS.map((part) => (
        <span key={part[0]} className="fw-arrange-part">
          {part.map((action) => (
            <Tool key={action} action={action} disabled={action.startsWith("distribute") && count < 3} />
          ))}
        </span>
      ))}
    </div>
  );
}

function Tool({
  action,
  disabled,
}: {
  readonly action: ShortcutAction & IconName;
  readonly disabled: boolean;
}) {
  const ui = useCanvasUiStore();
  const language = useDesigner((state) => state.language);
  const shortcut = shortcutOf(action);
  if (!shortcut) return null;
  const name = shortcut.label[language];
  return (
    <button
      type="button"
      className="fw-button"
      aria-label={name}
      title={`${name} (${keysOf(shortcut)})`}
      disabled={disabled}
      onClick={() => ui.getState().act?.(action)}
    >
      <Icon name={action} size={18} />
    </button>
  );
}
