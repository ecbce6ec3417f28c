import { Property } from "../property/Property.tsx";
import { ConditionEditor } from "./ConditionEditor.tsx";

interface ConditionPropertyProps {
  readonly label: string;
  readonly at: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined, typing?: string) => void;
  readonly help?: string | undefined;
  readonly hideLabel?: boolean | undefined;
  /** Where there is no condition yet, a row that only lacks its value. */
  readonly begin?: boolean | undefined;
}

/** A property that is a condition. */
export function ConditionProperty({ label, at, help, hideLabel, ...editor }: ConditionPropertyProps) {
  return (
    <Property label={label} at={at} help={help} hideLabel={hideLabel} group>
      {(control) => <ConditionEditor control={control} label={label} {...editor} />}
    </Property>
  );
}
