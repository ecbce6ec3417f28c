import { useRef } from "react";
import type { FieldView } from "../../form/form-view.ts";
import { isObject, type Json, type JsonObject } from "../../value/json.ts";
import { setOwnProperty } from "../../value/own-property.ts";
import { useForm } from "../form-context.ts";
import { RowEditor } from "./RowEditor.tsx";

interface RowsFieldProps {
  readonly view: FieldView;
  readonly pointer: string;
  readonly onChange: (value: Json) => void;
}

/** Rows to fill in: a table where there is room, cards where there is not. */
export function RowsField({ view, pointer, onChange }: RowsFieldProps) {
  const { t, language, idOf } = useForm();
  const rows: JsonObject[] = Array.isArray(view.value)
    ? view.value.map((row): JsonObject => (isObject(row) ? row : {}))
    : [];
  const keys = useRowKeys(rows.length);
  const most = view.field.maxItems ?? Number.POSITIVE_INFINITY;
  const label = view.label[language];
  const move = (from: number, to: number) => {
    keys.move(from, to);
    const next = [...rows];
    const [row] = next.splice(from, 1);
    if (row) next.splice(to, 0, row);
    onChange(next);
  };
  const id = idOf(pointer);
  return (
    <div className="fw-form-rows">
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              {view.columns.map((column) => (
                <th key={column.name} scope="col">
                  {column.label[language]}
                  {column.required && column.editable && <span className="fw-form-required"> *</span>}
                </th>
              ))}
              {!view.fixedRows && (
                <th scope="col">
                  <span className="fw-form-spoken">{t("actions")}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <RowEditor
                key={keys.list[index]}
                view={view}
                row={row}
                index={index}
                count={rows.length}
                pointer={`${pointer}/${index}`}
                onChange={(next) => onChange(rows.map((old, at) => (at === index ? next : old)))}
                onMove={(to) => move(index, to)}
                onRemove={() => {
                  keys.remove(index);
                  onChange(rows.filter((_, at) => at !== index));
                  document.getElementById(id)?.focus();
                }}
              />
            ))}
          </tbody>
        </table>
      )}
      {rows.length === 0 && <p className="fw-form-nothing">{t("noRows")}</p>}
      {!view.fixedRows && (
        <button
          type="button"
          id={id}
          className="fw-form-button"
          disabled={rows.length >= most}
          aria-label={t("addRowTo", { label })}
          onClick={() => onChange([...rows, blankRow(view)])}
        >
          + {t("addRow")}
        </button>
      )}
    </div>
  );
}

function blankRow(view: FieldView): JsonObject {
  const row: JsonObject = {};
  for (const { name, field, editable } of view.columns) {
    if (editable && field.default !== undefined) setOwnProperty(row, name, field.default as Json);
  }
  return row;
}

/** Rows have no ids; keys that move along with them keep the focus and what is half typed. */
function useRowKeys(count: number) {
  const keys = useRef<number[]>([]);
  const next = useRef(0);
  while (keys.current.length < count) keys.current.push(next.current++);
  keys.current.length = count;
  return {
    list: keys.current,
    move(from: number, to: number) {
      const [key] = keys.current.splice(from, 1);
      if (key !== undefined) keys.current.splice(to, 0, key);
    },
    remove(index: number) {
      keys.current.splice(index, 1);
    },
  };
}
