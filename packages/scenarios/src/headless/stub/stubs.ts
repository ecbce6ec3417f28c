import type { Problem } from "@flowright/definition";
import type { JsonObject } from "@flowright/engine";
import { compileExpression } from "@flowright/expressions";
import { checkShape } from "../../format/check-shape.ts";
import { parseDocument } from "../../format/parse-document.ts";
import { runProblem } from "../run-problems.ts";
import { STUBS_SHAPE } from "./stubs-shape.ts";

/** A constant, or a FEEL expression over the data of the case. */
export type ConditionAnswer = boolean | string;

/** FEEL in place of expressions of a step; `timer` may also be an ISO duration, date or repetition, else begins with `=`. */
export interface ExpressionStub {
  /** Who does the step: a person, or a list of people. */
  readonly who?: string | undefined;
  /** What the step is done for, each once. */
  readonly collection?: string | undefined;
  readonly timer?: string | undefined;
  /** By which a message is told apart. */
  readonly key?: string | undefined;
}

/** What a script does instead of what is drawn. */
export interface ScriptStub {
  /** Variable → FEEL expression. */
  readonly set?: { readonly [target: string]: string } | undefined;
  readonly error?: StubError | undefined;
  /** ISO duration until it is done. */
  readonly duration?: string | undefined;
}

/** What a system answers. */
export interface JobStub {
  readonly result?: JsonObject | undefined;
  readonly error?: StubError | undefined;
  readonly duration?: string | undefined;
}

/** What a person enters or decides. */
export interface FormStub {
  readonly data?: JsonObject | undefined;
  readonly outcome?: string | undefined;
  readonly comment?: string | undefined;
}

/** With a code an error that the flow may catch; without one it is an incident. */
export interface StubError {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
}

type InTurn<T> = T | readonly T[];

/** Answers in place of what is drawn or of people and systems, by the id of the step or line. A list is used in turn; its last entry stays. */
export interface Stubs {
  readonly schema?: "flowright/stubs/v1" | undefined;
  readonly conditions?: { readonly [id: string]: InTurn<ConditionAnswer> } | undefined;
  readonly expressions?: { readonly [id: string]: ExpressionStub } | undefined;
  readonly scripts?: { readonly [id: string]: ScriptStub } | undefined;
  readonly jobs?: { readonly [id: string]: InTurn<JobStub> } | undefined;
  readonly forms?: { readonly [id: string]: InTurn<FormStub> } | undefined;
}

export interface ReadStubs {
  /** Null where there is any problem. */
  readonly stubs: Stubs | null;
  /** Each with line and column. */
  readonly problems: readonly Problem[];
}

/** Reads stubs from YAML or JSON, strictly. Never throws. */
export function readStubs(source: string): ReadStubs {
  const parsed = parseDocument(source);
  if (!parsed.ok) return { stubs: null, problems: parsed.problems };
  const shape = checkShape(parsed.value, STUBS_SHAPE, "stubs");
  const found = shape.length > 0 ? shape : wrongExpressions(parsed.value as Stubs);
  const problems = found.map((one) => ({ ...one, at: parsed.place(one.path) }));
  return { stubs: problems.length === 0 ? (parsed.value as Stubs) : null, problems };
}

function wrongExpressions({ conditions = {}, expressions = {}, scripts = {} }: Stubs): Problem[] {
  const sources = [
    ...Object.entries(conditions).flatMap(([id, answer]) =>
      answersOf(answer).map((source) => ({ id, source, path: `/conditions/${id}` })),
    ),
    ...Object.entries(expressions).flatMap(([id, { timer, ...stub }]) =>
      Object.entries({ ...stub, ...(timer?.startsWith("=") ? { timer: timer.slice(1) } : {}) }).map(
        ([part, source]) => ({ id, source, path: `/expressions/${id}/${part}` }),
      ),
    ),
    ...Object.entries(scripts).flatMap(([id, { set = {} }]) =>
      Object.entries(set).map(([name, source]) => ({ id, source, path: `/scripts/${id}/set/${name}` })),
    ),
  ];
  return sources.flatMap(({ id, source, path }) => {
    if (typeof source !== "string") return [];
    const compiled = compileExpression(source);
    if (compiled.ok) return [];
    const { message, fix } = compiled.error;
    const params = {
      source,
      reason: message.en,
      "reason:zh-CN": message["zh-CN"],
      remedy: fix.en,
      "remedy:zh-CN": fix["zh-CN"],
    };
    return [runProblem("stubs.expression", params, { path, node: id })];
  });
}

export function answersOf<T>(answer: T | readonly T[]): readonly T[] {
  return Array.isArray(answer) ? (answer as readonly T[]) : [answer as T];
}
