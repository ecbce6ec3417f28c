import { textOf } from "@flowright/definition";
import type { FieldView } from "../../form/form-view.ts";
import { useForm } from "../form-context.ts";
import { RowsTable } from "../rows/RowsTable.tsx";
import { isWide } from "../widget/widget-of.ts";
import { ReadValue } from "./ReadValue.tsx";

/** Fields that are only read here, as a list of terms and values. */
export function ReadFields({ fields }: { fields: readonly FieldView[] }) {
  const { language } = useForm();
  return (
    <dl className="fw-form-read">
      {fields.map((view) => {
        const wide = view.columns.length > 0 || isWide(view.field);
        const help = view.formField.help === undefined ? "" : textOf(view.formField.help, language);
        return (
          <div key={view.path} className={wide ? "fw-form-wide" : undefined}>
            <dt>{view.label[language]}</dt>
            <dd>
              {view.columns.length > 0 ? (
                <RowsTable columns={view.columns} rows={view.value} />
              ) : (
                <ReadValue field={view.field} value={view.value} />
              )}
              {help && <span className="fw-form-help">{help}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
