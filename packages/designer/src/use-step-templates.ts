import type { KeptStepTemplate } from "@flowright/templates";
import { useEffect } from "react";
import { patiently } from "./lazy-part.ts";
import type { DesignerStore } from "./model/designer-store.ts";
import { NO_TEMPLATES } from "./model/template/step-templates.ts";

/** Puts the step templates of the page to work; what knows how is fetched once there are any. */
export function useStepTemplates(
  store: DesignerStore,
  templates: readonly KeptStepTemplate[] | undefined,
): void {
  useEffect(() => {
    let over = false;
    const { setTemplateEffects, templateEffects } = store.getState();
    if (templates && templates.length > 0) {
      void patiently(() => import("./model/template/effects-of.ts")).then(({ effectsOf }) => {
        if (!over) setTemplateEffects(effectsOf(templates));
      });
    } else if (templateEffects !== NO_TEMPLATES) setTemplateEffects(NO_TEMPLATES);
    return () => {
      over = true;
    };
  }, [store, templates]);
}
