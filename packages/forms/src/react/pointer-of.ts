import { pointer } from "../check/check.ts";

/** The JSON Pointer of a dotted path. */
export function pointerOf(path: string): string {
  return path.split(".").reduce((at, name) => pointer(at, name), "");
}
