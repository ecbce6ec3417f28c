import { Property } from "./Property.tsx";

interface NumberPropertyProps {
  readonly label: string;
  readonly at: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly help?: string | undefined;
  readonly placeholder?: string | undefined;
}

/** A whole number. */
export function NumberProperty(props: NumberPropertyProps) {
  const { label, at, value, onChange, min = 1, max, help, placeholder } = props;
  return (
    <Property label={label} at={at} help={help}>
      {({ id, describedBy, invalid, readOnly }) => (
        <input
          id={id}
          className="fw-form-control fw-form-number"
          type="number"
          min={min}
          max={max}
          placeholder={placeholder}
          step={1}
          value={value ?? ""}
          readOnly={readOnly}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => {
            const number = event.target.valueAsNumber;
            onChange(
              Number.isInteger(number) && number >= min && number <= (max ?? number) ? number : undefined,
            );
          }}
        />
      )}
    </Property>
  );
}
