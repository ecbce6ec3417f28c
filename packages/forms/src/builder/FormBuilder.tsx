import type { Field, Form } from "@flowright/definition";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { fieldAt } from "../form/field-at.ts";
import { fieldLabel } from "../problem/field-label.ts";
import type { FormLanguage } from "../react/form-language.ts";
import { BilingualInput } from "./BilingualInput.tsx";
import { BuilderContextProvider, type ConditionSlot } from "./builder-context.ts";
import { builderTexts } from "./builder-texts.ts";
import { ConditionInput } from "./ConditionInput.tsx";
import type { RowsEdit } from "./edit/column-edits.ts";
import { type FieldKind, fieldOfKind } from "./edit/field-kind.ts";
import { fieldName } from "./edit/field-name.ts";
import {
  compact,
  type FormContent,
  formOf,
  schemaOf,
  withCaseField,
  withForm,
  withNewCaseField,
} from "./edit/form-content.ts";
import {
  addFormField,
  addSection,
  type FieldPlace,
  moveFormField,
  neighbourPlace,
  updateFormField,
} from "./edit/section-edits.ts";
import { FormPreview } from "./FormPreview.tsx";
import { SectionEditor } from "./list/SectionEditor.tsx";
import { useReorder } from "./use-reorder.ts";

export interface FormBuilderProps {
  /** The definition, or only its case fields and forms. */
  readonly definition: FormContent;
  readonly formId: string;
  /** Gets the case fields and forms after a change; `typing` names the text that is being typed, for one undo. */
  readonly onChange: (content: FormContent, typing?: string) => void;
  readonly language?: FormLanguage | undefined;
  readonly theme?: "light" | "dark" | undefined;
  /** Opens with the new field's name and kind being asked for. */
  readonly startAdding?: boolean | undefined;
  /** Field whose settings are open at first. */
  readonly openField?: string | undefined;
  /** Draws the editor of a condition in place of the plain FEEL input. */
  readonly renderCondition?: ((slot: ConditionSlot) => ReactNode) | undefined;
}

/** Builds a form: sections and fields of the case, new fields, how each is shown, with a live preview. */
export function FormBuilder({
  definition,
  formId,
  onChange,
  language = "en",
  theme,
  ...rest
}: FormBuilderProps) {
  const content: FormContent = definition;
  const form = formOf(content, formId);
  const t = useMemo(() => builderTexts(language), [language]);
  const [opened, setOpened] = useState<string | null>(rest.openField ?? null);
  const [spoken, setSpoken] = useState("");
  const changeForm = (next: Form, typing?: string) =>
    onChange(
      withForm(pick(content), formId, () => next),
      typing && `${formId}.${typing}`,
    );
  const move = (from: FieldPlace, to: FieldPlace) => {
    const field = form?.sections[from.section]?.fields[from.index];
    if (!form || !field) return;
    const next = moveFormField(form, from, to);
    changeForm(next);
    const section = next.sections.findIndex((each) => each.fields.includes(field));
    const fields = next.sections[section]?.fields ?? [];
    const label = fieldLabel(field.field, field.label, fieldAt(schemaOf(content), field.field)?.title)[
      language
    ];
    const n = fields.indexOf(field) + 1;
    setSpoken(t("movedTo", { label, n, count: fields.length, section: section + 1 }));
    // The row is drawn anew at its place; the handle keeps the focus for the next arrow key.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-handle="${CSS.escape(field.field)}"]`)?.focus(),
    );
  };
  const reorder = useReorder(move);
  const { renderCondition } = rest;
  const context = useMemo(
    () => ({
      language,
      t,
      renderCondition: renderCondition ?? ((slot: ConditionSlot) => <ConditionInput {...slot} />),
    }),
    [language, t, renderCondition],
  );
  const focusTitle = useCallback((path: string) => {
    requestAnimationFrame(() => {
      const row = document.querySelector<HTMLElement>(`[data-handle="${CSS.escape(path)}"]`);
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: "nearest" });
    });
  }, []);
  if (!form) return <p className="fw-form fw-form-nothing">{t("noForm")}</p>;

  const addNew = (section: number, title: string, kind: FieldKind) => {
    const name = fieldName(title, kind, schemaOf(content).properties);
    const added = withNewCaseField(pick(content), name, fieldOfKind(kind, { [language]: title }));
    onChange(withForm(added, formId, (each) => addFormField(each, section, { field: name, mode: "edit" })));
    if (kind === "choice" || kind === "choices" || kind === "rows") setOpened(name);
    focusTitle(name);
  };
  const changeRows = (place: FieldPlace, edit: RowsEdit, typing?: string) => {
    const path = form.sections[place.section]?.fields[place.index]?.field;
    if (path === undefined) return;
    const fields = withCaseField(pick(content), path, () => edit.field);
    const columns = edit.formField?.columns;
    onChange(
      withForm(fields, formId, (each) => updateFormField(each, place, { columns })),
      typing && `${path}.${typing}`,
    );
  };
  const changeField = (path: string, field: Field, typing?: string) =>
    onChange(
      withCaseField(pick(content), path, () => field),
      typing && `${path}.${typing}`,
    );
  const step = (place: FieldPlace, by: -1 | 1) => {
    const to = neighbourPlace(form, place, by);
    if (to) move(place, to);
  };
  return (
    <BuilderContextProvider value={context}>
      <div className="fw-form fw-builder" lang={language} style={theme ? { colorScheme: theme } : undefined}>
        <div className="fw-builder-columns">
          <div className="fw-builder-edit">
            <BilingualInput
              label={t("formTitle")}
              language={language}
              value={form.title}
              onChange={(title) => changeForm(compact<Form>({ ...form, title }), "title")}
            />
            {form.sections.map((_, at) => (
              <SectionEditor
                // biome-ignore lint/suspicious/noArrayIndexKey: sections have no identity of their own.
                key={at}
                content={content}
                form={form}
                at={at}
                opened={opened}
                startAdding={rest.startAdding === true && at === form.sections.length - 1}
                reorder={reorder}
                onOpen={setOpened}
                onForm={changeForm}
                onField={changeField}
                onRows={changeRows}
                onNew={addNew}
                onExisting={(section, path, mode) =>
                  changeForm(addFormField(form, section, { field: path, mode }))
                }
                onStep={step}
              />
            ))}
            <button type="button" className="fw-form-button" onClick={() => changeForm(addSection(form))}>
              + {t("addSection")}
            </button>
          </div>
          <FormPreview form={form} schema={schemaOf(content)} />
        </div>
        <span className="fw-form-spoken" aria-live="polite">
          {spoken}
        </span>
      </div>
    </BuilderContextProvider>
  );
}

/** Only what the builder edits, whatever else the given definition holds. */
function pick({ variables, forms }: FormContent): FormContent {
  return compact<FormContent>({ variables, forms });
}
