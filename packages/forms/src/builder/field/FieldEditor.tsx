import type { Field } from "@flowright/definition";
import { BilingualInput } from "../BilingualInput.tsx";
import { useBuilder } from "../builder-context.ts";
import { type FieldKind, fieldOfKind, kindOf } from "../edit/field-kind.ts";
import { compact } from "../edit/form-content.ts";
import { ChoicesEditor } from "./ChoicesEditor.tsx";
import { FieldLimits } from "./FieldLimits.tsx";
import { KindSelect } from "./KindSelect.tsx";

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
      <FieldLimits field={field} onChange={onChange} />
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
