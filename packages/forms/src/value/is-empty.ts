import type { Json } from "./json.ts";

/** Nothing was filled in. A zero and a "no" are answers. */
export function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  return Array.isArray(value) && value.length === 0;
}
