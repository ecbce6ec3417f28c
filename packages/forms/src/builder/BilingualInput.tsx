import type { LocalizedText } from "@flowright/definition";
import { useId, useState } from "react";
import type { FormLanguage } from "../react/form-language.ts";
import { builderTexts } from "./builder-texts.ts";
import { ownText, withText } from "./edit/localized.ts";

interface BilingualInputProps {
  readonly label: string;
  readonly value: LocalizedText | undefined;
  readonly onChange: (value: LocalizedText | undefined) => void;
  /** The language that the page is in, shown first. */
  readonly language: FormLanguage;
  readonly multiline?: boolean | undefined;
  readonly hideLabel?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly readOnly?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly inputId?: string | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** One text in both languages: an input with a switch; a dot marks a language that has no text yet. */
export function BilingualInput(props: BilingualInputProps) {
  const { label, value, onChange, language } = props;
  const [shown, setShown] = useState(language);
  const [page, setPage] = useState(language);
  if (page !== language) {
    setPage(language);
    setShown(language);
  }
  const t = builderTexts(language);
  const ownId = useId();
  const id = props.inputId ?? ownId;
  const other: FormLanguage = shown === "en" ? "zh-CN" : "en";
  const missing = value !== undefined && typeof value !== "string" && ownText(value, other) === "";
  const nameIn = (each: FormLanguage) => t(each === "en" ? "inEnglish" : "inChinese", { label });
  const control = {
    id,
    className: "fw-form-control",
    lang: shown,
    value: ownText(value, shown),
    placeholder: ownText(value, other) || props.placeholder,
    readOnly: props.readOnly,
    "aria-label": nameIn(shown),
    "aria-describedby": props.describedBy,
    "aria-invalid": props.invalid || undefined,
    autoComplete: "off",
  };
  const write = (text: string) => onChange(withText(value, shown, text));
  return (
    <div className="fw-form-field fw-bilingual">
      {!props.hideLabel && (
        <label className="fw-form-label" htmlFor={id}>
          {label}
        </label>
      )}
      <span className="fw-bilingual-row">
        {props.multiline ? (
          <textarea {...control} rows={2} onChange={(event) => write(event.target.value)} />
        ) : (
          // biome-ignore lint/a11y/noAutofocus: set only where the person just asked for this field.
          <input {...control} autoFocus={props.autoFocus} onChange={(event) => write(event.target.value)} />
        )}
        <button
          type="button"
          className="fw-bilingual-switch"
          data-shown={shown === "en" ? "EN" : "中"}
          data-missing={missing || undefined}
          aria-label={nameIn(other)}
          title={nameIn(other)}
          onClick={() => {
            setShown(other);
            document.getElementById(id)?.focus();
          }}
        />
      </span>
    </div>
  );
}
