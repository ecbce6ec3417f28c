import type { Json, JsonObject } from "@flowright/engine";
import type { Result } from "../contract/result.ts";
import { type ProblemCode, refuser } from "./problem-code.ts";

/** Bytes of one value of a case, as JSON in UTF-8. */
export const LARGEST_VALUE = 256 * 1024;

const refuseLarge = refuser({
  "data.value-too-large": {
    status: 413,
    message: {
      en: "“{name}” is {size} KiB; one value may have {limit} KiB.",
      "zh-CN": "“{name}”有 {size} KiB，单个值最多 {limit} KiB。",
    },
    fix: {
      en: "Upload it as a file and put the file's id here, or send only what the flow decides by.",
      "zh-CN": "请将其作为文件上传并在此填写文件编号，或仅发送流程判断所需的内容。",
    },
  },
} as const satisfies Record<string, ProblemCode>);

/**
 * Refuses the first value that is larger than one may be. What all values of a case come to is limited by the engine.
 *
 * @param path JSON pointer of `data` in what was sent
 */
export function refuseLargeValue(data: JsonObject | undefined, path: string): Result<never> | null {
  for (const [name, value] of Object.entries(data ?? {})) {
    if (!mayBeLarge(value)) continue;
    const size = Buffer.byteLength(JSON.stringify(value), "utf8");
    if (size <= LARGEST_VALUE) continue;
    const place = name.replaceAll("~", "~0").replaceAll("/", "~1");
    return refuseLarge(
      "data.value-too-large",
      { name, size: Math.ceil(size / 1024), limit: LARGEST_VALUE / 1024 },
      { path: `${path}/${place}` },
    );
  }
  return null;
}

/** Whether the value could be larger; no character has more than six bytes in JSON. */
function mayBeLarge(value: Json): boolean {
  let size = 0;
  const waiting: Json[] = [value];
  while (size <= LARGEST_VALUE) {
    const next = waiting.pop();
    if (next === undefined) return false;
    if (typeof next === "string") size += next.length * 6 + 2;
    else if (typeof next !== "object" || next === null) size += 24;
    else if (Array.isArray(next)) {
      size += 2 + next.length;
      for (const one of next) waiting.push(one);
    } else
      for (const [name, one] of Object.entries(next)) {
        size += name.length * 6 + 5;
        waiting.push(one);
      }
  }
  return true;
}
