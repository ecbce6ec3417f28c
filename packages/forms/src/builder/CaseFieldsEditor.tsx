import type { CaseData, Field } from "@flowright/definition";
import { useEffect, useMemo, useState } from "react";
import { fieldLabel } from "../problem/field-label.ts";
import type { FormLanguage } from "../react/form-language.ts";
import { setOwnProperty } from "../value/own-property.ts";
import { BuilderContextProvider } from "./builder-context.ts";
import { builderTexts } from "./builder-texts.ts";
import { ConditionInput } from "./ConditionInput.tsx";
import { fieldOfKind, kindOf } from "./edit/field-kind.ts";
import { fieldName } from "./edit/field-name.ts";
import { ColumnsEditor } from "./field/ColumnsEditor.tsx";
import { FieldEditor } from "./field/FieldEditor.tsx";
import { AddFieldDialog } from "./list/AddFieldDialog.tsx";

type Fields = CaseData["properties"];

interface CaseFieldsEditorProps {
  readonly fields: Fields;
  readonly onChange: (fields: Fields, typing?: string) => void;
  readonly language: FormLanguage;
  /** Names of fields around, which new ones must not hide. */
  readonly taken?: { readonly [name: string]: unknown } | undefined;
  readonly readOnly?: boolean | undefined;
  /** A field to open and to go to; asked anew with every new object. */
  readonly asked?: { readonly name: string } | null | undefined;
}

/** The fields of a case or of a sub-process: added, described, removed, without JSON. */
export function CaseFieldsEditor({
  fields,
  onChange,
  language,
  taken,
  readOnly,
  asked,
}: CaseFieldsEditorProps) {
  const t = useMemo(() => builderTexts(language), [language]);
  const [opened, setOpened] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  useEffect(() => {
    if (!asked) return;
    setOpened(asked.name);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-case-field="${CSS.escape(asked.name)}"]`)?.focus(),
    );
  }, [asked]);
  const context = useMemo(() => ({ language, t, renderCondition: ConditionInput }), [language, t]);
  const write = (name: string, field: Field, typing?: string) =>
    onChange(
      mapped(fields, (key, old) => (key === name ? field : old)),
      typing && `${name}.${typing}`,
    );
  return (
    <BuilderContextProvider value={context}>
      <ul className="fw-builder-fields">
        {Object.entries(fields).map(([name, field]) => {
          const label = fieldLabel(name, undefined, field.title)[language];
          const kind = kindOf(field);
          const kindName = `${t(kind ? `kind_${kind}` : "kind_other")} · ${name}`;
          const open = opened === name;
          return (
            <li key={name} className="fw-builder-field">
              <div className="fw-builder-case-field">
                <button
                  type="button"
                  className="fw-builder-name"
                  data-case-field={name}
                  aria-expanded={open}
                  aria-label={t("settingsOf", { label: `${label} ${kindName}` })}
                  onClick={() => setOpened(open ? null : name)}
                >
                  <span>{label}</span> <small>{kindName}</small>
                </button>
                <button
                  type="button"
                  className="fw-form-icon"
                  disabled={readOnly}
                  aria-label={t("removeField", { label })}
                  onClick={() => onChange(mapped(fields, (key, old) => (key === name ? undefined : old)))}
                >
                  ×
                </button>
              </div>
              {open && (
                <div className="fw-builder-details">
                  <FieldEditor field={field} onChange={(next, typing) => write(name, next, typing)} />
                  {kind === "rows" && (
                    <ColumnsEditor
                      field={field}
                      formField={null}
                      onChange={(edit, typing) => write(name, edit.field, typing)}
                    />
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {adding ? (
        <AddFieldDialog
          onClose={() => setAdding(false)}
          onAdd={(title, kind) => {
            setAdding(false);
            const name = fieldName(title, kind, { ...taken, ...fields });
            onChange({ ...fields, [name]: fieldOfKind(kind, { [language]: title }) });
          }}
        />
      ) : (
        <button type="button" className="fw-form-button" disabled={readOnly} onClick={() => setAdding(true)}>
          + {t("addField")}
        </button>
      )}
    </BuilderContextProvider>
  );
}

function mapped(fields: Fields, change: (name: string, field: Field) => Field | undefined): Fields {
  const next: Fields = {};
  for (const [name, field] of Object.entries(fields)) {
    const made = change(name, field);
    if (made) setOwnProperty(next, name, made);
  }
  return next;
}
