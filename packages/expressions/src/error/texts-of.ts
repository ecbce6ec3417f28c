import type { Bilingual } from "./expression-error.ts";

/** The texts of one code; `{name}` stands for a parameter. */
export interface Texts {
  readonly message: Bilingual;
  readonly fix: Bilingual;
}

/** The texts of a code: message and fix, English and Chinese. */
export function textsOf(message: string, fix: string, messageZh: string, fixZh: string): Texts {
  return { message: { en: message, "zh-CN": messageZh }, fix: { en: fix, "zh-CN": fixZh } };
}
