import type { Field, Form } from "@flowright/definition";
import { useState } from "react";
import { fieldAt } from "../../form/field-at.ts";
import { BilingualInput } from "../BilingualInput.tsx";
import { useBuilder } from "../builder-context.ts";
import type { RowsEdit } from "../edit/column-edits.ts";
import type { FieldKind } from "../edit/field-kind.ts";
import { type FormContent, schemaOf } from "../edit/form-content.ts";
import {
  type FieldPlace,
  type FormFieldPatch,
  moveSection,
  removeFormField,
  removeSection,
  renameSection,
  updateFormField,
} from "../edit/section-edits.ts";
import type { useReorder } from "../use-reorder.ts";
import { AddFieldDialog } from "./AddFieldDialog.tsx";
import { ExistingFields } from "./ExistingFields.tsx";
import { FieldRow } from "./FieldRow.tsx";

interface SectionEditorProps {
  readonly content: FormContent;
  readonly form: Form;
  readonly at: number;
  readonly opened: string | null;
  /** The name and kind of a new field are asked for at once. */
  readonly startAdding: boolean;
  readonly reorder: ReturnType<typeof useReorder>;
  readonly onOpen: (field: string | null) => void;
  readonly onForm: (form: Form, typing?: string) => void;
  readonly onField: (path: string, field: Field, typing?: string) => void;
  readonly onRows: (place: FieldPlace, edit: RowsEdit, typing?: string) => void;
  readonly onNew: (section: number, title: string, kind: FieldKind) => void;
  readonly onExisting: (section: number, path: string, mode: "edit" | "read") => void;
  readonly onStep: (place: FieldPlace, step: -1 | 1) => void;
}

/** A section of the form in the builder. */
export function SectionEditor(props: SectionEditorProps) {
  const { content, form, at, opened, reorder, onForm } = props;
  const { t, language } = useBuilder();
  const [adding, setAdding] = useState<"new" | "existing" | null>(props.startAdding ? "new" : null);
  const section = form.sections[at];
  if (!section) return null;
  const n = at + 1;
  const schema = schemaOf(content);
  const patch = (place: FieldPlace, change: FormFieldPatch, typing?: string) =>
    onForm(updateFormField(form, place, change), typing && `${place.section}.${place.index}.${typing}`);
  const endTarget = reorder.target?.section === at && reorder.target.index === section.fields.length;
  return (
    <section className="fw-builder-section" aria-label={t("section", { n })}>
      <div className="fw-builder-section-head">
        <BilingualInput
          label={t("sectionTitle")}
          hideLabel
          language={language}
          value={section.title}
          placeholder={t("section", { n })}
          onChange={(title) => onForm(renameSection(form, at, title), `section-${at}`)}
        />
        <button
          type="button"
          className="fw-form-icon"
          aria-label={t("moveSectionUp", { n })}
          disabled={at === 0}
          onClick={() => onForm(moveSection(form, at, at - 1))}
        >
          ↑
        </button>
        <button
          type="button"
          className="fw-form-icon"
          aria-label={t("moveSectionDown", { n })}
          disabled={n === form.sections.length}
          onClick={() => onForm(moveSection(form, at, n))}
        >
          ↓
        </button>
        <button
          type="button"
          className="fw-form-icon"
          aria-label={t("removeSection", { n })}
          disabled={form.sections.length === 1}
          onClick={() => onForm(removeSection(form, at))}
        >
          ×
        </button>
      </div>
      <ul className="fw-builder-fields">
        {section.fields.map((formField, index) => {
          const place = { section: at, index };
          return (
            <FieldRow
              key={formField.field}
              place={place}
              formField={formField}
              at={`/forms/${content.forms?.indexOf(form) ?? 0}/sections/${at}/fields/${index}`}
              field={fieldAt(schema, formField.field)}
              schema={schema}
              open={opened === formField.field}
              reorder={reorder}
              onOpen={(open) => props.onOpen(open ? formField.field : null)}
              onPatch={(change, typing) => patch(place, change, typing)}
              onField={(field, typing) => props.onField(formField.field, field, typing)}
              onRows={(edit, typing) => props.onRows(place, edit, typing)}
              onStep={(step) => props.onStep(place, step)}
              onRemove={() => onForm(removeFormField(form, place))}
            />
          );
        })}
        <li
          className="fw-builder-end"
          data-place={`${at}:${section.fields.length}`}
          data-end=""
          data-target={endTarget || undefined}
        >
          {section.fields.length === 0 && <p className="fw-form-nothing">{t("emptySection")}</p>}
        </li>
      </ul>
      {adding === "new" && (
        <AddFieldDialog
          onClose={() => setAdding(null)}
          onAdd={(title, kind) => {
            setAdding(null);
            props.onNew(at, title, kind);
          }}
        />
      )}
      {adding === "existing" && (
        <ExistingFields
          content={content}
          form={form}
          onClose={() => setAdding(null)}
          onAdd={(path, mode) => props.onExisting(at, path, mode)}
        />
      )}
      {adding === null && (
        <div className="fw-form-entry">
          <button type="button" className="fw-form-button" onClick={() => setAdding("new")}>
            + {t("addField")}
          </button>
          <button type="button" className="fw-form-button" onClick={() => setAdding("existing")}>
            {t("addExisting")}
          </button>
        </div>
      )}
    </section>
  );
}
