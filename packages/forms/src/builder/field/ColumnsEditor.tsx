import type { Field, FormField } from "@flowright/definition";
import { useState } from "react";
import { BilingualInput } from "../BilingualInput.tsx";
import { useBuilder } from "../builder-context.ts";
import {
  addColumn,
  columnModes,
  moveColumn,
  type RowsEdit,
  removeColumn,
  setColumnMode,
  setColumnRequired,
  updateColumn,
} from "../edit/column-edits.ts";
import { COLUMN_KINDS, type FieldKind, fieldOfKind, kindOf } from "../edit/field-kind.ts";
import { fieldName } from "../edit/field-name.ts";
import { ModeSelect } from "../list/ModeSelect.tsx";
import { ChoicesEditor } from "./ChoicesEditor.tsx";
import { FieldLimits } from "./FieldLimits.tsx";
import { KindSelect } from "./KindSelect.tsx";

interface ColumnsEditorProps {
  readonly field: Field;
  /** How the rows stand on the form; null: only the case's field is edited. */
  readonly formField: FormField | null;
  readonly onChange: (edit: RowsEdit, typing?: string) => void;
}

/** Kinds of columns that have more to set than their name. */
const HAS_LIMITS: ReadonlySet<FieldKind | null> = new Set(["text", "number", "money"]);

/** The columns of rows: what they are, and how this form shows them. */
export function ColumnsEditor({ field, formField, onChange }: ColumnsEditorProps) {
  const { t, language } = useBuilder();
  const [draft, setDraft] = useState("");
  const [draftKind, setDraftKind] = useState<FieldKind>("text");
  const edit: RowsEdit = { field, formField };
  const columns = Object.entries(field.items?.properties ?? {});
  const modes = columnModes(edit);
  const required = new Set(field.items?.required ?? []);
  const add = () => {
    const title = draft.trim() || t(`kind_${draftKind}`);
    const name = fieldName(title, draftKind, field.items?.properties ?? {});
    onChange(addColumn(edit, name, fieldOfKind(draftKind, { [language]: title })));
    setDraft("");
  };
  return (
    <fieldset className="fw-builder-group">
      <legend>{t("columnsTitle")}</legend>
      {columns.map(([name, column], index) => {
        const n = index + 1;
        return (
          <div key={name} className="fw-builder-column">
            <BilingualInput
              label={t("column", { n })}
              hideLabel
              language={language}
              value={column.title}
              placeholder={name}
              onChange={(title) =>
                onChange(updateColumn(edit, name, { ...column, title: title ?? "" }), `column-${name}`)
              }
            />
            <KindSelect
              label={`${t("column", { n })}: ${t("kind")}`}
              kinds={COLUMN_KINDS}
              value={kindOf(column)}
              onChange={(kind) => onChange(updateColumn(edit, name, fieldOfKind(kind, column.title ?? name)))}
            />
            {formField && (
              <ModeSelect
                label={t("columnShown", { n })}
                value={modes.get(name) ?? "edit"}
                onChange={(mode) => onChange(setColumnMode(edit, name, mode))}
              />
            )}
            <label className="fw-form-choice">
              <input
                type="checkbox"
                aria-label={t("columnRequired", { n })}
                checked={required.has(name)}
                onChange={(event) => onChange(setColumnRequired(edit, name, event.target.checked))}
              />
              {t("required")}
            </label>
            <span className="fw-builder-moves">
              <button
                type="button"
                className="fw-form-icon"
                aria-label={t("moveColumnUp", { n })}
                disabled={index === 0}
                onClick={() => onChange(moveColumn(edit, index, index - 1))}
              >
                ↑
              </button>
              <button
                type="button"
                className="fw-form-icon"
                aria-label={t("moveColumnDown", { n })}
                disabled={n === columns.length}
                onClick={() => onChange(moveColumn(edit, index, index + 1))}
              >
                ↓
              </button>
              <button
                type="button"
                className="fw-form-icon"
                aria-label={t("removeColumn", { n })}
                onClick={() => onChange(removeColumn(edit, name))}
              >
                ×
              </button>
            </span>
            {kindOf(column) === "choice" && (
              <ChoicesEditor
                field={column}
                onChange={(next, typing) =>
                  onChange(updateColumn(edit, name, next), typing && `column-${name}-${typing}`)
                }
              />
            )}
            {HAS_LIMITS.has(kindOf(column)) && (
              <details className="fw-builder-limits">
                <summary>{t("columnLimits", { n })}</summary>
                <FieldLimits
                  column
                  field={column}
                  onChange={(next, typing) =>
                    onChange(updateColumn(edit, name, next), typing && `column-${name}-${typing}`)
                  }
                />
              </details>
            )}
          </div>
        );
      })}
      <div className="fw-builder-add-column">
        <input
          className="fw-form-control"
          aria-label={t("newColumn")}
          placeholder={t("newColumn")}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add();
          }}
        />
        <KindSelect
          label={`${t("newColumn")}: ${t("kind")}`}
          kinds={COLUMN_KINDS}
          value={draftKind}
          onChange={setDraftKind}
        />
        <button type="button" className="fw-form-button" onClick={add}>
          {t("addColumn")}
        </button>
      </div>
    </fieldset>
  );
}
