import type { BilingualText, Problem } from "@flowright/definition";
import { formProblem } from "../problem/form-problem.ts";
import type { FormProblemCode } from "../problem/problem-texts.ts";

/** Bounds that hold whatever a schema says. */
export const MOST_VALUES = 20_000;
export const MOST_DEPTH = 12;
export const MOST_TEXT = 100_000;
export const MOST_ENTRIES = 1_000;
const MOST_PROBLEMS = 100;

/** One run of the validator: what it found so far. */
export interface Check {
  /** A draft may be half filled: only what could not be stored at all is a problem. */
  readonly draft: boolean;
  readonly problems: Problem[];
  values: number;
}

export function createCheck(draft: boolean): Check {
  return { draft, problems: [], values: 0 };
}

/** Where a value stands, for the path of a problem and its sentence. */
export interface Place {
  readonly path: string;
  readonly label: BilingualText;
  readonly depth: number;
}

export function report(
  check: Check,
  code: FormProblemCode,
  place: Place,
  params: Readonly<Record<string, string | number>> = {},
): void {
  if (check.problems.length >= MOST_PROBLEMS) return;
  check.problems.push(formProblem(code, place.path, place.label, params));
}

/** One step of a JSON Pointer. */
export function pointer(path: string, key: string | number): string {
  return `${path}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
