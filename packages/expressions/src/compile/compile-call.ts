import { fail } from "../error/failure.ts";
import { nearest } from "../error/nearest.ts";
import { type BuiltIn, type Call, type Signature, signatureText } from "../functions/built-in.ts";
import { BUILT_INS } from "../functions/registry.ts";
import { moneyDigits } from "../number/feel-number.ts";
import { accepts, KIND_WORDS } from "../operation/accepts.ts";
import type { Code, Place, Run } from "../operation/run.ts";
import type { SyntaxOf } from "../syntax/syntax.ts";
import { describe } from "../value/describe.ts";
import type { FeelFunction, FeelValue } from "../value/feel-value.ts";
import { isList, isNumber, kindOf } from "../value/kind-of.ts";
import { type Compiler, placeOf, textOf } from "./compiler.ts";
import { isLocal, type Scope } from "./scope.ts";
import { type Arguments, argumentsOf, slotsOf } from "./slots-of.ts";

/** How one signature takes the arguments as written: for each parameter the arguments that go to it. */
interface Candidate {
  readonly signature: Signature;
  readonly slots: readonly (readonly number[])[];
}

/** A call of a built-in by its name, or of a function that the expression defines. */
export function compileCall(compiler: Compiler, syntax: SyntaxOf<"call">, scope: Scope): Code {
  const { callee } = syntax;
  const values = (syntax.named?.map(({ value }) => value) ?? syntax.positional).map((value) =>
    compiler.compile(value, scope),
  );
  if (callee.kind !== "name" || isLocal(scope, callee.name) || compiler.options.given?.has(callee.name)) {
    return callValue(compiler, syntax, scope, values);
  }
  const builtIn = BUILT_INS.get(callee.name);
  if (!builtIn) {
    const suggestion = nearest(callee.name, [...BUILT_INS.keys()]);
    if (suggestion) fail("unknown-function-near", callee.at, { name: callee.name, suggestion });
    return fail("unknown-function", callee.at, { name: callee.name });
  }
  const [value] = values;
  if (value && compiler.moneyTexts.has(syntax)) return moneyText(compiler, syntax, builtIn, value);
  return callBuiltIn(compiler, syntax, builtIn, values);
}

function moneyText(compiler: Compiler, syntax: SyntaxOf<"call">, builtIn: BuiltIn, value: Code): Code {
  const plain = callBuiltIn(compiler, syntax, builtIn, [value]);
  return (run) => {
    const amount = value(run);
    return isNumber(amount) ? moneyDigits(amount) : plain(run);
  };
}

function callBuiltIn(
  compiler: Compiler,
  syntax: SyntaxOf<"call">,
  builtIn: BuiltIn,
  values: readonly Code[],
): Code {
  const place = placeOf(compiler, syntax);
  const candidates = candidatesFor(builtIn, argumentsOf(syntax), place);
  const { name } = builtIn;
  return (run) => {
    run.spend(2, place.at);
    return applyTo(
      candidates,
      values.map((value) => value(run)),
      { run, place, name },
    );
  };
}

/** A built-in as a value, for parameters that take functions. */
export function builtInValue(builtIn: BuiltIn, run: Run, place: Place): FeelFunction {
  const { name } = builtIn;
  return {
    kind: "function",
    name,
    parameters: builtIn.signatures[0]?.parameters.map((parameter) => parameter.name) ?? [],
    call: (values) => {
      run.spend(2, place.at);
      const candidates = candidatesFor(builtIn, { names: null, count: values.length }, place);
      return applyTo(candidates, values, { run, place, name });
    },
  };
}

/** The signatures that take so many arguments with these names; at least one. */
function candidatesFor(builtIn: BuiltIn, given: Arguments, place: Place): [Candidate, ...Candidate[]] {
  const [first, ...others] = builtIn.signatures
    .flatMap((signature): Candidate[] => {
      const slots = slotsOf(signature, given);
      return slots ? [{ signature, slots }] : [];
    })
    .sort((a, b) => Number(inOrder(b)) - Number(inOrder(a)));
  if (first) return [first, ...others];
  const signature = builtIn.signatures.map((one) => signatureText(builtIn.name, one)).join(" / ");
  return fail("bad-call", place.at, { part: place.part, function: builtIn.name, signature });
}

