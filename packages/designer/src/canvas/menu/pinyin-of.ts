import { pinyin } from "pinyin-pro";

/** How a Chinese word is typed: in full (`shenpi`) and by initials (`sp`). */
export function pinyinOf(word: string): readonly string[] {
  return [
    pinyin(word, { toneType: "none", type: "array" }).join(""),
    pinyin(word, { pattern: "first", toneType: "none", type: "array" }).join(""),
  ];
}
