import { Property } from "../property/Property.tsx";
import { ConditionEditor } from "./ConditionEditor.tsx";

interface ConditionPropertyProps {
  readonly label: string;
  readonly at: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined, typing?: string) => void;
  readonly help?: string | undefined;
}

/** A property that is a condition. */
export function ConditionProperty({ label, at, value, onChange, help }: ConditionPropertyProps) {
  return (
    <Property label={label} at={at} help={help} group>
      {(control) => <ConditionEditor control={control} label={label} value={value} onChange={onChange} />}
    </Property>
  );
}
