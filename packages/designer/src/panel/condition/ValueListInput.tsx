import { type Field, textOf } from "@flowright/definition";
import type { ConditionValue } from "@flowright/expressions";
import { useState } from "react";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { CONDITION_TEXTS } from "./condition-texts.ts";

interface ValueListInputProps {
  readonly field: Field | undefined;
  readonly values: readonly ConditionValue[];
  readonly onChange: (values: readonly ConditionValue[]) => void;
  readonly label: string;
}

/** Several values to compare with: ticked where the field has choices, else written with commas. */
export function ValueListInput({ field, values, onChange, label }: ValueListInputProps) {
  const t = useTexts(CONDITION_TEXTS);
  const language = useDesigner((state) => state.language);
  const readOnly = useDesigner((state) => state.readOnly);
  const written = values.map(textOfValue);
  const [typed, setTyped] = useState<string | null>(null);
  const choices = field?.oneOf ?? field?.enum?.map((each) => ({ const: each, title: String(each) }));
  if (choices) {
    return (
      <fieldset className="fw-panel-choices" aria-label={label} disabled={readOnly}>
        {choices.map((choice) => {
          const text = String(choice.const);
          const value: ConditionValue = typeof choice.const === "number" ? { number: text } : { text };
          return (
            <label key={text} className="fw-form-choice">
              <input
                type="checkbox"
                checked={written.includes(text)}
                onChange={(event) =>
                  onChange(
                    event.target.checked
                      ? [...values, value]
                      : values.filter((each) => textOfValue(each) !== text),
                  )
                }
              />
              {textOf(choice.title, language) || text}
            </label>
          );
        })}
      </fieldset>
    );
  }
  return (
    <input
      className="fw-form-control"
      aria-label={label}
      placeholder={t("commaList")}
      readOnly={readOnly}
      value={typed ?? written.join(", ")}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(
          event.target.value
            .split(/[,，、]/)
            .map((part) => part.trim())
            .filter(Boolean)
            .map((text) => ({ text })),
        );
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

function textOfValue(value: ConditionValue): string {
  if ("text" in value) return value.text;
  if ("number" in value) return value.number;
  return "moment" in value ? value.moment : value.field;
}
