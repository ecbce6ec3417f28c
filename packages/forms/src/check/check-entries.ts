import type { Field } from "@flowright/definition";
import type { Json } from "../value/json.ts";
import { type Check, MOST_ENTRIES, type Place, report } from "./check.ts";

/** How many entries a list has, and whether two are the same where none may be. */
export function checkEntries(check: Check, field: Field, list: readonly Json[], place: Place): void {
  const count = list.length;
  const most = Math.min(field.maxItems ?? MOST_ENTRIES, MOST_ENTRIES);
  if (count > most && (!check.draft || count > MOST_ENTRIES)) {
    report(check, "form.max-items", place, { count, limit: most });
  }
  if (check.draft) return;
  if (field.minItems !== undefined && count < field.minItems && count > 0) {
    report(check, "form.min-items", place, { count, limit: field.minItems });
  }
  if (field.uniqueItems === true) reportDuplicate(check, list.slice(0, MOST_ENTRIES), place);
}

function reportDuplicate(check: Check, list: readonly Json[], place: Place): void {
  const seen = new Map<string, number>();
  for (const [index, value] of list.entries()) {
    const key = orderedText(value);
    const first = seen.get(key);
    if (first !== undefined) {
      report(check, "form.duplicate-items", place, { first: first + 1, second: index + 1 });
      return;
    }
    seen.set(key, index);
  }
}

/** JSON with its names in order, so that equal objects give equal texts. */
function orderedText(value: Json): string {
  return JSON.stringify(value, (_, inner) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
