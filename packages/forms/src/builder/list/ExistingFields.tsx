import type { Form } from "@flowright/definition";
import { fieldLabel } from "../../problem/field-label.ts";
import { useBuilder } from "../builder-context.ts";
import { type FormContent, fieldsOf, schemaOf } from "../edit/form-content.ts";

interface ExistingFieldsProps {
  readonly content: FormContent;
  readonly form: Form;
  readonly onAdd: (path: string, mode: "edit" | "read") => void;
  readonly onClose: () => void;
}

/** Fields of the case that this form does not show yet. */
export function ExistingFields({ content, form, onAdd, onClose }: ExistingFieldsProps) {
  const { t, language } = useBuilder();
  const shown = new Set(fieldsOf(form).map((field) => field.field));
  const left = Object.entries(schemaOf(content).properties).filter(([name]) => !shown.has(name));
  return (
    <div className="fw-builder-add" role="dialog" aria-label={t("addExisting")}>
      {left.length === 0 && <p className="fw-form-nothing">{t("noneLeft")}</p>}
      <ul className="fw-builder-existing">
        {left.map(([name, field]) => {
          const label = fieldLabel(name, undefined, field.title)[language];
          return (
            <li key={name}>
              <span>{label}</span>
              <button
                type="button"
                className="fw-form-button"
                aria-label={t("showToEdit", { label })}
                onClick={() => onAdd(name, "edit")}
              >
                {t("showEdit")}
              </button>
              <button
                type="button"
                className="fw-form-button"
                aria-label={t("showToRead", { label })}
                onClick={() => onAdd(name, "read")}
              >
                {t("showRead")}
              </button>
            </li>
          );
        })}
      </ul>
      <button type="button" className="fw-form-button" onClick={onClose}>
        {t("close")}
      </button>
    </div>
  );
}
