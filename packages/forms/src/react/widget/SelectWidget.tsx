import { textOf } from "@flowright/definition";
import { choicesOf } from "../../value/choices-of.ts";
import { useForm } from "../form-context.ts";
import { SearchBox } from "./SearchBox.tsx";
import type { WidgetProps } from "./widget-props.ts";

/** More choices than one wants to see at once. */
export function SelectWidget({ id, field, value, onChange, ...rest }: WidgetProps) {
  const { language, t } = useForm();
  const choices = choicesOf(field) ?? [];
  const at = choices.findIndex((choice) => choice.value === value);
  return (
    <select
      id={id}
      className="fw-form-control"
      value={at < 0 ? "" : String(at)}
      onChange={(event) => onChange(choices[Number(event.target.value || "-1")]?.value ?? null)}
      aria-label={rest.ariaLabel}
      aria-invalid={rest.invalid || undefined}
      aria-required={rest.required || undefined}
      aria-describedby={rest.describedBy}
    >
      <option value="">{t("choose")}</option>
      {choices.map((choice, index) => (
        <option key={String(choice.value)} value={index}>
          {textOf(choice.title, language) || String(choice.value)}
        </option>
      ))}
    </select>
  );
}

/** Many choices: typing narrows them. */
export function SearchWidget(props: WidgetProps) {
  const { language } = useForm();
  const choices = choicesOf(props.field) ?? [];
  const options = choices.map((choice) => ({
    key: String(choice.value),
    text: textOf(choice.title, language) || String(choice.value),
  }));
  const chosen = choices.find((choice) => choice.value === props.value);
  return (
    <SearchBox
      {...props}
      options={options}
      chosen={chosen === undefined ? null : String(chosen.value)}
      onChoose={(key) =>
        props.onChange(choices.find((choice) => String(choice.value) === key)?.value ?? null)
      }
    />
  );
}

/** A person of the workspace, found by name or user name. */
export function PersonWidget(props: WidgetProps) {
  const { people } = useForm();
  const stored = typeof props.value === "string" && props.value !== "" ? props.value : null;
  const options = people.map((person) => ({ key: person.user, text: person.name, hint: person.user }));
  if (stored !== null && !people.some((person) => person.user === stored)) {
    options.push({ key: stored, text: stored, hint: "" });
  }
  return <SearchBox {...props} options={options} chosen={stored} onChoose={props.onChange} />;
}
