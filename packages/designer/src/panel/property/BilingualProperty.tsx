import type { LocalizedText } from "@flowright/definition";
import { BilingualInput } from "@flowright/forms/builder";
import { useDesigner } from "../../store-context.ts";
import { Property } from "./Property.tsx";

interface BilingualPropertyProps {
  readonly label: string;
  readonly at: string;
  readonly value: LocalizedText | undefined;
  readonly onChange: (value: LocalizedText | undefined) => void;
  readonly multiline?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly hideLabel?: boolean | undefined;
}

/** A text in both languages. */
export function BilingualProperty(props: BilingualPropertyProps) {
  const language = useDesigner((state) => state.language);
  return (
    <Property label={props.label} at={props.at} hideLabel={props.hideLabel}>
      {({ id, describedBy, invalid, readOnly }) => (
        <BilingualInput
          inputId={id}
          label={props.label}
          hideLabel
          language={language}
          value={props.value}
          onChange={props.onChange}
          multiline={props.multiline}
          placeholder={props.placeholder}
          readOnly={readOnly}
          describedBy={describedBy}
          invalid={invalid}
        />
      )}
    </Property>
  );
}
