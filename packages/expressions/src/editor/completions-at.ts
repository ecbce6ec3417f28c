import { pathText } from "../condition/path-text.ts";
import type { Bilingual } from "../error/expression-error.ts";
import { signatureText } from "../functions/built-in.ts";
import { BUILT_INS } from "../functions/registry.ts";
import type { FieldType, FieldTypes } from "../json/field-type.ts";
import { entryType } from "../json/from-json.ts";
import { localFields } from "./local-fields.ts";

/** One thing that may be written at the place. */
export interface Completion {
  readonly label: string;
  /** The text that replaces what has been typed. */
  readonly insert: string;
  readonly kind: "field" | "function" | "value" | "word";
  readonly title?: Bilingual;
  /** Of a field: its JSON Schema type or format. */
  readonly type?: string;
  /** Of a function: how it is called. */
  readonly signature?: string;
}

export interface Completions {
  /** The part of the source that an option replaces. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly Completion[];
}

const WORDS = [
  "and",
  "or",
  "if",
  "then",
  "else",
  "for",
  "return",
  "some",
  "every",
  "satisfies",
  "in",
  "between",
];
const NAME = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
const CHOICE = new RegExp(String.raw`(${NAME}(?:\.${NAME})*)\s*(?:=|!=)\s*("?)([^"=<>()]*)$`, "u");
const PATH = new RegExp(String.raw`((?:${NAME}\.)*)(${NAME})?$`, "u");
/** Only the end of a long source is looked at. */
const REACH = 2000;

/** What may be written at `offset`: fields with type and title, functions with signature, and choices. */
export function completionsAt(source: string, offset: number, types: FieldTypes): Completions {
  const end = Math.max(0, Math.min(source.length, offset));
  const before = source.slice(Math.max(0, end - REACH), end);
  const fields: FieldTypes = { ...types, ...localFields(before, types) };
  const choice = choicesAt(before, end, fields);
  if (choice) return choice;
  if (insideText(before)) return { from: end, to: end, options: [] };
  const match = PATH.exec(before);
  const typed = match?.[2] ?? "";
  const from = end - typed.length;
  const path = (match?.[1] ?? "").split(".").filter((name) => name !== "");
  if (path.length > 0) {
    const owner = fieldAt(path, fields);
    const inner = owner?.type === "array" ? owner.items?.properties : owner?.properties;
    return { from, to: end, options: fieldOptions(inner ?? {}, typed) };
  }
  return {
    from,
    to: end,
    options: [...fieldOptions(fields, typed), ...functionOptions(typed), ...wordOptions(typed)],
  };
}

/** After `field =` of a field with choices: the choices. */
function choicesAt(before: string, end: number, types: FieldTypes): Completions | null {
  const match = CHOICE.exec(before);
  if (!match) return null;
  const [, path = "", quote = "", typed = ""] = match;
  const field = fieldAt(path.split("."), types);
  const choices: readonly { const: string | number | boolean; title?: FieldType["title"] }[] =
    field?.oneOf ?? field?.enum?.map((value) => ({ const: value })) ?? [];
  if (choices.length === 0) return null;
  const from = end - typed.length - quote.length;
  const wanted = typed.trim().toLowerCase();
  const options = choices
    .filter(({ const: value, title }) =>
      `${value} ${textsOf(title).join(" ")}`.toLowerCase().includes(wanted),
    )
    .map(({ const: value, title }): Completion => {
      const text = JSON.stringify(value);
      return { label: text, insert: text, kind: "value", ...titled(title) };
    });
  return { from, to: end, options };
}

function fieldAt(path: readonly string[], types: FieldTypes): FieldType | undefined {
  const [root = "", ...rest] = path;
  const first = Object.hasOwn(types, root) ? types[root] : undefined;
  return rest.reduce<FieldType | undefined>((type, name) => entryType(type, name), first);
}

function fieldOptions(types: FieldTypes, typed: string): Completion[] {
  const wanted = typed.toLowerCase();
  return Object.entries(types)
    .filter(([name, type]) => `${name} ${textsOf(type.title).join(" ")}`.toLowerCase().includes(wanted))
    .map(([name, type]) => {
      const kind = type.format ?? type.type;
      return {
        label: name,
        insert: pathText([name]),
        kind: "field",
        ...titled(type.title),
        ...(kind === undefined ? {} : { type: kind }),
      };
    });
}

function functionOptions(typed: string): Completion[] {
  const wanted = typed.toLowerCase();
  return [...BUILT_INS.values()]
    .filter(({ name }) => name.includes(wanted))
    .map(({ name, title, signatures: [signature] }) => ({
      label: name,
      insert: `${name}(`,
      kind: "function",
      title,
      signature: signature ? signatureText(name, signature) : `${name}()`,
    }));
}

function wordOptions(typed: string): Completion[] {
  return WORDS.filter((word) => word.startsWith(typed.toLowerCase())).map((word) => ({
    label: word,
    insert: word,
    kind: "word",
  }));
}

function insideText(before: string): boolean {
  let inside = false;
  for (let i = 0; i < before.length; i += 1) {
    if (before[i] === "\\" && inside) i += 1;
    else if (before[i] === '"') inside = !inside;
  }
  return inside;
}

function titled(title: FieldType["title"]): { title?: Bilingual } {
  if (title === undefined) return {};
  if (typeof title === "string") return { title: { en: title, "zh-CN": title } };
  const [any = ""] = textsOf(title);
  return { title: { en: title.en ?? any, "zh-CN": title["zh-CN"] ?? any } };
}

function textsOf(title: FieldType["title"]): string[] {
  if (title === undefined) return [];
  return typeof title === "string"
    ? [title]
    : [title.en, title["zh-CN"]].filter((text) => text !== undefined);
}
