import { textOf } from "@flowright/definition";
import { memo, useCallback } from "react";
import type { FieldView } from "../form/form-view.ts";
import type { Json } from "../value/json.ts";
import { useForm } from "./form-context.ts";
import { pointerOf } from "./pointer-of.ts";
import { RowsField } from "./rows/RowsField.tsx";
import { Widget } from "./widget/Widget.tsx";
import { isGroup, isWide, namesItself } from "./widget/widget-of.ts";

interface EditFieldProps {
  readonly view: FieldView;
  readonly onChange: (path: string, value: Json) => void;
  readonly onLeave: (pointer: string) => void;
}

/** One field to fill in: label, help, control, and what is wrong with it. */
export const EditField = memo(function EditField({ view, onChange, onLeave }: EditFieldProps) {
  const { t, language, idOf, sentencesAt, sentencesBelow } = useForm();
  const pointer = pointerOf(view.path);
  const id = idOf(pointer);
  const rows = view.columns.length > 0;
  const sentences = rows ? sentencesAt(pointer) : sentencesBelow(pointer);
  const help = textOf(view.help, language);
  const describedBy =
    [help && `${id}-help`, sentences.length > 0 && `${id}-error`].filter(Boolean).join(" ") || undefined;
  const label = view.label[language];
  const change = useCallback((value: Json) => onChange(view.path, value), [onChange, view.path]);
  const group = rows || isGroup(view.field);
  const caption = (
    <>
      {label}
      {view.required && (
        <span className="fw-form-required" title={t("required")}>
          {" *"}
        </span>
      )}
    </>
  );
  const invalid = sentences.length > 0;
  return (
    // biome-ignore lint/a11y: a field of several controls is a group; leaving it is noticed, nothing is to be pressed.
    <div
      className={`fw-form-field${isWide(view.field) ? " fw-form-wide" : ""}`}
      role={group ? "group" : undefined}
      aria-labelledby={group ? `${id}-label` : undefined}
      aria-describedby={group ? describedBy : undefined}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave(pointer);
      }}
    >
      {group || namesItself(view.field) ? (
        <span className="fw-form-label" id={`${id}-label`}>
          {caption}
        </span>
      ) : (
        <label className="fw-form-label" htmlFor={id} id={`${id}-label`}>
          {caption}
        </label>
      )}
      {rows ? (
        <RowsField view={view} pointer={pointer} onChange={change} />
      ) : (
        <Widget
          id={id}
          field={view.field}
          value={view.value}
          onChange={change}
          label={label}
          describedBy={describedBy}
          invalid={invalid}
          required={view.required}
        />
      )}
      {help && (
        <span className="fw-form-help" id={`${id}-help`}>
          {help}
        </span>
      )}
      {invalid && (
        <span className="fw-form-error" id={`${id}-error`}>
          {sentences.join(language === "en" ? " " : "")}
        </span>
      )}
    </div>
  );
});
