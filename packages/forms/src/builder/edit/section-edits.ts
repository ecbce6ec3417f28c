import type { Form, FormField, LocalizedText } from "@flowright/definition";
import { compact } from "./form-content.ts";

type Section = Form["sections"][number];

/** Where a field stands in a form. */
export interface FieldPlace {
  readonly section: number;
  readonly index: number;
}

function withSection(form: Form, at: number, change: (section: Section) => Section): Form {
  return {
    ...form,
    sections: form.sections.map((section, index) => (index === at ? change(section) : section)),
  };
}

export function addSection(form: Form): Form {
  return { ...form, sections: [...form.sections, { fields: [] }] };
}

export function renameSection(form: Form, at: number, title: LocalizedText | undefined): Form {
  return withSection(form, at, (section) => compact({ ...section, title }));
}

/** Removes a section; its fields leave the form, not the case. */
export function removeSection(form: Form, at: number): Form {
  return { ...form, sections: form.sections.filter((_, index) => index !== at) };
}

export function moveSection(form: Form, from: number, to: number): Form {
  const sections = [...form.sections];
  const [section] = sections.splice(from, 1);
  if (section) sections.splice(to, 0, section);
  return { ...form, sections };
}

export function addFormField(form: Form, section: number, field: FormField): Form {
  if (form.sections.length === 0) return { ...form, sections: [{ fields: [field] }] };
  return withSection(form, section, (each) => ({ ...each, fields: [...each.fields, field] }));
}

export function updateFormField(form: Form, place: FieldPlace, patch: FormFieldPatch): Form {
  return withSection(form, place.section, (section) => ({
    ...section,
    fields: section.fields.map((field, index) =>
      index === place.index ? compact<FormField>({ ...field, ...patch }) : field,
    ),
  }));
}

export type FormFieldPatch = { [K in keyof FormField]?: FormField[K] | undefined };

export function removeFormField(form: Form, place: FieldPlace): Form {
  return withSection(form, place.section, (section) => ({
    ...section,
    fields: section.fields.filter((_, index) => index !== place.index),
  }));
}

/** Moves a field before the one at `to`; `to.index` may be one past the end of its section. */
export function moveFormField(form: Form, from: FieldPlace, to: FieldPlace): Form {
  const field = form.sections[from.section]?.fields[from.index];
  if (!field || !form.sections[to.section]) return form;
  const shift = from.section === to.section && from.index < to.index ? 1 : 0;
  const without = removeFormField(form, from);
  return withSection(without, to.section, (section) => ({
    ...section,
    fields: section.fields.toSpliced(to.index - shift, 0, field),
  }));
}

/** The place one step up or down, into the neighbouring section at its border; null at the form's ends. */
export function neighbourPlace(form: Form, place: FieldPlace, step: -1 | 1): FieldPlace | null {
  const count = form.sections[place.section]?.fields.length ?? 0;
  const index = place.index + step;
  if (index >= 0 && index < count) return { section: place.section, index: step > 0 ? index + 1 : index };
  const section = place.section + step;
  const neighbour = form.sections[section];
  if (!neighbour) return null;
  return { section, index: step > 0 ? 0 : neighbour.fields.length };
}
