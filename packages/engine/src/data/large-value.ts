import type { Json, JsonObject } from "../contract/json.ts";
import type { Failure } from "../turn/incident.ts";
import type { Turn } from "../turn/turn.ts";

const KIB = 1024;

/** The failure of a value that is larger than one may be; null where it fits. */
export function tooLarge(turn: Turn, name: string, value: Json): Failure | null {
  const limit = turn.limits.value;
  if (!mayExceed(value, limit)) return null;
  const size = bytesOf(JSON.stringify(value));
  if (size <= limit) return null;
  return {
    code: "limit.value",
    params: { name, size: Math.ceil(size / KIB), limit: Math.ceil(limit / KIB) },
  };
}

/** The same for parameters: each of them, and all together, which may be as large as the data of a case. */
export function parametersTooLarge(turn: Turn, parameters: JsonObject): Failure | null {
  for (const [name, value] of Object.entries(parameters)) {
    const failure = tooLarge(turn, name, value);
    if (failure !== null) return failure;
  }
  const limit = turn.limits.variables;
  if (!mayExceed(parameters, limit) || JSON.stringify(parameters).length <= limit) return null;
  return { code: "limit.parameters", params: { limit } };
}

/** Whether the value could be larger; no character has more than six bytes in JSON. Ends as soon as that is known. */
function mayExceed(value: Json, limit: number): boolean {
  let size = 0;
  const waiting: Json[] = [value];
  while (size <= limit) {
    const next = waiting.pop();
    if (next === undefined) return false;
    if (typeof next === "string") size += next.length * 6 + 2;
    else if (typeof next !== "object" || next === null) size += 25;
    else if (Array.isArray(next)) {
      size += 2 + next.length;
      for (const one of next) waiting.push(one);
    } else
      for (const [name, one] of Object.entries(next)) {
        size += name.length * 6 + 4;
        waiting.push(one as Json);
      }
  }
  return true;
}

/** Bytes of a text in UTF-8. JSON escapes halves of a pair, so both halves of a pair come to four. */
function bytesOf(text: string): number {
  let size = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    size += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return size;
}
