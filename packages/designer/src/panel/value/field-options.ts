import { type Field, textOf } from "@flowright/definition";
import type { Language } from "../../model/designer-options.ts";

/** A field that can be picked, by its dotted path. */
export interface FieldOption {
  readonly path: string;
  readonly title: string;
  readonly field: Field;
}

const MOST_LEVELS = 4;

/** All fields in sight, groups with their inner fields below them. */
export function fieldOptions(fields: { readonly [name: string]: Field }, language: Language): FieldOption[] {
  return listed(fields, language, "", "", 0);
}

function listed(
  fields: { readonly [name: string]: Field },
  language: Language,
  prefix: string,
  before: string,
  level: number,
): FieldOption[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = prefix + name;
    const title = before + (textOf(field.title, language) || name);
    const inner =
      field.properties && level < MOST_LEVELS
        ? listed(field.properties, language, `${path}.`, `${title} › `, level + 1)
        : [];
    return [{ path, title, field }, ...inner];
  });
}
