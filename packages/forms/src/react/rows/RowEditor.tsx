import { type ColumnView, cellState } from "../../form/column-view.ts";
import type { FieldView } from "../../form/form-view.ts";
import type { Json, JsonObject } from "../../value/json.ts";
import { ownProperty } from "../../value/own-property.ts";
import { withValueAt } from "../../value/value-at.ts";
import { useForm } from "../form-context.ts";
import { ReadValue } from "../read/ReadValue.tsx";
import { Widget } from "../widget/Widget.tsx";

interface RowEditorProps {
  readonly view: FieldView;
  readonly row: JsonObject;
  readonly index: number;
  readonly count: number;
  readonly pointer: string;
  readonly onChange: (row: JsonObject) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

/** One row to fill in, with its moves. */
export function RowEditor({ view, row, index, count, pointer, onChange, onMove, onRemove }: RowEditorProps) {
  const { t, idOf } = useForm();
  const n = index + 1;
  return (
    <tr id={idOf(pointer)} tabIndex={-1} aria-label={t("row", { n })}>
      {view.columns.map((column) => (
        <RowCell
          key={column.name}
          column={column}
          row={row}
          n={n}
          pointer={`${pointer}/${column.name}`}
          onChange={(value) => onChange(withValueAt(row, column.name, value === null ? undefined : value))}
        />
      ))}
      {!view.fixedRows && (
        <td className="fw-form-row-actions">
          {count > 1 && (
            <>
              <button
                type="button"
                className="fw-form-icon"
                aria-label={t("moveRowUp", { n })}
                disabled={index === 0}
                onClick={() => onMove(index - 1)}
              >
                ↑
              </button>
              <button
                type="button"
                className="fw-form-icon"
                aria-label={t("moveRowDown", { n })}
                disabled={n === count}
                onClick={() => onMove(index + 1)}
              >
                ↓
              </button>
            </>
          )}
          <button
            type="button"
            className="fw-form-icon"
            aria-label={t("removeRow", { n })}
            onClick={onRemove}
          >
            ×
          </button>
        </td>
      )}
    </tr>
  );
}

interface RowCellProps {
  readonly column: ColumnView;
  readonly row: JsonObject;
  readonly n: number;
  readonly pointer: string;
  readonly onChange: (value: Json) => void;
}

function RowCell({ column, row, n, pointer, onChange }: RowCellProps) {
  const { t, language, values, schema, now, idOf, sentencesBelow } = useForm();
  const state = cellState(column, row, values, schema, now);
  const id = idOf(pointer);
  const sentences = sentencesBelow(pointer);
  const label = column.label[language];
  const value = ownProperty(row, column.name);
  return (
    <td className={state.visible ? undefined : "fw-form-cell-hidden"}>
      <span className="fw-form-cell-label" aria-hidden="true">
        {label}
        {state.required && column.editable && <span className="fw-form-required"> *</span>}
      </span>
      {state.visible && !column.editable && <ReadValue field={column.field} value={value} />}
      {state.visible && column.editable && (
        <Widget
          id={id}
          field={column.field}
          value={value}
          onChange={onChange}
          label={label}
          ariaLabel={t("cell", { column: label, n })}
          describedBy={sentences.length > 0 ? `${id}-error` : undefined}
          invalid={sentences.length > 0}
          required={state.required}
        />
      )}
      {sentences.length > 0 && (
        <span className="fw-form-error" id={`${id}-error`}>
          {sentences.join(language === "en" ? " " : "")}
        </span>
      )}
    </td>
  );
}
