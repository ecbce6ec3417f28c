import { textOf } from "@flowright/definition";
import { type ConditionSlot, FormBuilder } from "@flowright/forms/builder";
import { useCallback, useEffect, useRef } from "react";
import { updateDefinition } from "../../model/command/content/update-definition.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { ConditionProperty } from "../condition/ConditionProperty.tsx";
import { PANEL_TEXTS } from "../panel-texts.ts";
import { PanelScopeProvider } from "../property/panel-scope.ts";
import { STEP_TEXTS } from "../step/step-texts.ts";

interface FormDrawerProps {
  readonly formId: string;
  readonly adding?: boolean | undefined;
  /** Field whose settings are open at first. */
  readonly field?: string | undefined;
  readonly onClose: () => void;
}

/** The form builder in a drawer over the designer; every change is a step of the designer's undo. */
export function FormDrawer({ formId, adding, field, onClose }: FormDrawerProps) {
  const t = useTexts(STEP_TEXTS);
  const p = useTexts(PANEL_TEXTS);
  const store = useDesignerStore();
  const language = useDesigner((state) => state.language);
  const definition = useDesigner((state) => state.definition);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
  }, []);
  const form = definition.forms?.find((each) => each.id === formId);
  const title = t("formOf", { name: textOf(form?.title, language) || formId });
  const renderCondition = useCallback((slot: ConditionSlot) => <FormCondition {...slot} />, []);
  return (
    <dialog
      ref={dialog}
      className="fw-panel-drawer"
      aria-label={title}
      onClose={onClose}
      onKeyDown={(event) => {
        // The canvas listens for keys on the document; what is typed here is not for it.
        const undo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
        const inText = event.target instanceof HTMLElement && event.target.matches("input, textarea");
        if (!undo || inText) event.stopPropagation();
      }}
    >
      <header>
        <h2>{title}</h2>
        <button
          type="button"
          className="fw-form-button fw-builder-primary"
          onClick={() => dialog.current?.close()}
        >
          {p("close")}
        </button>
      </header>
      <FormBuilder
        definition={definition}
        formId={formId}
        language={language}
        startAdding={adding}
        openField={field}
        renderCondition={renderCondition}
        onChange={({ variables, forms }, typing) => {
          store.getState().run(updateDefinition({ variables, forms }, typing && `form-${typing}`));
        }}
      />
    </dialog>
  );
}

function FormCondition({ label, at, value, onChange, fields }: ConditionSlot) {
  return (
    <PanelScopeProvider value={{ path: "", fields }}>
      <ConditionProperty label={label} at={at} value={value} onChange={onChange} />
    </PanelScopeProvider>
  );
}
