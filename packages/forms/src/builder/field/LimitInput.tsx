import { useId } from "react";

interface LimitInputProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  /** A count is whole and not negative. */
  readonly count?: boolean | undefined;
}

/** An optional number that limits a field. */
export function LimitInput({ label, value, onChange, count }: LimitInputProps) {
  const id = useId();
  return (
    <div className="fw-form-field">
      <label className="fw-form-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="fw-form-control fw-form-number"
        type="number"
        min={count ? 1 : undefined}
        step={count ? 1 : "any"}
        value={value ?? ""}
        onChange={(event) => {
          const number = event.target.valueAsNumber;
          const usable = Number.isFinite(number) && (!count || (Number.isInteger(number) && number > 0));
          onChange(usable ? number : undefined);
        }}
      />
    </div>
  );
}
