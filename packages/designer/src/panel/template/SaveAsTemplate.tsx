import type { Node } from "@flowright/definition";
import { canBeStepTemplate } from "@flowright/templates";
import { Suspense, useState } from "react";
import { lazyPart } from "../../lazy-part.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { TEMPLATE_TEXTS } from "./template-texts.ts";

const SaveTemplateDialog = lazyPart(
  async () => (await import("./SaveTemplateDialog.tsx")).SaveTemplateDialog,
);

/** Below the settings of a step: keep it as a template, where the page can keep templates. */
export function SaveAsTemplate({ node }: { readonly node: Node }) {
  const t = useTexts(TEMPLATE_TEXTS);
  const readOnly = useDesigner((state) => state.readOnly || state.onSaveStepTemplate === null);
  const [open, setOpen] = useState(false);
  if (readOnly || !canBeStepTemplate(node)) return null;
  return (
    <div className="fw-panel-body fw-panel-save">
      <button type="button" className="fw-form-button" onClick={() => setOpen(true)}>
        {t("save")}
      </button>
      {open && (
        <Suspense>
          <SaveTemplateDialog node={node} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
