import { useCanvasUiStore } from "../canvas/canvas-ui.ts";
import { Icon } from "../diagram/icon/Icon.tsx";
import { stepName } from "../diagram/words/step-name.ts";
import { indexOf } from "../model/document/index-of.ts";
import { useTexts } from "../texts/use-texts.ts";
import { useColumnScope } from "./column-scope.ts";
import { VERTICAL_TEXTS } from "./vertical-texts.ts";

/** Adds a step to a block that has no order of its own. */
export function AddInto({ container }: { readonly container: string }) {
  const t = useTexts(VERTICAL_TEXTS);
  const ui = useCanvasUiStore();
  const { definition, lexicon } = useColumnScope();
  const name = stepName(indexOf(definition).nodes.get(container)?.node, lexicon);
  return (
    <button
      type="button"
      className="fw-v-pill"
      data-stop={`into-${container}`}
      tabIndex={-1}
      aria-label={t("addTask", { name })}
      title={t("addTask", { name })}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        ui.getState().set({
          menu: { purpose: { type: "into", container }, at: { x: box.left, y: box.bottom + 4 } },
        });
      }}
    >
      <Icon name="plus" size={14} />
    </button>
  );
}
