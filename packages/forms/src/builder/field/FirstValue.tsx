import type { Field } from "@flowright/definition";
import { useId } from "react";
import { choicesOf } from "../../value/choices-of.ts";
import { useBuilder } from "../builder-context.ts";
import { kindOf } from "../edit/field-kind.ts";

interface FirstValueProps {
  readonly field: Field;
  readonly onChange: (value: Field["default"], typing?: string) => void;
}

/** What a field holds when a case begins; nothing for kinds whose values come from people alone. */
export function FirstValue({ field, onChange }: FirstValueProps) {
  const { t, language } = useBuilder();
  const id = useId();
  const kind = kindOf(field);
  const value = field.default;
  const control = { id, className: "fw-form-control" };
  const chosen = (choices: readonly (readonly [value: NonNullable<Field["default"]>, title: string])[]) => (
    <select
      {...control}
      value={value === undefined ? "" : String(value)}
      onChange={(event) => onChange(choices.find(([each]) => String(each) === event.target.value)?.[0])}
    >
      <option value="">{t("noFirstValue")}</option>
      {choices.map(([each, title]) => (
        <option key={String(each)} value={String(each)}>
          {title}
        </option>
      ))}
    </select>
  );
  const entered = (() => {
    switch (kind) {
      case "choice":
        return chosen(
          (choicesOf(field) ?? []).map((choice) => [choice.value, titleOf(choice.title)] as const),
        );
      case "yesNo":
        return chosen([
          [true, t("yes")],
          [false, t("no")],
        ]);
      case "number":
        return (
          <input
            {...control}
            type="number"
            step="any"
            value={typeof value === "number" ? value : ""}
            onChange={({ target: { valueAsNumber: number } }) =>
              onChange(Number.isFinite(number) ? number : undefined, "default")
            }
          />
        );
      case "text":
      case "longText":
      case "money":
      case "duration":
        return (
          <input
            {...control}
            value={typeof value === "string" ? value : ""}
            placeholder={kind === "money" ? "0.00" : kind === "duration" ? "P7D" : undefined}
            onChange={(event) => onChange(event.target.value || undefined, "default")}
            autoComplete="off"
          />
        );
      default:
        return null;
    }
  })();
  if (entered === null) return null;
  return (
    <div className="fw-form-field">
      <label className="fw-form-label" htmlFor={id}>
        {t("firstValue")}
      </label>
      {entered}
    </div>
  );

  function titleOf(title: Field["title"]): string {
    return typeof title === "string" ? title : (title?.[language] ?? title?.en ?? "");
  }
}
