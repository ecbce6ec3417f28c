import type { Signature } from "../functions/built-in.ts";
import type { SyntaxOf } from "../syntax/syntax.ts";

/** For each parameter the arguments, by position, that go to it; null when the signature does not fit. */
export function slotsOf(signature: Signature, syntax: SyntaxOf<"call">): number[][] | null {
  const { parameters } = signature;
  if (syntax.named) {
    const names = syntax.named.map(({ name }) => name);
    if (!names.every((name) => parameters.some((parameter) => parameter.name === name))) return null;
    const slots = parameters.map((parameter) =>
      names.flatMap((name, i) => (name === parameter.name ? [i] : [])),
    );
    const fits = slots.every(
      (found, i) => found.length === 1 || (found.length === 0 && parameters[i]?.optional === true),
    );
    return fits ? slots : null;
  }
  const count = syntax.positional.length;
  const rest = parameters.at(-1)?.rest === true;
  const needed = parameters.filter((parameter) => !parameter.optional && !parameter.rest).length;
  if (count < needed || (!rest && count > parameters.length)) return null;
  if (rest && count < parameters.length) return null;
  return parameters.map((parameter, i) => {
    if (parameter.rest) return Array.from({ length: count - i }, (_, j) => i + j);
    return i < count ? [i] : [];
  });
}
