import { argumentsOf, slotsOf } from "../compile/slots-of.ts";
import { nearest } from "../error/nearest.ts";
import { type ParameterKind, type Signature, signatureText } from "../functions/built-in.ts";
import { BUILT_INS } from "../functions/registry.ts";
import { KIND_WORDS } from "../operation/accepts.ts";
import type { SyntaxOf } from "../syntax/syntax.ts";
import type { Checker, Infer, Names } from "./checker.ts";
import { ANY, isDuration, type StaticType } from "./static-type.ts";

const KEEPS_LIST = new Set([
  "sublist",
  "append",
  "remove",
  "reverse",
  "distinct values",
  "sort",
  "insert before",
]);
const GIVES_ELEMENT = new Set(["sum", "min", "max"]);
const KEEPS_NUMBER = new Set([
  "abs",
  "decimal",
  "round up",
  "round down",
  "round half up",
  "round half down",
]);

/** The result of a call; reports unknown functions and arguments that cannot be right. */
export function inferCall(
  checker: Checker,
  infer: Infer,
  syntax: SyntaxOf<"call">,
  names: Names,
): StaticType {
  const values = syntax.named?.map(({ value }) => value) ?? syntax.positional;
  const given = values.map((value) => infer(value, names));
  const { callee } = syntax;
  if (callee.kind !== "name" || isLocal(names, callee.name)) {
    infer(callee, names);
    return ANY;
  }
  const builtIn = BUILT_INS.get(callee.name);
  if (!builtIn) {
    const { name } = callee;
    const suggestion = nearest(name, [...BUILT_INS.keys()]);
    if (suggestion) checker.report("unknown-function-near", callee.at, { name, suggestion });
    else checker.report("unknown-function", callee.at, { name });
    return ANY;
  }
  const fitting = builtIn.signatures.flatMap((signature) => {
    const slots = slotsOf(signature, argumentsOf(syntax));
    return slots ? [{ signature, slots }] : [];
  });
  const [first] = fitting;
  if (!first) {
    const signature = builtIn.signatures.map((one) => signatureText(builtIn.name, one)).join(" / ");
    const part = checker.textOf(syntax);
    checker.report("bad-call", syntax.at, { part, function: builtIn.name, signature });
    return ANY;
  }
  const chosen = fitting.find(({ signature, slots }) => wrongArgument(signature, slots, given) === null);
  if (!chosen) {
    const wrong = wrongArgument(first.signature, first.slots, given) ?? { parameter: 0, slot: 0 };
    const parameter = first.signature.parameters[wrong.parameter];
    const words = KIND_WORDS[parameter?.kind ?? "any"];
    const argument = values[wrong.slot];
    checker.report("bad-argument", argument?.at ?? syntax.at, {
      part: checker.textOf(syntax),
      function: builtIn.name,
      name: parameter?.name ?? "",
      wanted: words.en,
      wantedZh: words["zh-CN"],
      value: argument ? checker.textOf(argument) : "",
    });
    return ANY;
  }
  if (builtIn.name === "string" && given[0]?.money) checker.moneyTexts.add(syntax);
  return resultOf(builtIn.name, chosen.signature, given);
}

function resultOf(name: string, signature: Signature, given: readonly StaticType[]): StaticType {
  const [first = ANY] = given;
  if (KEEPS_LIST.has(name) && first.kind === "list") return first;
  if (KEEPS_NUMBER.has(name) && first.kind === "number") return first;
  if (GIVES_ELEMENT.has(name)) {
    if (first.kind === "list") return first.element ?? ANY;
    return given.every((type) => type.kind === first.kind) ? first : ANY;
  }
  return typeOfKind(signature.returns);
}

function wrongArgument(
  signature: Signature,
  slots: readonly (readonly number[])[],
  given: readonly StaticType[],
): { parameter: number; slot: number } | null {
  for (const [index, parameter] of signature.parameters.entries()) {
    for (const slot of slots[index] ?? []) {
      if (!mayTake(parameter.kind, given[slot] ?? ANY)) return { parameter: index, slot };
    }
  }
  return null;
}

function mayTake(parameter: ParameterKind, type: StaticType): boolean {
  if (type.kind === "any" || type.kind === "null" || parameter === "any" || parameter === "list") return true;
  if (parameter === "temporal") return type.kind === "date" || type.kind === "date and time";
  if (parameter === "duration") return isDuration(type);
  return type.kind === parameter || (type.kind === "duration" && isDuration({ kind: parameter }));
}

function typeOfKind(kind: ParameterKind): StaticType {
  return kind === "temporal" ? ANY : { kind };
}

function isLocal(names: Names, name: string): boolean {
  for (let at: Names | null = names; at; at = at.outer) if (at.local.has(name)) return true;
  return false;
}
