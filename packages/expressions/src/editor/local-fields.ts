import type { FieldType, FieldTypes } from "../json/field-type.ts";
import { entryType } from "../json/from-json.ts";

const NAME = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
const LOOP = new RegExp(String.raw`(${NAME})\s+in\s+(${NAME}(?:\.${NAME})*)`, "gu");

/** The names of loops before the place (`some l in lines …`), with the type of their elements. */
export function localFields(before: string, types: FieldTypes): FieldTypes {
  const found: Record<string, FieldType> = {};
  for (const [, name = "", list = ""] of before.matchAll(LOOP)) {
    const [root = "", ...rest] = list.split(".");
    const first = Object.hasOwn(types, root) ? types[root] : undefined;
    const type = rest.reduce<FieldType | undefined>((of, entry) => entryType(of, entry), first);
    if (type?.type === "array" && type.items) found[name] = type.items;
  }
  return found;
}
