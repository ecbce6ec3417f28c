import { type Completion, completionsAt, type ExplainedExpression } from "@flowright/expressions";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { isComposing } from "../../canvas/keys/composing.ts";
import type { Language } from "../../model/designer-options.ts";
import { useDesigner } from "../../store-context.ts";
import type { Translate } from "../../texts/texts-of.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { usePanelScope } from "../property/panel-scope.ts";
import { FeelMarks, useExplained } from "./FeelMarks.tsx";
import { TryFormula } from "./TryFormula.tsx";
import { VALUE_TEXTS } from "./value-texts.ts";

interface FeelInputProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly placeholder?: string | undefined;
}

const MOST_OPTIONS = 8;

/** A formula as FEEL text, with completion of fields by name or title, functions and choices. */
export function FeelInput({ id, value, onChange, label, describedBy, invalid, placeholder }: FeelInputProps) {
  const { fields } = usePanelScope();
  const t = useTexts(VALUE_TEXTS);
  const language = useDesigner((state) => state.language);
  const readOnly = useDesigner((state) => state.readOnly);
  const input = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [asked, setAsked] = useState(false);
  const [active, setActive] = useState(0);
  const place = useRef<number | null>(null);
  const [trying, setTrying] = useState(false);
  const explained = useExplained(value, fields);
  const found = caret === null || readOnly ? null : completionsAt(value, caret, fields);
  // Nothing typed and nothing asked for: a list would only be in the way.
  const options = found && (asked || found.to > found.from) ? found.options.slice(0, MOST_OPTIONS) : [];
  const open = options.length > 0;
  // After a completion the caret stands behind it, once the new value is drawn.
  useEffect(() => {
    if (place.current === null) return;
    input.current?.setSelectionRange(place.current, place.current);
    place.current = null;
  });

  const take = (index: number) => {
    const option = options[index];
    if (!option || !found) return;
    place.current = found.from + option.insert.length;
    onChange(value.slice(0, found.from) + option.insert + value.slice(found.to));
    setCaret(null);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === " " && event.ctrlKey) {
      event.preventDefault();
      setCaret(input.current?.selectionStart ?? value.length);
      setAsked(true);
      setActive(0);
    } else if (event.key === "Escape" && open) {
      event.stopPropagation();
      setCaret(null);
    } else if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((active + step + options.length) % options.length);
    } else if (event.key === "Enter" || (event.key === "Tab" && open)) {
      if (event.key === "Enter" || options[active]) event.preventDefault();
      if (open) take(active);
    }
  };
  return (
    <span className="fw-panel-feel">
      <span className="fw-feel-field">
        <textarea
          ref={input}
          id={id}
          className="fw-form-control fw-panel-code"
          rows={Math.min(6, Math.max(1, Math.ceil(value.length / 42)))}
          value={value}
          readOnly={readOnly}
          placeholder={placeholder}
          aria-label={label}
          aria-haspopup="listbox"
          aria-autocomplete="list"
          aria-controls={open ? `${id}-options` : undefined}
          aria-activedescendant={open ? `${id}-option-${active}` : undefined}
          aria-describedby={`${describedBy ?? ""} ${id}-gives`.trim()}
          aria-invalid={invalid || undefined}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            onChange(event.target.value.replaceAll("\n", " "));
            setCaret(event.target.selectionStart);
            setAsked(false);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setCaret(null)}
        />
        {explained && <FeelMarks source={value} errors={explained.errors} />}
        {open && (
          <div
            className="fw-form-options fw-panel-options"
            id={`${id}-options`}
            role="listbox"
            aria-label={t("suggestions")}
          >
            {options.map((option, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the text field has the focus and handles the keys.
              <div
                key={`${option.kind} ${option.label}`}
                id={`${id}-option-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                className={index === active ? "fw-form-active" : undefined}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => take(index)}
              >
                <code>{option.signature ?? option.label}</code>
                <small>{helpOf(option, language, t)}</small>
              </div>
            ))}
          </div>
        )}
      </span>
      <span className="fw-feel-below">
        <span className="fw-form-help" id={`${id}-gives`}>
          {explained && saidOf(explained, language, invalid === true, t)}
        </span>
        {value.trim() !== "" && (
          <button
            type="button"
            className="fw-panel-link"
            aria-expanded={trying}
            onClick={() => setTrying(!trying)}
          >
            {t("tryFormula")}
          </button>
        )}
      </span>
      {trying && value.trim() !== "" && <TryFormula source={value} fields={fields} />}
    </span>
  );
}

type Words = Translate<keyof (typeof VALUE_TEXTS)["en"]>;

/** What a formula gives, or what is wrong where the property does not say it itself. */
function saidOf({ type, errors }: ExplainedExpression, language: Language, said: boolean, t: Words): string {
  const [first] = errors;
  if (first) return said ? "" : `${first.message[language]} ${first.fix[language]}`;
  return type ? t("gives", { type: type[language] }) : "";
}

/** One line of help: what a function does, or the title and the type of a field. */
function helpOf({ kind, title, type }: Completion, language: Language, t: Words): string {
  const words =
    type !== undefined && Object.hasOwn(TYPE_WORDS, type) ? t(TYPE_WORDS[type] ?? "typeText") : "";
  return [title?.[language] ?? "", kind === "field" ? words : ""].filter((part) => part !== "").join(" · ");
}

const TYPE_WORDS: { readonly [type: string]: keyof (typeof VALUE_TEXTS)["en"] } = {
  string: "typeText",
  number: "typeNumber",
  integer: "typeNumber",
  boolean: "typeYesNo",
  array: "typeList",
  object: "typeGroup",
  money: "typeMoney",
  date: "typeDate",
  "date-time": "typeMoment",
  time: "typeTime",
  duration: "typeDuration",
  person: "typePerson",
  email: "typeText",
  phone: "typeText",
  uri: "typeText",
  file: "typeFile",
  photo: "typeFile",
};
