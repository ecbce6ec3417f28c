import type { CaseData, Field } from "@flowright/definition";
import { useEffect, useMemo, useState } from "react";
import { fieldLabel } from "../problem/field-label.ts";
import type { FormLanguage } from "../react/form-language.ts";
import { setOwnProperty } from "../value/own-property.ts";
import { BuilderContextProvider, useBuilder } from "./builder-context.ts";
import { builderTexts } from "./builder-texts.ts";
import { ConditionInput } from "./ConditionInput.tsx";
import { CASE_KINDS, fieldOfKind, kindOf } from "./edit/field-kind.ts";
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
  useEffect(() => {
    if (!asked) return;
    setOpened(asked.name);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-case-field="${CSS.escape(asked.name)}"]`)?.focus(),
    );
  }, [asked]);
  const context = useMemo(() => ({ language, t, renderCondition: ConditionInput }), [language, t]);
  return (
    <BuilderContextProvider value={context}>
      <FieldList
        fields={fields}
        onChange={onChange}
        taken={taken}
        readOnly={readOnly}
        opened={opened}
        onOpen={setOpened}
      />
    </BuilderContextProvider>
  );
}

interface FieldListProps extends Pick<CaseFieldsEditorProps, "fields" | "onChange" | "taken" | "readOnly"> {
  readonly opened: string | null;
  readonly onOpen: (name: string | null) => void;
}

function FieldList({ fields, onChange, taken, readOnly, opened, onOpen }: FieldListProps) {
  const { t, language } = useBuilder();
  const [adding, setAdding] = useState(false);
  const write = (name: string, field: Field, typing?: string) =>
    onChange(
      mapped(fields, (key, old) => (key === name ? field : old)),
      typing && `${name}.${typing}`,
    );
  return (
    <>
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
                  onClick={() => onOpen(open ? null : name)}
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
                  <FieldEditor
                    field={field}
                    kinds={CASE_KINDS}
                    onChange={(next, typing) => write(name, next, typing)}
                  />
                  {kind === "rows" && (
                    <ColumnsEditor
                      field={field}
                      formField={null}
                      onChange={(edit, typing) => write(name, edit.field, typing)}
                    />
                  )}
                  {kind === "group" && (
                    <GroupFields
                      group={field}
                      readOnly={readOnly}
                      onChange={(next, typing) => write(name, next, typing)}
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
          kinds={CASE_KINDS}
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
    </>
  );
}

interface GroupFieldsProps {
  readonly group: Field;
  readonly readOnly: boolean | undefined;
  readonly onChange: (group: Field, typing?: string) => void;
}

/** The fields of a group. What they hold at first is kept at the group, where a case takes it from. */
function GroupFields({ group, readOnly, onChange }: GroupFieldsProps) {
  const { t } = useBuilder();
  const [opened, setOpened] = useState<string | null>(null);
  const first = firstValues(group);
  const fields = mapped(group.properties ?? {}, (name, field) =>
    Object.hasOwn(first, name) ? { ...field, default: first[name] } : field,
  );
  return (
    <fieldset className="fw-builder-group">
      <legend>{t("groupTitle")}</legend>
      <FieldList
        fields={fields}
        readOnly={readOnly}
        opened={opened}
        onOpen={setOpened}
        onChange={(next, typing) => {
          const values = Object.entries(next).filter(([, field]) => field.default !== undefined);
          const { default: _, ...rest } = group;
          onChange(
            {
              ...rest,
              properties: mapped(next, (_name, { default: __, ...field }) => field),
              ...(values.length === 0
                ? {}
                : { default: Object.fromEntries(values.map(([name, field]) => [name, field.default])) }),
            },
            typing,
          );
        }}
      />
    </fieldset>
  );
}

function firstValues({ default: value }: Field): { readonly [name: string]: Field["default"] } {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as { readonly [name: string]: Field["default"] })
    : {};
}

function mapped(fields: Fields, change: (name: string, field: Field) => Field | undefined): Fields {
  const next: Fields = {};
  for (const [name, field] of Object.entries(fields)) {
    const made = change(name, field);
    if (made) setOwnProperty(next, name, made);
  }
  return next;
}
