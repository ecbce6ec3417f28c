import { problem } from "../problem/create-problem.ts";
import type { Problem } from "../problem/problem.ts";
import type { ProblemCode } from "../problem/problem-templates.ts";
import { childPath } from "./json-pointer.ts";

export interface StoredJsonLimits {
  /** Levels of lists and objects. */
  readonly depth: number;
  /** Characters of the JSON text, roughly. */
  readonly characters: number;
}

export const STORED_JSON_LIMITS: StoredJsonLimits = { depth: 64, characters: 4 * 1024 * 1024 };

const MOST_PROBLEMS = 20;

/**
 * What keeps a value from being stored as JSON: characters that PostgreSQL refuses, nesting, size, and values
 * that are no JSON. Takes any value, cyclic ones too, and never throws.
 */
export function checkStoredJson(value: unknown, limits: StoredJsonLimits = STORED_JSON_LIMITS): Problem[] {
  const problems: Problem[] = [];
  const report = (code: ProblemCode, path: string, params: Record<string, string | number> = {}) => {
    problems.push(problem(code, { path, params }));
  };
  let characters = 0;
  // A stack instead of recursion: the value may be nested deeper than the call stack.
  const open: { value: unknown; parent: Place | null; key: string | number; depth: number }[] = [
    { value, parent: null, key: "", depth: 0 },
  ];
  for (let entry = open.pop(); entry; entry = open.pop()) {
    const { value: current, depth } = entry;
    const place: Place = entry;
    characters += 2;
    if (characters > limits.characters || problems.length >= MOST_PROBLEMS) break;
    if (typeof current === "string") {
      characters += current.length;
      const code = unstorable(current);
      if (code) report(code, pathOf(place));
    } else if (typeof current === "object" && current !== null) {
      if (depth >= limits.depth) {
        report("json.too-deep", pathOf(place), { limit: limits.depth });
        continue;
      }
      if (Array.isArray(current)) {
        characters += current.length;
        if (characters > limits.characters) break;
        for (let index = current.length - 1; index >= 0; index--) {
          open.push({ value: current[index], parent: place, key: index, depth: depth + 1 });
        }
        continue;
      }
      const content = current as Readonly<Record<string, unknown>>;
      for (const key of Object.keys(content).reverse()) {
        characters += key.length + 4;
        const code = unstorable(key);
        if (code) report(code, pathOf(place));
        if (content[key] !== undefined) {
          open.push({ value: content[key], parent: place, key, depth: depth + 1 });
        }
      }
    } else if (!isScalar(current)) {
      report("json.not-a-value", pathOf(place), { found: nameOf(current) });
    }
  }
  if (characters <= limits.characters) return problems;
  return [problem("json.too-large", { path: "", params: { limit: limits.characters } })];
}

interface Place {
  readonly parent: Place | null;
  readonly key: string | number;
}

function pathOf(place: Place): string {
  const keys: (string | number)[] = [];
  for (let at: Place = place; at.parent; at = at.parent) keys.unshift(at.key);
  return keys.reduce<string>(childPath, "");
}

function unstorable(text: string): "json.null-character" | "json.lone-surrogate" | null {
  if (text.includes("\u0000")) return "json.null-character";
  return text.isWellFormed() ? null : "json.lone-surrogate";
}

function isScalar(value: unknown): boolean {
  return (
    value === null || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))
  );
}

function nameOf(value: unknown): string {
  return typeof value === "number" ? String(value) : typeof value;
}
