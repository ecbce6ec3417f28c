import { nearest } from "../error/nearest.ts";
import type { FieldTypes } from "../json/field-type.ts";

/** The fields that a mistyped name may mean, the best first; at most three. */
export function nameSuggestions(name: string, types: FieldTypes): string[] {
  const names = Object.keys(types);
  const found: string[] = [];
  while (found.length < 3) {
    const next = nearest(
      name,
      names.filter((candidate) => !found.includes(candidate)),
    );
    if (next === null) break;
    found.push(next);
  }
  return found;
}
