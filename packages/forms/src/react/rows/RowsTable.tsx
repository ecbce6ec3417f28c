import { type ColumnView, cellState } from "../../form/column-view.ts";
import { isObject, type Json } from "../../value/json.ts";
import { ownProperty } from "../../value/own-property.ts";
import { useForm } from "../form-context.ts";
import { ReadValue } from "../read/ReadValue.tsx";

/** Rows to read. */
export function RowsTable({ columns, rows }: { columns: readonly ColumnView[]; rows: Json | undefined }) {
  const { t, language, values, schema, now } = useForm();
  if (!Array.isArray(rows) || rows.length === 0) return <span className="fw-form-nothing">{t("empty")}</span>;
  return (
    <div className="fw-form-rows">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col">
                {column.label[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((item, index) => {
            const row = isObject(item) ? item : {};
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity, and are only read here.
              <tr key={index}>
                {columns.map((column) => (
                  <td key={column.name}>
                    <span className="fw-form-cell-label" aria-hidden="true">
                      {column.label[language]}
                    </span>
                    {cellState(column, row, values, schema, now).visible && (
                      <ReadValue field={column.field} value={ownProperty(row, column.name)} />
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
