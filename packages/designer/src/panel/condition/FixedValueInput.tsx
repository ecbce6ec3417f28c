import { type Field, textOf } from "@flowright/definition";
import type { ConditionValue } from "@flowright/expressions";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { instantOf, localOf } from "../value/local-instant.ts";
import { comparedKind } from "./comparison-edits.ts";
import { CONDITION_TEXTS } from "./condition-texts.ts";

interface FixedValueInputProps {
  readonly field: Field | undefined;
  readonly value: ConditionValue;
  readonly onChange: (value: ConditionValue) => void;
  readonly label: string;
}

/** A value to compare with, entered as the field itself would be. */
export function FixedValueInput({ field, value, onChange, label }: FixedValueInputProps) {
  const language = useDesigner((state) => state.language);
  const people = useDesigner((state) => state.people);
  const readOnly = useDesigner((state) => state.readOnly);
  const kind = comparedKind(field);
  if (kind === "choice") {
    const choices = field?.oneOf ?? field?.enum?.map((each) => ({ const: each, title: String(each) })) ?? [];
    const now = "text" in value ? value.text : "number" in value ? value.number : "";
    return (
      <select
        className="fw-form-control"
        aria-label={label}
        value={now}
        disabled={readOnly}
        onChange={(event) => onChange(choiceValue(field, event.target.value))}
      >
        {!choices.some((choice) => String(choice.const) === now) && <option value={now}>{now}</option>}
        {choices.map((choice) => (
          <option key={String(choice.const)} value={String(choice.const)}>
            {textOf(choice.title, language) || String(choice.const)}
          </option>
        ))}
      </select>
    );
  }
  if (field?.format === "person" && people.length > 0) {
    const now = "text" in value ? value.text : "";
    return (
      <select
        className="fw-form-control"
        aria-label={label}
        value={now}
        disabled={readOnly}
        onChange={(event) => onChange({ text: event.target.value })}
      >
        {!people.some((person) => person.user === now) && <option value={now}>{now}</option>}
        {people.map((person) => (
          <option key={person.user} value={person.user}>
            {person.name}
          </option>
        ))}
      </select>
    );
  }
  return <TypedInput kind={kind} {...{ field, value, onChange, label }} />;
}

function TypedInput({
  kind,
  field,
  value,
  onChange,
  label,
}: FixedValueInputProps & { kind: ReturnType<typeof comparedKind> }) {
  const t = useTexts(CONDITION_TEXTS);
  const readOnly = useDesigner((state) => state.readOnly);
  if (kind === "moment") {
    const moment = "moment" in value ? value.moment : "";
    const day = field?.format === "date";
    const time = field?.format === "time";
    return (
      <input
        className="fw-form-control"
        type={day ? "date" : time ? "time" : "datetime-local"}
        aria-label={label}
        readOnly={readOnly}
        value={day || time ? moment : localOf(moment)}
        onChange={(event) =>
          onChange({ moment: day || time ? event.target.value : instantOf(event.target.value) })
        }
      />
    );
  }
  const number = kind === "number";
  const text =
    "text" in value ? value.text : "number" in value ? value.number : "moment" in value ? value.moment : "";
  return (
    <span className="fw-form-affixed">
      {field?.format === "money" && <span className="fw-form-affix">{signOf(field.currency)}</span>}
      <input
        className="fw-form-control"
        inputMode={number ? "decimal" : undefined}
        aria-label={label}
        aria-invalid={(number && text !== "" && !/^-?\d+(\.\d+)?$/.test(text)) || undefined}
        placeholder={number ? t("fillIn") : undefined}
        readOnly={readOnly}
        value={text}
        onChange={(event) =>
          onChange(number ? { number: plainNumber(event.target.value) } : { text: event.target.value })
        }
        autoComplete="off"
      />
    </span>
  );
}

/** Choices that are numbers in the schema are numbers in the condition. */
function choiceValue(field: Field | undefined, text: string): ConditionValue {
  const values = field?.oneOf?.map((choice) => choice.const) ?? field?.enum ?? [];
  return typeof values.find((value) => String(value) === text) === "number" ? { number: text } : { text };
}

function signOf(currency: string | undefined): string {
  return { USD: "$", EUR: "€", GBP: "£", HKD: "HK$" }[currency ?? ""] ?? "¥";
}

function plainNumber(text: string): string {
  return text.normalize("NFKC").replace(/[,\s¥$€£]/g, "");
}
