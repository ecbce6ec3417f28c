import { type Condition, conditionOf, sourceOf } from "@flowright/expressions";
import { useState } from "react";
import { useTexts } from "../../texts/use-texts.ts";
import type { ControlProps } from "../property/Property.tsx";
import { usePanelScope } from "../property/panel-scope.ts";
import { FeelInput } from "../value/FeelInput.tsx";
import { ConditionGroup } from "./ConditionGroup.tsx";
import { isComplete, partsOf, unfilled } from "./comparison-edits.ts";
import { CONDITION_TEXTS } from "./condition-texts.ts";

interface ConditionEditorProps {
  readonly control: ControlProps;
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined, typing?: string) => void;
  /** Where there is no condition yet, a row that only lacks its value. */
  readonly begin?: boolean | undefined;
}

const EMPTY: Condition = { all: [] };

/**
 * A condition from rows, or as FEEL text; both are the same text in the definition. Rows that are not
 * filled in yet are kept here and written once they are whole.
 */
export function ConditionEditor({ control, label, value, onChange, begin = false }: ConditionEditorProps) {
  const t = useTexts(CONDITION_TEXTS);
  const [draft, setDraft] = useState<{ condition: Condition; source: string | undefined } | null>(null);
  const [wantsText, setWantsText] = useState(false);
  const { fields } = usePanelScope();
  const none = begin ? (unfilled(fields) ?? EMPTY) : EMPTY;
  const read = value === undefined || value.trim() === "" ? none : conditionOf(value);
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
