import { useCanvasUi, useCanvasUiStore } from "../canvas/canvas-ui.ts";
import { Icon } from "../diagram/icon/Icon.tsx";
import { userTask } from "../model/element/people.ts";
import { receiveTask } from "../model/element/systems.ts";
import { canInsertAt, type Gap } from "../model/structure/edit/insert-at.ts";
import { useTexts } from "../texts/use-texts.ts";
import { useColumnScope } from "./column-scope.ts";
import { VERTICAL_TEXTS } from "./vertical-texts.ts";

/** The line between two steps with the "+" that puts one there; while something is carried, the place to drop it. */
export function PlusButton({
  gap,
  name,
  words,
}: {
  readonly gap: Gap;
  readonly name: string;
  /** Shown beside the sign where nothing follows yet. */
  readonly words: string | null;
}) {
  const t = useTexts(VERTICAL_TEXTS);
  const ui = useCanvasUiStore();
  const { definition, editable } = useColumnScope();
  const key = JSON.stringify(gap);
  const over = useCanvasUi((state) => state.carried?.gap === key);
  const takes =
    editable && (canInsertAt(definition, gap, userTask) || canInsertAt(definition, gap, receiveTask));
  return (
    <div
      className="fw-v-gap"
      data-gap={takes ? key : undefined}
      data-over={over || undefined}
      data-open={words !== null || undefined}
    >
      {takes && (
        <button
          type="button"
          className="fw-v-plus"
          data-stop={`+${key}`}
          tabIndex={-1}
          aria-label={name}
          title={name}
          onClick={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            ui.getState().set({
              menu: { purpose: { type: "gap", gap }, at: { x: box.right + 8, y: box.top - 24 } },
            });
          }}
        >
          <Icon name="plus" size={16} />
          {words !== null && <span aria-hidden="true">{words}</span>}
        </button>
      )}
      {over && <span className="fw-v-drop">{t("dropHere")}</span>}
    </div>
  );
}
