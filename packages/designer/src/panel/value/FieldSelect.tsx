import { useMemo } from "react";
import { useDesigner } from "../../store-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import type { ScopeFields } from "../property/panel-scope.ts";
import { type FieldOption, fieldOptions } from "./field-options.ts";
import { VALUE_TEXTS } from "./value-texts.ts";

interface FieldSelectProps {
  readonly id?: string | undefined;
  readonly fields: ScopeFields | { readonly [name: string]: ScopeFields[string] };
  readonly value: string;
  readonly onChange: (path: string) => void;
  readonly ariaLabel?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
  /** Fields that fit; absent: all. */
  readonly fits?: ((option: FieldOption) => boolean) | undefined;
  /** More choices, above the fields. */
  readonly extra?: readonly { readonly value: string; readonly title: string }[] | undefined;
}

/** Picks one of the fields in sight by its title. */
export function FieldSelect(props: FieldSelectProps) {
  const { fields, value, fits, extra = [] } = props;
  const t = useTexts(VALUE_TEXTS);
  const language = useDesigner((state) => state.language);
  const readOnly = useDesigner((state) => state.readOnly);
  const options = useMemo(() => fieldOptions(fields, language), [fields, language]);
  const shown = fits ? options.filter(fits) : options;
  const known = shown.some((option) => option.path === value) || extra.some((each) => each.value === value);
  return (
    <select
      id={props.id}
      className="fw-form-control"
      value={value}
      disabled={readOnly}
      aria-label={props.ariaLabel}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid || undefined}
      onChange={(event) => props.onChange(event.target.value)}
    >
      {value === "" && !known && <option value="">{t("chooseField")}</option>}
      {value !== "" && !known && <option value={value}>{value}</option>}
      {extra.map((each) => (
        <option key={each.value} value={each.value}>
          {each.title}
        </option>
      ))}
      {shown.map((option) => (
        <option key={option.path} value={option.path}>
          {option.title}
        </option>
      ))}
    </select>
  );
}