/** Whether the arguments come in the order of the parameters; it tells before(point, range) and its mirror apart. */
function inOrder({ slots }: Candidate): boolean {
  const order = slots.flat();
  return order.every((slot, i) => i === 0 || slot > (order[i - 1] ?? -1));
}

function applyTo(
  candidates: readonly [Candidate, ...Candidate[]],
  given: readonly FeelValue[],
  call: Call,
): FeelValue {
  const fitting = candidates.find((candidate) => mismatch(candidate, given) === null);
  if (fitting) return fitting.signature.apply(argumentsFor(fitting, given), call);
  for (const candidate of candidates) {
    const single = withoutListsOfOne(candidate, given);
    if (mismatch(candidate, single) === null) {
      return candidate.signature.apply(argumentsFor(candidate, single), call);
    }
  }
  const [first] = candidates;
  const wrong = mismatch(first, given) ?? { parameter: 0, value: null };
  return badArgument(call.name, first.signature, wrong, call.place);
}

/** A list of one may stand for its element. */
function withoutListsOfOne({ signature, slots }: Candidate, given: readonly FeelValue[]): FeelValue[] {
  const single = [...given];
  for (const [index, parameter] of signature.parameters.entries()) {
    for (const slot of slots[index] ?? []) {
      const value = given[slot] ?? null;
      if (isList(value) && value.length === 1 && !accepts(parameter.kind, value))
        single[slot] = value[0] ?? null;
    }
  }
  return single;
}

/** The first argument that the signature does not take: its parameter and value; null when it takes all. */
function mismatch(
  { signature, slots }: Candidate,
  given: readonly FeelValue[],
): { readonly parameter: number; readonly value: FeelValue } | null {
  for (const [index, parameter] of signature.parameters.entries()) {
    for (const slot of slots[index] ?? []) {
      const value = given[slot] ?? null;
      if (value === null && parameter.optional) continue;
      if (!accepts(parameter.kind, value)) return { parameter: index, value };
    }
  }
  return null;
}

/** The values in the order of the parameters; a single value stands for a list of one. */
function argumentsFor({ signature, slots }: Candidate, given: readonly FeelValue[]): FeelValue[] {
  return signature.parameters.map((parameter, index) => {
    const values = (slots[index] ?? []).map((slot) => {
      const value = given[slot] ?? null;
      return parameter.kind === "list" && value !== null && !isList(value) ? [value] : value;
    });
    return parameter.rest ? values : (values[0] ?? null);
  });
}

function badArgument(
  name: string,
  signature: Signature,
  wrong: { readonly parameter: number; readonly value: FeelValue },
  place: Place,
): never {
  const parameter = signature.parameters[wrong.parameter];
  const words = KIND_WORDS[parameter?.kind ?? "any"];
  return fail("bad-argument", place.at, {
    part: place.part,
    function: name,
    name: parameter?.name ?? "",
    wanted: words.en,
    wantedZh: words["zh-CN"],
    value: describe(wrong.value),
  });
}

function callValue(
  compiler: Compiler,
  syntax: SyntaxOf<"call">,
  scope: Scope,
  values: readonly Code[],
): Code {
  const callee = compiler.compile(syntax.callee, scope);
  const place = placeOf(compiler, syntax);
  const name = textOf(compiler, syntax.callee);
  const names = syntax.named?.map((argument) => argument.name) ?? null;
  return (run: Run) => {
    run.spend(2, place.at);
    const value = callee(run);
    if (kindOf(value) !== "function") return fail("not-function", place.at, { part: name });
    const target = value as FeelFunction;
    const given = values.map((code) => code(run));
    if (!names) return target.call(given);
    return target.call(target.parameters.map((parameter) => given[names.indexOf(parameter)] ?? null));
  };
}
