import type { Bilingual } from "../error/expression-error.ts";
import { fail } from "../error/failure.ts";
import type { Place, Run } from "../operation/run.ts";
import type { FeelValue } from "../value/feel-value.ts";
import type { Kind } from "../value/kind-of.ts";

/** What a parameter takes; `any` includes null. */
export type ParameterKind = Exclude<Kind, "null"> | "any" | "duration" | "temporal";

export interface Parameter {
  readonly name: string;
  readonly kind: ParameterKind;
  /** May be left out or null. */
  readonly optional?: boolean;
  /** Takes this and all further arguments, as a list. */
  readonly rest?: boolean;
}

/** One call of a built-in: its place, its budget, and its ways to end without a result. */
export interface Call {
  readonly run: Run;
  readonly place: Place;
  readonly name: string;
}

export interface Signature {
  readonly parameters: readonly Parameter[];
  readonly returns: ParameterKind;
  readonly apply: (values: readonly FeelValue[], call: Call) => FeelValue;
}

export interface BuiltIn {
  readonly name: string;
  /** What it does, for completions. */
  readonly title: Bilingual;
  readonly signatures: readonly Signature[];
}

/** Defines a built-in. Parameters are written as `name: kind`, `name?: kind` or `...name: kind`. */
export function builtIn(
  name: string,
  en: string,
  zh: string,
  ...signatures: readonly (readonly [string, ParameterKind, Signature["apply"]])[]
): BuiltIn {
  return {
    name,
    title: { en, "zh-CN": zh },
    signatures: signatures.map(([parameters, returns, apply]) => ({
      parameters: parameters === "" ? [] : parameters.split(", ").map(parameterOf),
      returns,
      apply,
    })),
  };
}

/** Ends the call: there is no result for these values. */
export function noResult(call: Call, why: string, whyZh: string): never {
  return fail("no-result", call.place.at, { part: call.place.part, why, whyZh });
}

export function signatureText(name: string, signature: Signature): string {
  const parameters = signature.parameters.map((parameter) => {
    if (parameter.rest) return `${parameter.name}…`;
    return parameter.optional ? `${parameter.name}?` : parameter.name;
  });
  return `${name}(${parameters.join(", ")})`;
}

function parameterOf(text: string): Parameter {
  const split = text.lastIndexOf(": ");
  const written = text.slice(0, split);
  const kind = text.slice(split + 2) as ParameterKind;
  if (written.startsWith("...")) return { name: written.slice(3), kind, rest: true };
  return written.endsWith("?")
    ? { name: written.slice(0, -1), kind, optional: true }
    : { name: written, kind };
}
