import type { JsonObject } from "@flowright/client";
import type { JsonObject as StoredJson } from "@flowright/engine";

/** The same JSON as the API declares it, without `readonly`. */
export function plainJson(value: StoredJson): JsonObject {
  return value as JsonObject;
}
