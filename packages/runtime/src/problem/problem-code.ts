import type { BilingualText, Problem } from "@flowright/definition";
import type { Refusal } from "../contract/result.ts";

/** What a problem code means: HTTP status, and texts whose `{name}` places are filled from the params. */
export interface ProblemCode {
  readonly status: Refusal["status"];
  readonly message: BilingualText;
  readonly fix: BilingualText;
}

export type ProblemParams = Readonly<Record<string, string | number>>;

/**
 * Makes the function that refuses with the codes of one registry: the code is checked by the compiler, the
 * texts are rendered here and can be rendered again anywhere from code and params.
 */
export function refuser<Codes extends Readonly<Record<string, ProblemCode>>>(codes: Codes) {
  return (
    code: keyof Codes & string,
    params: ProblemParams = {},
    more: { path?: string; node?: string; problems?: readonly Problem[]; retryAfter?: number } = {},
  ): { readonly ok: false; readonly refusal: Refusal } => {
    const { path = "", node, problems, retryAfter } = more;
    const { status, message, fix } = codes[code] as ProblemCode;
    const problem: Problem = {
      code,
      severity: "error",
      path,
      ...(node === undefined ? {} : { node }),
      params,
      message: fillBoth(message, params),
      fix: fillBoth(fix, params),
    };
    return {
      ok: false,
      refusal: {
        status,
        problem,
        ...(problems === undefined ? {} : { problems }),
        ...(retryAfter === undefined ? {} : { retryAfter }),
      },
    };
  };
}

function fillBoth(text: BilingualText, params: ProblemParams): BilingualText {
  return { en: fill(text.en, params, "en"), "zh-CN": fill(text["zh-CN"], params, "zh-CN") };
}

/** A parameter `name:zh-CN` takes the place of `name` in Chinese. */
function fill(template: string, params: ProblemParams, language: string): string {
  return template.replace(/\{([A-Za-z]+)\}/g, (place, name: string) => {
    const own = `${name}:${language}`;
    if (Object.hasOwn(params, own)) return String(params[own]);
    return Object.hasOwn(params, name) ? String(params[name]) : place;
  });
}
