import type { FieldView } from "../form/form-view.ts";
import type { Json } from "../value/json.ts";
import { EditField } from "./EditField.tsx";
import { useForm } from "./form-context.ts";
import { ReadFields } from "./read/ReadFields.tsx";

interface FormSectionProps {
  readonly title: string;
  readonly fields: readonly FieldView[];
  readonly onChange: (path: string, value: Json) => void;
  readonly onLeave: (pointer: string) => void;
}

/** A section: fields to fill in, and runs of fields to read as one definition list. */
export function FormSection({ title, fields, onChange, onLeave }: FormSectionProps) {
  const { readOnly } = useForm();
  const runs: FieldView[][] = [];
  for (const field of fields) {
    const last = runs.at(-1);
    const read = readOnly || !field.editable;
    if (read && last?.[0] && (readOnly || !last[0].editable)) last.push(field);
    else runs.push([field]);
  }
  const body = runs.map((run) => {
    const first = run[0];
    if (!first) return null;
    return readOnly || !first.editable ? (
      <ReadFields key={first.path} fields={run} />
    ) : (
      <EditField key={first.path} view={first} onChange={onChange} onLeave={onLeave} />
    );
  });
  return (
    <section className="fw-form-section" aria-label={title || undefined}>
      {title && <h3>{title}</h3>}
      <div className="fw-form-fields">{body}</div>
    </section>
  );
}
