import { type LocalizedText, textOf } from "@flowright/definition";
import { addNode } from "../../model/command/structure/add-node.ts";
import { startNone } from "../../model/element/starts.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { CANVAS_TEXTS } from "../canvas-texts.ts";
import { focusNewStep } from "../focus-new-step.ts";
import { usePlaceForNew } from "../use-place-for-new.ts";

/** A ready flow that an empty one can be filled with. */
export interface Beginning {
  readonly id: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
}

interface EmptyGroundProps {
  readonly beginnings: readonly Beginning[];
  /** Told which one was chosen; without it none are offered. */
  readonly onBegin: ((id: string) => void) | undefined;
}

/** What an empty flow says: begin with a step, or with a ready flow. */
export function EmptyGround({ beginnings, onBegin }: EmptyGroundProps) {
  const t = useTexts(CANVAS_TEXTS);
  const empty = useDesigner((state) => state.definition.nodes.length === 0);
  const readOnly = useDesigner((state) => state.readOnly);
  const language = useDesigner((state) => state.language);
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
      {!readOnly && onBegin !== undefined && beginnings.length > 0 && (
        <section className="fw-beginnings" aria-label={t("beginWith")}>
          <p>{t("beginWith")}</p>
          <ul>
            {beginnings.map(({ id, name, description }) => (
              <li key={id}>
                <button type="button" className="fw-beginning" onClick={() => onBegin(id)}>
                  <strong>{textOf(name, language)}</strong>
                  <span>{textOf(description, language)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
