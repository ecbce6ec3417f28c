import type { Field } from "@flowright/definition";
import { type KeyboardEvent, useState } from "react";
import { choicesOf } from "../../value/choices-of.ts";
import { BilingualInput } from "../BilingualInput.tsx";
import { useBuilder } from "../builder-context.ts";
import { areMadeUp } from "../edit/field-kind.ts";

type Choices = NonNullable<Field["oneOf"]>;

interface ChoicesEditorProps {
  readonly field: Field;
  readonly onChange: (field: Field, typing?: string) => void;
}

/** The choices of a field: titles in both languages; the value of a choice never changes once it is there. */
export function ChoicesEditor({ field, onChange }: ChoicesEditorProps) {
  const { t, language } = useBuilder();
  const [draft, setDraft] = useState("");
  const choices: Choices = (choicesOf(field) ?? []).map(({ value, title }) => ({ const: value, title }));
  const write = (next: Choices, typing?: string) => {
    const { enum: _, ...rest } = field;
    onChange({ ...rest, oneOf: next }, typing);
  };
  const add = () => {
    const title = draft.trim();
    if (title === "") return;
    // The first choice of one's own takes the place of the one that stood in for it.
    const kept = areMadeUp(choices) ? [] : choices;
    write([...kept, { const: freeValue(title, kept), title: { [language]: title } }]);
    setDraft("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <fieldset className="fw-builder-group">
      <legend>{t("choicesTitle")}</legend>
      {choices.map((choice, index) => (
        <div key={String(choice.const)} className="fw-form-entry">
          <BilingualInput
            label={t("choice", { n: index + 1 })}
            hideLabel
            language={language}
            value={choice.title}
            placeholder={String(choice.const)}
            onChange={(title) =>
              write(
                choices.map((each, at) =>
                  at === index ? { const: each.const, ...(title === undefined ? {} : { title }) } : each,
                ),
                `choice-${index}`,
              )
            }
          />
          <button
            type="button"
            className="fw-form-icon"
            disabled={choices.length === 1}
            aria-label={t("removeChoice", { n: index + 1 })}
            onClick={() => write(choices.filter((_, at) => at !== index))}
          >
            ×
          </button>
        </div>
      ))}
      <div className="fw-form-entry">
        <input
          className="fw-form-control"
          value={draft}
          placeholder={t("newChoice")}
          aria-label={t("newChoice")}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="fw-form-button" disabled={draft.trim() === ""} onClick={add}>
          {t("addChoice")}
        </button>
      </div>
    </fieldset>
  );
}

function freeValue(title: string, choices: Choices): string {
  const taken = new Set(choices.map((choice) => String(choice.const)));
  const stem = title.slice(0, 60);
  let value = stem;
  for (let number = 2; taken.has(value); number++) value = `${stem} ${number}`;
  return value;
}
