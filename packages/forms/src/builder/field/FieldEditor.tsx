import type { Field } from "@flowright/definition";
import { BilingualInput } from "../BilingualInput.tsx";
import { useBuilder } from "../builder-context.ts";
import { type FieldKind, fieldOfKind, kindOf } from "../edit/field-kind.ts";
import { compact } from "../edit/form-content.ts";
import { ChoicesEditor } from "./ChoicesEditor.tsx";
import { CurrencySelect } from "./CurrencySelect.tsx";
import { KindSelect } from "./KindSelect.tsx";
import { LimitInput } from "./LimitInput.tsx";

interface FieldEditorProps {
  readonly field: Field;
  readonly onChange: (field: Field, typing?: string) => void;
  readonly kinds?: readonly FieldKind[] | undefined;
  readonly titleInputId?: string | undefined;
}

type Patch = { [K in keyof Field]?: Field[K] | undefined };

/** What a case field is: its title, its kind and what belongs to the kind. */
export function FieldEditor({ field, onChange, kinds, titleInputId }: FieldEditorProps) {
  const { t, language } = useBuilder();
  const kind = kindOf(field);
  const patch = (change: Patch, typing?: string) => onChange(compact<Field>({ ...field, ...change }), typing);
  const changeKind = (next: FieldKind) =>
    onChange(
      compact<Field>({
        ...fieldOfKind(next, field.title ?? t(`kind_${next}`)),
        description: field.description,
      }),
    );
  return (
    <div className="fw-builder-settings">
      <BilingualInput
        label={t("label")}
        inputId={titleInputId}
        language={language}
        value={field.title}
        onChange={(title) => patch({ title }, "title")}
      />
      <KindSelect value={kind} onChange={changeKind} kinds={kinds} />
      {kind === "choice" && <ChoicesEditor field={field} onChange={onChange} />}
      {kind === "choices" && field.items && (
        <ChoicesEditor
          field={field.items}
          onChange={(items, typing) => onChange({ ...field, items }, typing)}
        />
      )}
      {kind === "number" && (
        <>
          <BilingualInput
            label={t("unit")}
            language={language}
            value={field.unit}
            onChange={(unit) => patch({ unit }, "unit")}
          />
          <label className="fw-form-choice">
            <input
              type="checkbox"
              checked={field.type === "integer"}
              onChange={(event) => patch({ type: event.target.checked ? "integer" : "number" })}
            />
            {t("wholeNumber")}
          </label>
        </>
      )}
      {kind === "money" && (
        <CurrencySelect value={field.currency} onChange={(currency) => patch({ currency })} />
      )}
      {(kind === "number" || kind === "money") && (
        <div className="fw-builder-pair">
          <LimitInput
            label={t("minimum")}
            value={field.minimum}
            onChange={(minimum) => patch({ minimum }, "minimum")}
          />
          <LimitInput
            label={t("maximum")}
            value={field.maximum}
            onChange={(maximum) => patch({ maximum }, "maximum")}
          />
        </div>
      )}
      {(kind === "text" || kind === "longText") && (
        <LimitInput
          count
          label={t("maxLength")}
          value={field.maxLength}
          onChange={(maxLength) => patch({ maxLength }, "maxLength")}
        />
      )}
      {(kind === "photos" || kind === "files" || kind === "rows") && (
        <LimitInput
          count
          label={t("maxItems")}
          value={field.maxItems}
          onChange={(maxItems) => patch({ maxItems }, "maxItems")}
        />
      )}
      <BilingualInput
        label={t("description")}
        language={language}
        multiline
        value={field.description}
        onChange={(description) => patch({ description }, "description")}
      />
    </div>
  );
}
