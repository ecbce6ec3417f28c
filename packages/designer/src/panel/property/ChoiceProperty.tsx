import { Property } from "./Property.tsx";

interface Choice<Value extends string> {
  readonly value: Value;
  readonly title: string;
}

interface ChoicePropertyProps<Value extends string> {
  readonly label: string;
  readonly at: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  /** More choices below a title. */
  readonly group?: { readonly title: string; readonly choices: readonly Choice<Value>[] } | undefined;
  readonly onChange: (value: Value) => void;
  readonly help?: string | undefined;
  readonly hideLabel?: boolean | undefined;
  readonly exact?: boolean | undefined;
}

/** One of some choices. A value that is no choice any more stays visible as it is. */
export function ChoiceProperty<Value extends string>(props: ChoicePropertyProps<Value>) {
  const { value, choices } = props;
  const grouped = props.group?.choices ?? [];
  const known = [...choices, ...grouped].some((choice) => choice.value === value);
  return (
    <Property
      label={props.label}
      at={props.at}
      help={props.help}
      hideLabel={props.hideLabel}
      exact={props.exact}
    >
      {({ id, describedBy, invalid, readOnly }) => (
        <select
          id={id}
          className="fw-form-control"
          value={value}
          disabled={readOnly}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => props.onChange(event.target.value as Value)}
        >
          {!known && <option value={value}>{value}</option>}
          {choices.map(option)}
          {grouped.length > 0 && <optgroup label={props.group?.title}>{grouped.map(option)}</optgroup>}
        </select>
      )}
    </Property>
  );
}

function option({ value, title }: Choice<string>) {
  return (
    <option key={value} value={value}>
      {title}
    </option>
  );
}
