import type { BilingualText, LocalizedText } from "@flowright/definition";

/**
 * A new step is called after its kind, in both languages. Whoever gives it a name of its own in one language leaves
 * none in the other: readers of the other language then see that name, not the kind's.
 */
export function renamed(
  before: LocalizedText | undefined,
  after: LocalizedText | undefined,
  made: BilingualText,
): LocalizedText | undefined {
  const untouched = typeof before === "object" && before.en === made.en && before["zh-CN"] === made["zh-CN"];
  if (!untouched || typeof after !== "object") return after;
  const own: { en?: string; "zh-CN"?: string } = {
    ...(after.en === undefined || after.en === made.en ? {} : { en: after.en }),
    ...(after["zh-CN"] === undefined || after["zh-CN"] === made["zh-CN"] ? {} : { "zh-CN": after["zh-CN"] }),
  };
  return own.en === undefined && own["zh-CN"] === undefined ? undefined : own;
}
