import type { DecisionInput } from "@flowright/definition";
import { useState } from "react";
import { Property } from "../property/Property.tsx";
import { valuesOf } from "./table-edits.ts";

type Values = string | (string | number | boolean)[] | undefined;

interface ValuesPropertyProps {
  readonly label: string;
  readonly at: string;
  readonly help: string;
  readonly type: DecisionInput["type"];
  /** One line that is a range or a test stays a text. */
  readonly ranges?: boolean | undefined;
  readonly values: Values;
  readonly onChange: (values: Values) => void;
}

/** The values that a column may have, one per line. */
export function ValuesProperty(props: ValuesPropertyProps) {
  const { values } = props;
  const written = Array.isArray(values) ? values.map(String).join("\n") : (values ?? "");
  // Empty lines are there while one is typed and nowhere else.
  const [text, setText] = useState(written);
  const shown = sameLines(text, written) ? text : written;
  const write = (next: string) => {
    setText(next);
    const list = valuesOf(next, props.type);
    const [only] = list;
    const range = props.ranges && list.length === 1 && typeof only === "string" && /^[[\](<>]/.test(only);
    props.onChange(list.length === 0 ? undefined : range ? only : list);
  };
  return (
    <Property label={props.label} at={props.at} help={props.help}>
      {({ id, describedBy, invalid, readOnly }) => (
        <textarea
          id={id}
          className="fw-form-control"
          rows={Math.min(6, Math.max(2, shown.split("\n").length))}
          value={shown}
          readOnly={readOnly}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => write(event.target.value)}
        />
      )}
    </Property>
  );
}

function sameLines(a: string, b: string): boolean {
  const lines = (text: string) =>
    text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .join("\n");
  return lines(a) === lines(b);
}
