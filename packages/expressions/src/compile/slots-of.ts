import type { Signature } from "../functions/built-in.ts";
import type { SyntaxOf } from "../syntax/syntax.ts";

/** The arguments of a call: their number, and their names where it names them. */
export interface Arguments {
  readonly names: readonly string[] | null;
  readonly count: number;
}

export function argumentsOf(syntax: SyntaxOf<"call">): Arguments {
  return {
    names: syntax.named?.map(({ name }) => name) ?? null,
    count: syntax.positional.length,
  };
}

/** For each parameter the arguments, by position, that go to it; null when the signature does not fit. */
export function slotsOf(signature: Signature, { names, count }: Arguments): number[][] | null {
  const { parameters } = signature;
  if (names) {
    if (!names.every((name) => parameters.some((parameter) => parameter.name === name))) return null;
    const slots = parameters.map((parameter) =>
      names.flatMap((name, i) => (name === parameter.name ? [i] : [])),
    );
    const fits = slots.every(
      (found, i) => found.length === 1 || (found.length === 0 && parameters[i]?.optional === true),
    );
    return fits ? slots : null;
  }
  const rest = parameters.at(-1)?.rest === true;
  const needed = parameters.filter((parameter) => !parameter.optional && !parameter.rest).length;
  if (count < needed || (!rest && count > parameters.length)) return null;
  if (rest && count < parameters.length) return null;
  return parameters.map((parameter, i) => {
    if (parameter.rest) return Array.from({ length: count - i }, (_, j) => i + j);
    return i < count ? [i] : [];
  });
}
