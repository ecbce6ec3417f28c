import type { Json } from "./json.ts";

/** How many levels a value has, counted no further than one beyond `limit`; safe on any depth. */
export function deepest(value: Json, limit: number): number {
  let level: Json[] = [value];
  for (let depth = 0; depth <= limit + 1; depth++) {
    const next: Json[] = [];
    for (const item of level) {
      if (typeof item !== "object" || item === null) continue;
      for (const inner of Object.values(item)) next.push(inner);
    }
    if (next.length === 0) return depth;
    level = next;
  }
  return limit + 1;
}
