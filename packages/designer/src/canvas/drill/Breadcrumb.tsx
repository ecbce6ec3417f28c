import { useReactFlow } from "@xyflow/react";
import { useEffect, useRef } from "react";
import { Icon } from "../../diagram/icon/Icon.tsx";
import { stepName } from "../../diagram/words/step-name.ts";
import { indexOf } from "../../model/document/index-of.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useCanvasUi, useCanvasUiStore } from "../canvas-ui.ts";
import { useLexicon } from "../use-lexicon.ts";
import { DRILL_TEXTS } from "./drill-texts.ts";
import { showGround } from "./enter-ground.ts";
import { chainTo, groundOf, isOnGround } from "./ground.ts";

/** Where one is inside of sub-processes, and the way back out. */
export function Breadcrumb() {
  const t = useTexts(DRILL_TEXTS);
  const store = useDesignerStore();
  const ui = useCanvasUiStore();
  const flow = useReactFlow();
  const lexicon = useLexicon();
  const definition = useDesigner((state) => state.definition);
  const selection = useDesigner((state) => state.selection);
  const ground = groundOf(
    definition,
    useCanvasUi((state) => state.ground),
  );
  const first = selection[0];

  // Whatever leads to something elsewhere, such as a problem or undo, leads out of the sub-process.
  const seen = useRef(first);
  useEffect(() => {
    if (seen.current === first) return;
    seen.current = first;
    const { nodes, edges } = indexOf(definition);
    if (ground === null || first === undefined) return;
    if (!nodes.has(first) && !edges.has(first)) return;
    if (!isOnGround(definition, first, ground)) ui.getState().set({ ground: null });
  }, [definition, first, ground, ui]);

  if (ground === null) return null;
  const { nodes } = indexOf(definition);
  const name = lexicon.text(definition.name) || t("wholeFlow");
  const chain = chainTo(definition, ground);
  return (
    <nav className="fw-crumbs" aria-label={t("where")}>
      <ol>
        {[null, ...chain].map((id) => (
          <li key={id ?? ""}>
            {id === ground ? (
              <span aria-current="location">{stepName(nodes.get(id)?.node, lexicon)}</span>
            ) : (
              <button
                type="button"
                title={t("backTo", { name: id === null ? name : stepName(nodes.get(id)?.node, lexicon) })}
                onClick={() =>
                  showGround(
                    flow,
                    store.getState(),
                    ui.getState(),
                    id,
                    chain[id === null ? 0 : chain.indexOf(id) + 1] ?? ground,
                  )
                }
              >
                {id === null ? name : stepName(nodes.get(id)?.node, lexicon)}
                <Icon name="chevron" size={14} />
              </button>
            )}
          </li>
        ))}
      </ol>
      <span className="fw-hidden" role="status">
        {t("inside", { name: stepName(nodes.get(ground)?.node, lexicon) })}
      </span>
    </nav>
  );
}
