import type { Field, LocalizedText } from "@flowright/definition";

interface Choice {
  readonly value: string | number | boolean;
  readonly title: LocalizedText;
}

/** The choices of a field, with a title each; null if it has none. */
export function choicesOf(field: Field): readonly Choice[] | null {
  if (field.oneOf) {
    return field.oneOf.map((choice) => ({
      value: choice.const,
      title: choice.title ?? String(choice.const),
    }));
  }
  return field.enum ? field.enum.map((value) => ({ value, title: String(value) })) : null;
}
