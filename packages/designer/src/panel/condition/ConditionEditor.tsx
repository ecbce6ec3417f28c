import { type Condition, conditionOf, sourceOf } from "@flowright/expressions";
import { useState } from "react";
import { useTexts } from "../../texts/use-texts.ts";
import type { ControlProps } from "../property/Property.tsx";
import { FeelInput } from "../value/FeelInput.tsx";
import { ConditionGroup } from "./ConditionGroup.tsx";
import { isComplete, partsOf } from "./comparison-edits.ts";
import { CONDITION_TEXTS } from "./condition-texts.ts";

interface ConditionEditorProps {
  readonly control: ControlProps;
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined, typing?: string) => void;
}

const EMPTY: Condition = { all: [] };

/**
 * A condition from rows, or as FEEL text; both are the same text in the definition. Rows that are not
 * filled in yet are kept here and written once they are whole.
 */
export function ConditionEditor({ control, label, value, onChange }: ConditionEditorProps) {
  const t = useTexts(CONDITION_TEXTS);
  const [draft, setDraft] = useState<{ condition: Condition; source: string | undefined } | null>(null);
  const [wantsText, setWantsText] = useState(false);
  const read = value === undefined || value.trim() === "" ? EMPTY : conditionOf(value);
  const condition = draft && draft.source === value ? draft.condition : read;
  const change = (next: Condition) => {
    if (!isComplete(next)) return setDraft({ condition: next, source: value });
    const source = partsOf(next).length === 0 ? undefined : sourceOf(next);
    setDraft({ condition: next, source });
    if (source !== value) onChange(source, "condition");
  };
  if (wantsText || condition === null) {
    return (
      <span className="fw-panel-stack">
        <FeelInput
          id={control.id}
          label={label}
          value={value ?? ""}
          onChange={(source) => onChange(source === "" ? undefined : source, "condition")}
          describedBy={control.describedBy}
          invalid={control.invalid}
        />
        {condition === null ? (
          <span className="fw-form-help">{t("onlyText")}</span>
        ) : (
          <button type="button" className="fw-panel-link" onClick={() => setWantsText(false)}>
            {t("asRows")}
          </button>
        )}
      </span>
    );
  }
  return (
    <span className="fw-panel-stack">
      {partsOf(condition).length === 0 && <span className="fw-form-help">{t("always")}</span>}
      <ConditionGroup condition={condition} onChange={change} prefix="" />
      <button type="button" className="fw-panel-link" onClick={() => setWantsText(true)}>
        {t("asText")}
      </button>
    </span>
  );
}
