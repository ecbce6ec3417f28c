import type { CaseData, Field, FormField } from "@flowright/definition";
import type { KeyboardEvent } from "react";
import { fieldLabel } from "../../problem/field-label.ts";
import { BilingualInput } from "../BilingualInput.tsx";
import { useBuilder } from "../builder-context.ts";
import type { RowsEdit } from "../edit/column-edits.ts";
import { kindOf } from "../edit/field-kind.ts";
import type { FieldPlace, FormFieldPatch } from "../edit/section-edits.ts";
import { ColumnsEditor } from "../field/ColumnsEditor.tsx";
import { FieldEditor } from "../field/FieldEditor.tsx";
import type { useReorder } from "../use-reorder.ts";
import { ModeSelect } from "./ModeSelect.tsx";

interface FieldRowProps {
  readonly place: FieldPlace;
  readonly formField: FormField;
  /** Its place in the definition, as a JSON Pointer. */
  readonly at: string;
  readonly field: Field | undefined;
  readonly schema: CaseData;
  readonly open: boolean;
  readonly reorder: ReturnType<typeof useReorder>;
  readonly onOpen: (open: boolean) => void;
  readonly onPatch: (patch: FormFieldPatch, typing?: string) => void;
  readonly onField: (field: Field, typing?: string) => void;
  readonly onRows: (edit: RowsEdit, typing?: string) => void;
  readonly onStep: (step: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One field of the form in the builder: moved by its handle, set by its controls, opened for the rest. */
export function FieldRow(props: FieldRowProps) {
  const { place, formField, field, open, reorder, onPatch } = props;
  const { t, language } = useBuilder();
  const label = fieldLabel(formField.field, formField.label, field?.title)[language];
  const mode = formField.mode ?? "edit";
  const kind = field ? kindOf(field) : null;
  const kindName = t(kind ? `kind_${kind}` : "kind_other");
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    props.onStep(event.key === "ArrowUp" ? -1 : 1);
  };
  const { dragged, target } = reorder;
  const isDragged = dragged?.section === place.section && dragged.index === place.index;
  const isTarget = target?.section === place.section && target.index === place.index;
  return (
    <li
      className="fw-builder-field"
      data-place={`${place.section}:${place.index}`}
      data-dragged={isDragged || undefined}
      data-target={isTarget || undefined}
    >
      <div className="fw-builder-row">
        <button
          type="button"
          className="fw-form-icon fw-builder-handle"
          aria-label={t("moveOf", { label })}
          data-handle={formField.field}
          onKeyDown={onKeyDown}
          {...reorder.handle(place)}
        >
          ⠿
        </button>
        <button
          type="button"
          className="fw-builder-name"
          aria-expanded={open}
          aria-label={t("settingsOf", { label: `${label} ${kindName}` })}
          onClick={() => props.onOpen(!open)}
        >
          <span>{label}</span> <small>{kindName}</small>
        </button>
        <ModeSelect
          label={t("shownAs", { label })}
          value={mode}
          onChange={(next) =>
            onPatch({ mode: next, required: next === "edit" ? formField.required : undefined })
          }
        />
        <label className="fw-form-choice" data-idle={mode !== "edit" || undefined}>
          <input
            type="checkbox"
            aria-label={t("requiredOf", { label })}
            disabled={mode !== "edit"}
            checked={formField.required === true}
            onChange={(event) => onPatch({ required: event.target.checked || undefined })}
          />
          {t("required")}
        </label>
        <button
          type="button"
          className="fw-form-icon"
          aria-label={t("removeOf", { label })}
          onClick={props.onRemove}
        >
          ×
        </button>
      </div>
      {open && <FieldDetails {...props} />}
    </li>
  );
}

function FieldDetails({ formField, at, field, schema, onPatch, onField, onRows }: FieldRowProps) {
  const { t, language, renderCondition } = useBuilder();
  return (
    <div className="fw-builder-details">
      {field && (
        <FieldEditor field={field} onChange={onField} titleInputId={`fw-builder-title-${formField.field}`} />
      )}
      {field && kindOf(field) === "rows" && (
        <ColumnsEditor field={field} formField={formField} onChange={onRows} />
      )}
      <div className="fw-builder-settings">
        <BilingualInput
          label={t("labelHere")}
          language={language}
          placeholder={t("sameAsCase")}
          value={formField.label}
          onChange={(label) => onPatch({ label }, "label")}
        />
        <BilingualInput
          label={t("helpHere")}
          language={language}
          multiline
          value={formField.help}
          onChange={(help) => onPatch({ help }, "help")}
        />
        {renderCondition({
          label: t("visibleWhen"),
          at: `${at}/visibleWhen`,
          value: formField.visibleWhen,
          fields: schema.properties,
          onChange: (visibleWhen) => onPatch({ visibleWhen }, "visibleWhen"),
        })}
        {(formField.mode ?? "edit") === "edit" &&
          renderCondition({
            label: t("requiredWhen"),
            at: `${at}/requiredWhen`,
            value: formField.requiredWhen,
            fields: schema.properties,
            onChange: (requiredWhen) => onPatch({ requiredWhen }, "requiredWhen"),
          })}
      </div>
      <p className="fw-form-help">{t("technicalName", { name: formField.field })}</p>
    </div>
  );
}
