import { Property } from "../property/Property.tsx";
import { ValueEditor } from "./ValueEditor.tsx";

interface ValuePropertyProps {
  readonly label: string;
  readonly at: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined, typing?: string) => void;
  readonly type?: string | undefined;
  readonly help?: string | undefined;
}

/** A property whose value is picked, fixed or worked out; empty takes it away. */
export function ValueProperty({ label, at, value, onChange, type, help }: ValuePropertyProps) {
  return (
    <Property label={label} at={at} help={help}>
      {(control) => (
        <ValueEditor
          control={control}
          label={label}
          value={value ?? ""}
          type={type}
          onChange={(next, typing) => onChange(next === "" ? undefined : next, typing)}
        />
      )}
    </Property>
  );
}
