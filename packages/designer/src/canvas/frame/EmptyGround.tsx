import { addNode } from "../../model/command/structure/add-node.ts";
import { startNone } from "../../model/element/starts.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { CANVAS_TEXTS } from "../canvas-texts.ts";
import { focusNewStep } from "../focus-new-step.ts";
import { usePlaceForNew } from "../use-place-for-new.ts";

/** What an empty flow says. */
export function EmptyGround() {
  const t = useTexts(CANVAS_TEXTS);
  const empty = useDesigner((state) => state.definition.nodes.length === 0);
  const readOnly = useDesigner((state) => state.readOnly);
  const store = useDesignerStore();
  const placeForNew = usePlaceForNew();
  if (!empty) return null;
  return (
    <div className="fw-empty">
      <strong>{t("emptyTitle")}</strong>
      <p>{t("emptyText")}</p>
      {!readOnly && (
        <button
          type="button"
          className="fw-button fw-primary"
          onClick={() => {
            const outcome = store.getState().run(addNode(startNone, placeForNew()));
            const made = outcome.ok ? outcome.selection?.[0] : undefined;
            if (made !== undefined) focusNewStep(made);
          }}
        >
          {t("addStart")}
        </button>
      )}
    </div>
  );
}
