import type { Texts } from "./messages.ts";

/** The texts of a code: message and fix, English and Chinese. */
export function textsOf(message: string, fix: string, messageZh: string, fixZh: string): Texts {
  return { message: { en: message, "zh-CN": messageZh }, fix: { en: fix, "zh-CN": fixZh } };
}
