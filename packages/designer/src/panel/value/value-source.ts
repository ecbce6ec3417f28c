import type { FieldOption } from "./field-options.ts";

/** How a value is given, as the panel shows it. */
export type ValueSource =
  | { readonly kind: "field"; readonly path: string }
  | { readonly kind: "fixed"; readonly text: string }
  | { readonly kind: "formula"; readonly source: string };

const PATH = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** Reads a FEEL text as a field, a fixed value, or a formula. */
export function valueSourceOf(source: string, options: readonly FieldOption[]): ValueSource {
  const text = source.trim();
  if (NUMBER.test(text) || text === "true" || text === "false") return { kind: "fixed", text };
  const literal = stringLiteral(text);
  if (literal !== null) return { kind: "fixed", text: literal };
  const isField = PATH.test(text) && options.some((option) => option.path === text);
  return isField ? { kind: "field", path: text } : { kind: "formula", source };
}

/** The FEEL text of a fixed value: numbers and yes/no where the place takes them, else a text. */
export function fixedSource(text: string, type: string | undefined): string {
  const plain = text.trim();
  if ((type === "number" || type === "integer") && NUMBER.test(plain)) return plain;
  if (type === "boolean" && (plain === "true" || plain === "false")) return plain;
  return JSON.stringify(text);
}

function stringLiteral(text: string): string | null {
  if (!text.startsWith('"') || !text.endsWith('"')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}
