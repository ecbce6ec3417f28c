import { fieldLabel } from "../../problem/field-label.ts";
import { isObject, type JsonObject } from "../../value/json.ts";
import { ownProperty } from "../../value/own-property.ts";
import { withValueAt } from "../../value/value-at.ts";
import { useForm } from "../form-context.ts";
import type { WidgetProps } from "./widget-props.ts";

/** The fields of a group, one below the other. */
export function GroupWidget({ id, field, value, onChange, describedBy, invalid }: WidgetProps) {
  const { language, Widget } = useForm();
  const group: JsonObject = isObject(value) ? value : {};
  return (
    <span className="fw-form-group">
      {Object.entries(field.properties ?? {}).map(([name, inner]) => {
        const label = fieldLabel(name, undefined, inner.title)[language];
        return (
          <span key={name} className="fw-form-field">
            <label className="fw-form-label" htmlFor={`${id}-${name}`} id={`${id}-${name}-label`}>
              {label}
            </label>
            <Widget
              id={`${id}-${name}`}
              field={inner}
              value={ownProperty(group, name)}
              onChange={(next) => onChange(withValueAt(group, name, next === null ? undefined : next))}
              label={label}
              describedBy={describedBy}
              invalid={invalid}
              required={field.required?.includes(name) ?? false}
            />
          </span>
        );
      })}
    </span>
  );
}
