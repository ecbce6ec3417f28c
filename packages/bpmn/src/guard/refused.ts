import type { Problem } from "@flowright/definition";
import { bpmnProblem, type FilePlace } from "../problem/bpmn-problem.ts";
import { GUARD_PROBLEMS } from "./guard-problems.ts";

export interface Refused {
  readonly ok: false;
  readonly problem: Problem;
}

/** A file that is not read, and why. */
export function refused(
  code: keyof typeof GUARD_PROBLEMS,
  place: FilePlace,
  params?: Readonly<Record<string, string | number>>,
): Refused {
  return { ok: false, problem: bpmnProblem(code, GUARD_PROBLEMS[code], place, params) };
}

/** Line and column, from 1, of an offset in a text. */
export function placeOf(text: string, offset: number): FilePlace {
  let line = 1;
  let begin = 0;
  for (let next = text.indexOf("\n"); next >= 0 && next < offset; next = text.indexOf("\n", next + 1)) {
    line++;
    begin = next + 1;
  }
  return { line, column: offset - begin + 1 };
}
