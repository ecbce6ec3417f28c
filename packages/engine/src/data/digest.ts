import type { Json } from "../contract/json.ts";

/** Eight hexadecimal digits that differ where the values differ, but for chance (FNV-1a over the JSON text). */
export function digestOf(value: Json): string {
  const text = JSON.stringify(value);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
