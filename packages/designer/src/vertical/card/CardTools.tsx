import { isActivity, type Node } from "@flowright/definition";
import { type MenuPurpose, useCanvasUiStore } from "../../canvas/canvas-ui.ts";
import { allowedElements } from "../../canvas/menu/allowed-elements.ts";
import type { IconName } from "../../diagram/icon/icon-paths.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { besidePrevious } from "../../model/structure/edit/beside-previous.ts";
import { duplicateBehind } from "../../model/structure/edit/duplicate-behind.ts";
import { gapBeside, moveItem } from "../../model/structure/edit/move-item.ts";
import { goneWith, removeItem } from "../../model/structure/edit/remove-item.ts";
import { useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useColumnScope } from "../column-scope.ts";
import { removeWithWords } from "../remove-with-words.ts";
import { VERTICAL_TEXTS } from "../vertical-texts.ts";
import { SendBack } from "./SendBack.tsx";
import { Tool } from "./Tool.tsx";

/** What can be done with the selected step, below its words. */
export function CardTools({ node }: { readonly node: Node }) {
  const t = useTexts(VERTICAL_TEXTS);
  const store = useDesignerStore();
  const { definition } = useColumnScope();
  const { id } = node;
  const up = gapBeside(definition, id, -1);
  const down = gapBeside(definition, id, 1);
  const beside = besidePrevious(id).execute(definition);
  const count = goneWith(definition, id).size;
  const inPlan = indexOf(definition).nodes.get(id)?.parent?.kind === "plan";
  const fixed = node.kind === "start" || node.kind === "end";
  const alone = node.kind === "approval" && (indexOf(definition).outgoing.get(id) ?? []).length === 1;
  const watched = isActivity(node) && allowedElements(definition, { type: "attach", step: id }).length > 0;
  return (
    <>
      <div className="fw-v-tools">
        {!fixed && up && (
          <Tool icon="up" name={t("moveUp")} onClick={() => store.getState().run(moveItem(id, up))} />
        )}
        {!fixed && down && (
          <Tool icon="down" name={t("moveDown")} onClick={() => store.getState().run(moveItem(id, down))} />
        )}
        {!fixed && !inPlan && (
          <Tool icon="copy" name={t("duplicate")} onClick={() => store.getState().run(duplicateBehind(id))} />
        )}
        {beside.ok && (
          <Tool
            icon="parallel"
            name={t("sameTime")}
            onClick={() => store.getState().run(besidePrevious(id))}
          />
        )}
        <MenuTool icon="replace" name={t("replace")} purpose={{ type: "replace", node: id }} />
        {watched && <MenuTool icon="timer" name={t("attach")} purpose={{ type: "attach", step: id }} />}
        {alone && <MenuTool icon="exclusive" name={t("rejected")} purpose={{ type: "branch", source: id }} />}
        <Tool
          icon="trash"
          name={count > 1 ? t("deleteSplit", { count }) : t("delete")}
          onClick={() => removeWithWords(store, removeItem(id))}
        />
      </div>
      {node.kind === "approval" && <SendBack approval={id} />}
    </>
  );
}

function MenuTool({
  icon,
  name,
  purpose,
}: {
  readonly icon: IconName;
  readonly name: string;
  readonly purpose: MenuPurpose;
}) {
  const ui = useCanvasUiStore();
  return (
    <Tool
      icon={icon}
      name={name}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        ui.getState().set({ menu: { purpose, at: { x: box.left, y: box.bottom + 4 } } });
      }}
    />
  );
}
