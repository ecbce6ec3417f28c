import { Suspense, useState } from "react";
import { lazyPart } from "../../lazy-part.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { TEMPLATE_TEXTS } from "./template-texts.ts";

const NewerForms = lazyPart(async () => (await import("./NewerForms.tsx")).NewerForms);

/** Says in the settings of the flow for how many steps there are newer forms; nothing where there are none. */
export function NewerOfFlow() {
  const t = useTexts(TEMPLATE_TEXTS);
  const count = useDesigner(({ definition, templateEffects }) => templateEffects.outdated(definition).length);
  const readOnly = useDesigner((state) => state.readOnly);
  const [looking, setLooking] = useState(false);
  if (readOnly || (count === 0 && !looking)) return null;
  return (
    <div className="fw-panel-template" data-newer>
      <strong>{t(count === 1 ? "newerOfOne" : "newerOfFlow", { count })}</strong>
      <span className="fw-panel-buttons">
        <button type="button" className="fw-form-button" onClick={() => setLooking(true)}>
          {t("see")}
        </button>
      </span>
      {looking && (
        <Suspense>
          <NewerForms first={null} onClose={() => setLooking(false)} />
        </Suspense>
      )}
    </div>
  );
}
