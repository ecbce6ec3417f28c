import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { textsOf } from "./texts-of.ts";

const SOURCE = path.resolve(import.meta.dirname, "..");
const CATALOG = {
  name: "shop",
  en: { buy: "Buy {what}", sell: "Sell" },
  "zh-CN": { buy: "购买{what}", sell: "出售" },
};

test("what the page says comes before the designer's own text, with the same parameters", () => {
  const t = textsOf(CATALOG, "zh-CN", { "shop.buy": "下单：{what}", "other.sell": "?" });
  expect(t("buy", { what: "茶" })).toBe("下单：茶");
  expect(t("sell")).toBe("出售");
  expect(textsOf(CATALOG, "en")("buy", { what: "tea" })).toBe("Buy tea");
});

test("every catalogue has a name of its own, and the same keys in both languages", async () => {
  const names = new Set<string>();
  const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter(
    (file) =>
      file.endsWith("-texts.ts") &&
      /export const [A-Z_]+_TEXTS = /.test(readFileSync(path.join(SOURCE, file), "utf8")),
  );
  for (const file of files) {
    const exported = Object.entries(
      (await import(path.join(SOURCE, file))) as Record<string, typeof CATALOG>,
    );
    for (const [, catalog] of exported.filter(([key]) => key.endsWith("_TEXTS"))) {
      expect(names.has(catalog.name), catalog.name).toBe(false);
      names.add(catalog.name);
      expect(Object.keys(catalog["zh-CN"]).sort()).toEqual(Object.keys(catalog.en).sort());
    }
  }
  expect(names.size).toBeGreaterThan(25);
});
