import type { Field, FormField } from "@flowright/definition";
import { juelExtensions, said } from "../../foreign/engines.ts";
import { attributeOf, type XmlElement } from "../../xml/xml-element.ts";
import { fieldOfType } from "../data/item-type.ts";
import type { Flow } from "../flow.ts";

/** The form of a step, where the file lists its fields (`camunda:formData`, `activiti:formProperty`). */
export function formOf(flow: Flow, element: XmlElement): string | undefined {
  const { ledger } = flow.file;
  const data = juelExtensions(element, "formData");
  const listed = [
    ...data.flatMap(({ children }) => children),
    ...juelExtensions(element, "formProperty"),
  ].filter(({ local }) => local === "formField" || local === "formProperty");
  const fields: FormField[] = [];
  for (const one of listed) {
    const name = attributeOf(one, "id")?.trim() ?? "";
    if (
      !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ||
      fields.length >= 200 ||
      fields.some(({ field }) => field === name)
    )
      continue;
    flow.used.add(name);
    const label = said(one, "label") ?? said(one, "name");
    const field: Field = fieldOfFormField(one);
    if (!flow.fields.has(name) && flow.fields.size < 300) flow.fields.set(name, field);
    fields.push({ field: name, ...(label ? { label: label.value.slice(0, 4000) } : {}), ...marksOf(one) });
    ledger.translated(one, one.local, `forms.fields: ${name}`);
    ledger.translated(label, label?.value ?? "", "label");
    for (const known of ["id", "type"])
      ledger.translated(said(one, known), attributeOf(one, known) ?? "", `forms.fields: ${name}`);
  }
  if (fields.length === 0) return undefined;
  for (const each of data) ledger.translated(each, "formData", "form");
  const wanted = `${flow.idOf(element).slice(0, 90)}_form`;
  let id = wanted;
  for (let number = 2; flow.forms.some((form) => form.id === id); number++)
    id = `${wanted.slice(0, 90)}_${number}`;
  flow.forms.push({ id, sections: [{ fields }] });
  return id;
}

function fieldOfFormField(field: XmlElement): Field {
  const type = attributeOf(field, "type") ?? "string";
  const values = field.children
    .filter(({ local }) => local === "value")
    .flatMap((value) => {
      const id = attributeOf(value, "id");
      const title = attributeOf(value, "name");
      return id === undefined ? [] : [{ const: id, ...(title ? { title: title.slice(0, 4000) } : {}) }];
    });
  if (type === "enum" && values.length > 0) return { type: "string", oneOf: values.slice(0, 500) };
  return fieldOfType(type);
}

function marksOf(field: XmlElement): Pick<FormField, "required" | "mode"> {
  const marks = [field, ...field.children.flatMap(({ children }) => children)];
  const has = (name: string) =>
    marks.some(
      (one) =>
        attributeOf(one, name) === "true" ||
        (one.local === "constraint" && attributeOf(one, "name") === name),
    );
  const reading = has("readonly") || attributeOf(field, "writable") === "false";
  return {
    ...(has("required") && !reading ? { required: true } : {}),
    ...(reading ? { mode: "read" as const } : {}),
  };
}
