/**
 * The name that conditions and mappings use for a new field, from its title: "Gift returned?" gives
 * `giftReturned`. A title without Latin letters gives the kind and a number.
 */
export function fieldName(title: string, kind: string, taken: { readonly [name: string]: unknown }): string {
  const words = title.normalize("NFKD").match(/[A-Za-z0-9]+/g) ?? [];
  const camel = words
    .map((word, index) => (index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("")
    .slice(0, 40);
  const usable = /^[A-Za-z]/.test(camel) && !RESERVED.has(camel);
  const isFree = (name: string) => !Object.hasOwn(taken, name) && !RESERVED.has(name);
  if (usable && isFree(camel)) return camel;
  const stem = usable ? camel : kind;
  for (let number = usable ? 2 : 1; ; number++) if (isFree(`${stem}${number}`)) return `${stem}${number}`;
}

/** Words that FEEL keeps for itself, and names that flows see beside the case's fields. */
const RESERVED = new Set([
  ...["true", "false", "null", "if", "then", "else", "for", "in", "return", "some", "every", "satisfies"],
  ...["and", "or", "not", "between", "function", "instance", "of", "date", "time", "duration"],
  ...["message", "result", "case", "item"],
]);
