import { expect, test } from "vitest";
import { bothTexts, textFrom } from "./own-text.ts";

test.each(["Shop", { en: "Shop", "zh-CN": "店铺" }, { "zh-CN": "店铺" }])("%j goes round", (text) => {
  expect(textFrom(bothTexts(text))).toEqual(text);
});

test("nothing is no text", () => {
  expect(textFrom(bothTexts(undefined))).toBeNull();
  expect(textFrom({ en: " ", "zh-CN": "" })).toBeNull();
});
