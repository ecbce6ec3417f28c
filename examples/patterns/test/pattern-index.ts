import { readFileSync } from "node:fs";
import path from "node:path";

/** One pattern of the index. */
export interface Pattern {
  readonly number: number;
  readonly name: { readonly en: string; readonly "zh-CN": string };
  /** `direct`: elements of the drawing mean just this; `idiom`: put together as `how` says. */
  readonly verdict: "direct" | "idiom";
  readonly how?: { readonly en: string; readonly "zh-CN": string };
  /** Codes of what the proof says of the drawing, where the pattern wants what it warns of. */
  readonly findings?: readonly string[];
  readonly drawing: string;
  readonly scenarios: readonly string[];
  /** Carried out through a runtime and over HTTP as well. */
  readonly everyHost?: true;
}

export const FOLDER = path.resolve(import.meta.dirname, "..");

export const patterns: readonly Pattern[] = (
  JSON.parse(readFileSync(path.join(FOLDER, "patterns.json"), "utf8")) as { patterns: Pattern[] }
).patterns;
