import type { Field } from "@flowright/definition";
import { fieldLabel } from "../../problem/field-label.ts";
import { isEmpty } from "../../value/is-empty.ts";
import { isObject, type Json } from "../../value/json.ts";
import { ownProperty } from "../../value/own-property.ts";
import { useForm } from "../form-context.ts";
import { FileTile } from "./FileTile.tsx";
import { formattedValue } from "./formatted-value.ts";

/** A value to read, as people write it: amounts with their sign, days and times by locale, names of choices. */
export function ReadValue({ field, value }: { field: Field; value: Json | undefined }) {
  const { language, t, people } = useForm();
  if (value === undefined || value === null || isEmpty(value))
    return <span className="fw-form-nothing">{t("empty")}</span>;
  if (Array.isArray(value)) {
    const entry = field.items ?? {};
    const files = entry.format === "photo" || entry.format === "file";
    return (
      <span className={files ? "fw-form-files" : "fw-form-values"}>
        {value.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries are plain values without an identity.
          <ReadEntry key={index} field={entry} value={item} index={index} />
        ))}
      </span>
    );
  }
  if (isObject(value)) {
    return (
      <span className="fw-form-values">
        {Object.entries(value).map(([name, inner]) => {
          const innerField = ownProperty(field.properties, name);
          return (
            <span key={name}>
              {fieldLabel(name, undefined, innerField?.title)[language]}
              {language === "en" ? ": " : "："}
              <ReadValue field={innerField ?? {}} value={inner} />
            </span>
          );
        })}
      </span>
    );
  }
  if (field.format === "photo" || field.format === "file")
    return <ReadEntry field={field} value={value} index={0} />;
  if (field.format === "person") {
    return <>{people.find((person) => person.user === value)?.name ?? String(value)}</>;
  }
  if (field.format === "uri" && typeof value === "string" && /^https?:\/\//i.test(value)) {
    return (
      <a href={value} target="_blank" rel="noreferrer">
        {value}
      </a>
    );
  }
  const multiline = field.format === "multiline" ? "fw-form-lines" : undefined;
  return <span className={multiline}>{formattedValue(field, value, language, t)}</span>;
}

function ReadEntry({ field, value, index }: { field: Field; value: Json; index: number }) {
  const file = field.format === "photo" || field.format === "file";
  if (file && typeof value === "string") {
    return <FileTile id={value} photo={field.format === "photo"} index={index} />;
  }
  return (
    <span>
      <ReadValue field={field} value={value} />
    </span>
  );
}
