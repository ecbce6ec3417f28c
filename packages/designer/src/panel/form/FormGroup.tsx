import type { Approval, Form, StartEvent, UserTask } from "@flowright/definition";
import { textOf } from "@flowright/definition";
import { useState } from "react";
import { useLexicon } from "../../canvas/use-lexicon.ts";
import { stepName } from "../../diagram/words/step-name.ts";
import { updateDefinition } from "../../model/command/content/update-definition.ts";
import { updateNode } from "../../model/command/content/update-node.ts";
import { useDesigner, useDesignerStore } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { ChoiceProperty } from "../property/ChoiceProperty.tsx";
import { PropertyGroup } from "../property/PropertyGroup.tsx";
import { STEP_TEXTS } from "../step/step-texts.ts";
import { useNodePatch } from "../use-node-patch.ts";
import { alsoUsedBy } from "./also-used-by.ts";
import { FormDrawer } from "./FormDrawer.tsx";
import { newForm } from "./new-form.ts";

const NEW = " new";
const NOBODY: ReturnType<typeof alsoUsedBy> = [];

/** The form of a step: chosen, made, or edited in a drawer. */
export function FormGroup({ node }: { node: UserTask | Approval | StartEvent }) {
  const t = useTexts(STEP_TEXTS);
  const store = useDesignerStore();
  const patch = useNodePatch(node.id);
  const language = useDesigner((state) => state.language);
  const lexicon = useLexicon();
  const readOnly = useDesigner((state) => state.readOnly);
  const forms = useDesigner((state) => state.definition.forms) ?? [];
  const [drawer, setDrawer] = useState<{ form: string; adding: boolean } | null>(null);
  const form = forms.find((each) => each.id === node.form);
  const nameOf = (each: Form) => textOf(each.title, language) || each.id;
  const create = (): string | null => {
    const { definition, transaction, run } = store.getState();
    const made = newForm(definition, node);
    let ok = false;
    transaction({ en: "New form", "zh-CN": "新建表单" }, () => {
      ok =
        run(updateDefinition({ forms: [...(definition.forms ?? []), made] })).ok &&
        run(updateNode(node.id, { form: made.id })).ok;
    });
    return ok ? made.id : null;
  };
  const edit = (adding: boolean) => {
    const id = form?.id ?? create();
    if (id !== null) setDrawer({ form: id, adding });
  };
  const others = useDesigner((state) => (form ? alsoUsedBy(state.definition, form.id, node.id) : NOBODY));
  const copy = () => {
    if (!form) return;
    const { definition, transaction, run } = store.getState();
    const made = { ...form, id: newForm(definition, node).id };
    transaction({ en: "Form of its own", "zh-CN": "独立表单" }, () => {
      if (run(updateDefinition({ forms: [...(definition.forms ?? []), made] })).ok)
        run(updateNode(node.id, { form: made.id }));
    });
  };
  const count = form?.sections.reduce((sum, section) => sum + section.fields.length, 0) ?? 0;
  const place = useDesigner(
    (state) => `/forms/${state.definition.forms?.findIndex((each) => each.id === node.form)}`,
  );
  return (
    <PropertyGroup title={t("form")} at={["/form"]}>
      <ChoiceProperty<string>
        label={t("formChoice")}
        at="/form"
        value={node.form ?? ""}
        help={form ? t("fieldCount", { count }) : undefined}
        choices={[
          { value: "", title: t("noForm") },
          ...forms.map((each) => ({ value: each.id, title: nameOf(each) })),
          { value: NEW, title: t("newForm") },
        ]}
        onChange={(id) => {
          if (id === NEW) create();
          else patch({ form: id === "" ? undefined : id });
        }}
      />
      {others.length > 0 && (
        <span className="fw-form-help">
          {t("formShared", {
            names: others.map((each) => stepName(each, lexicon)).join(language === "en" ? ", " : "、"),
          })}{" "}
          {!readOnly && (
            <button type="button" className="fw-panel-link" onClick={copy}>
              {t("formCopy")}
            </button>
          )}
        </span>
      )}
      <FormProblems place={place} />
      <span className="fw-panel-buttons">
        <button type="button" className="fw-form-button" disabled={readOnly} onClick={() => edit(true)}>
          + {t("addField")}
        </button>
        {form && (
          <button type="button" className="fw-form-button" disabled={readOnly} onClick={() => edit(false)}>
            {t("editForm")}
          </button>
        )}
      </span>
      {drawer && <FormDrawer formId={drawer.form} adding={drawer.adding} onClose={() => setDrawer(null)} />}
    </PropertyGroup>
  );
}

/** Problems inside the form, which belong to no step of their own. */
function FormProblems({ place }: { place: string }) {
  const language = useDesigner((state) => state.language);
  const all = useDesigner((state) => state.problems);
  const problems = all.filter((problem) => problem.path.startsWith(`${place}/`));
  if (problems.length === 0) return null;
  return (
    <span className="fw-panel-problems">
      {problems.map((problem) => (
        <span key={`${problem.code} ${problem.path}`} data-severity={problem.severity}>
          {problem.message[language]} <span className="fw-panel-fix">{problem.fix[language]}</span>
        </span>
      ))}
    </span>
  );
}
