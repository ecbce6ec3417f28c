import type { Field, LocalizedText } from "@flowright/definition";

/** The kinds of fields as people know them. */
export const FIELD_KINDS = [
  "text",
  "longText",
  "number",
  "money",
  "date",
  "dateTime",
  "choice",
  "choices",
  "yesNo",
  "person",
  "photo",
  "photos",
  "file",
  "files",
  "duration",
  "rows",
] as const;

/** Kinds of a field of the case: a form shows the fields of a group one by one. */
export const CASE_KINDS = [...FIELD_KINDS, "group"] as const;

export type FieldKind = (typeof CASE_KINDS)[number];

/** Kinds that a column of rows can have. */
export const COLUMN_KINDS: readonly FieldKind[] = [
  "text",
  "number",
  "money",
  "date",
  "choice",
  "yesNo",
  "person",
  "photo",
  "file",
];

/** Stands in until there is a choice of the person's own: a field without any choice would be no choice. */
const FIRST_CHOICE = { const: "1", title: { en: "First choice", "zh-CN": "选项一" } };

/** True for choices as a new field has them, which nobody has written yet. */
export function areMadeUp(choices: NonNullable<Field["oneOf"]>): boolean {
  const [first, ...others] = choices;
  return others.length === 0 && JSON.stringify(first) === JSON.stringify(FIRST_CHOICE);
}

const SHAPES: { readonly [kind in FieldKind]: Field } = {
  text: { type: "string" },
  longText: { type: "string", format: "multiline" },
  number: { type: "number" },
  money: { type: "string", format: "money", currency: "CNY" },
  date: { type: "string", format: "date" },
  dateTime: { type: "string", format: "date-time" },
  choice: { type: "string", oneOf: [FIRST_CHOICE] },
  choices: {
    type: "array",
    items: { type: "string", oneOf: [FIRST_CHOICE] },
    uniqueItems: true,
  },
  yesNo: { type: "boolean" },
  person: { type: "string", format: "person" },
  photo: { type: "string", format: "photo" },
  photos: { type: "array", items: { type: "string", format: "photo" }, maxItems: 9 },
  file: { type: "string", format: "file" },
  files: { type: "array", items: { type: "string", format: "file" }, maxItems: 9 },
  duration: { type: "string", format: "duration" },
  rows: { type: "array", items: { type: "object", properties: {} }, maxItems: 50 },
  group: { type: "object", properties: {} },
};

/** A new field of a kind. */
export function fieldOfKind(kind: FieldKind, title: LocalizedText): Field {
  return { ...structuredClone(SHAPES[kind]), title };
}

/** The kind of a field; null for shapes that only a text editor makes. */
export function kindOf(field: Field): FieldKind | null {
  if (field.oneOf || field.enum) return "choice";
  if (field.type === "boolean") return "yesNo";
  if (field.type === "number" || field.type === "integer") return "number";
  if (field.type === "array") return kindOfList(field.items);
  if (field.type === "object") return "group";
  return field.type === "string" || field.type === undefined ? kindOfFormat(field.format) : null;
}

function kindOfList(entry: Field | undefined): FieldKind | null {
  if (entry?.oneOf || entry?.enum) return "choices";
  if (entry?.format === "photo") return "photos";
  if (entry?.format === "file") return "files";
  return entry?.type === "object" ? "rows" : null;
}

function kindOfFormat(format: Field["format"]): FieldKind {
  switch (format) {
    case "multiline":
      return "longText";
    case "date-time":
      return "dateTime";
    case "money":
    case "date":
    case "person":
    case "photo":
    case "file":
    case "duration":
      return format;
    default:
      return "text";
  }
}
