import type { Json, JsonObject } from "@flowright/engine";
import { useState } from "react";
import { useLexicon } from "../../canvas/use-lexicon.ts";

/** Made-up values that can be changed: one line for each, named as the field of that name. What is not JSON counts as text. */
export function ValuesEditor({
  label,
  values,
  onChange,
}: {
  readonly label: string;
  readonly values: JsonObject;
  readonly onChange: (values: JsonObject) => void;
}) {
  const names = Object.keys(values);
  if (names.length === 0) return null;
  return (
    <fieldset className="fw-values">
      <legend>{label}</legend>
      {names.map((name) => (
        <Value
          key={name}
          name={name}
          value={values[name] ?? null}
          onChange={(next) => onChange({ ...values, [name]: next })}
        />
      ))}
    </fieldset>
  );
}

function Value({
  name,
  value,
  onChange,
}: {
  readonly name: string;
  readonly value: Json;
  readonly onChange: (value: Json) => void;
}) {
  const lexicon = useLexicon();
  const [text, setText] = useState(() => shown(value));
  return (
    <label className="fw-value">
      <span>{lexicon.field(name)}</span>
      <input
        type="text"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onChange(read(event.target.value, value));
        }}
      />
    </label>
  );
}

function shown(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** A text stays a text even where it looks like a number, because money and order numbers are texts. */
function read(text: string, before: Json): Json {
  if (typeof before === "string") return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
