import type { Json } from "@flowright/engine";
import { isUuid } from "../database/row-id.ts";

/** Every string of a JSON value that is a UUID. */
export function uuidsIn(value: Json): string[] {
  const found: string[] = [];
  const open: Json[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === "string") {
      if (next.length === 36 && isUuid(next)) found.push(next);
    } else if (typeof next === "object" && next !== null) {
      open.push(...(Object.values(next) as Json[]));
    }
  }
  return found;
}
