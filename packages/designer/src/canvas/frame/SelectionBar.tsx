import { Icon } from "../../diagram/icon/Icon.tsx";
import type { IconName } from "../../diagram/icon/icon-paths.ts";
import { deleteSelection } from "../../model/command/structure/delete-selection.ts";
import { duplicate } from "../../model/command/structure/duplicate.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { groupOf, withMembers } from "../../model/group/groups-of.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { CANVAS_TEXTS } from "../canvas-texts.ts";
import { useCanvasUiStore } from "../canvas-ui.ts";

/** What a finger can do with the selected step or line; keyboard and pointer have their own ways. */
export function SelectionBar() {
  const t = useTexts(CANVAS_TEXTS);
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const selection = useDesigner((state) => state.selection);
  const definition = useDesigner((state) => state.definition);
  const readOnly = useDesigner((state) => state.readOnly);
  const id = selection[0];
  if (id === undefined) return null;
  const index = indexOf(definition);
  const chosen = withMembers(definition, selection);
  const group = groupOf(definition, id) !== null;
  const step = index.nodes.get(id)?.node;
  const openMenu = () =>
    ui.getState().set({
      menu: {
        purpose: step ? { type: "append", source: id } : { type: "insert", edge: id },
        at: { x: 16, y: window.innerHeight / 3 },
      },
    });
  return (
    <div className="fw-selection" role="toolbar" aria-label={t("selection")}>
      <Action icon="panel" name={t("edit")} onClick={() => store.getState().openPanel(true)} />
      {!readOnly && (
        <>
          {step?.kind !== "end" && !group && selection.length === 1 && (
            <Action icon="plus" name={t(step ? "addAfter" : "insertHere")} onClick={openMenu} />
          )}
          {(step || group) && (
            <Action
              icon="copy"
              name={t("duplicate")}
              onClick={() => store.getState().run(duplicate(chosen))}
            />
          )}
          <Action
            icon="trash"
            name={t("delete")}
            onClick={() => store.getState().run(deleteSelection(chosen, { heal: false }))}
          />
        </>
      )}
    </div>
  );
}

function Action({
  icon,
  name,
  onClick,
}: {
  readonly icon: IconName;
  readonly name: string;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" onClick={onClick}>
      <Icon name={icon} size={18} />
      <span>{name}</span>
    </button>
  );
}
