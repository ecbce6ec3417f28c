import { useId } from "react";
import { useDesigner } from "../../store-context.ts";

interface CheckPropertyProps {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly help?: string | undefined;
  readonly ariaLabel?: string | undefined;
}

/** Yes or no. */
export function CheckProperty({ label, value, onChange, help, ariaLabel }: CheckPropertyProps) {
  const readOnly = useDesigner((state) => state.readOnly);
  const id = useId();
  return (
    <div className="fw-panel-check">
      <label className="fw-form-choice" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={value}
          disabled={readOnly}
          aria-label={ariaLabel}
          aria-describedby={help ? `${id}-help` : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label}
      </label>
      {help && (
        <span className="fw-form-help" id={`${id}-help`}>
          {help}
        </span>
      )}
    </div>
  );
}
