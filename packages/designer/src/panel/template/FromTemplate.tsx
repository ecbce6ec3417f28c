import { type Node, textOf } from "@flowright/definition";
import { templateOf } from "@flowright/templates";
import { Suspense, useId, useState } from "react";
import { lazyPart } from "../../lazy-part.ts";
import type { NodePatch } from "../../model/command/content/update-node.ts";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useFocusRequest } from "../focus/use-focus-request.ts";
import { usePanelScope } from "../property/panel-scope.ts";
import { useNodePatch } from "../use-node-patch.ts";
import { TEMPLATE_TEXTS } from "./template-texts.ts";
import { useStepTemplate } from "./use-step-template.ts";

const NewerForms = lazyPart(async () => (await import("./NewerForms.tsx")).NewerForms);

/** Which template a step came from, whether that has changed since, and the way out of it. */
export function FromTemplate({ node }: { readonly node: Node }) {
  const t = useTexts(TEMPLATE_TEXTS);
  const language = useDesigner((state) => state.language);
  const readOnly = useDesigner((state) => state.readOnly);
  const used = templateOf(node);
  const template = useStepTemplate(node);
  const patch = useNodePatch(node.id);
  const [looking, setLooking] = useState(false);
  const id = useId();
  useFocusRequest(`${usePanelScope().path}/template`, id);
  if (used === null) return null;
  const newer = template !== null && template.version > used.version;
  return (
    <div className="fw-panel-template" id={id} data-newer={newer || undefined}>
      <span>
        {template === null ? t("gone") : t("from", { name: textOf(template.content.name, language) })}
      </span>
      {newer && <strong>{t("newer")}</strong>}
      {!readOnly && (
        <span className="fw-panel-buttons">
          {newer && (
            <button type="button" className="fw-form-button" onClick={() => setLooking(true)}>
              {t("see")}
            </button>
          )}
          <button
            type="button"
            className="fw-panel-link"
            onClick={() => patch({ template: undefined } as NodePatch)}
          >
            {t("unlink")}
          </button>
        </span>
      )}
      {looking && (
        <Suspense>
          <NewerForms first={node.id} onClose={() => setLooking(false)} />
        </Suspense>
      )}
    </div>
  );
}
