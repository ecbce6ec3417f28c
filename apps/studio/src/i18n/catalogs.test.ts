import { globSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Catalog, TextEntry } from "./define-texts.ts";

const SOURCE = path.resolve(import.meta.dirname, "..");
const CHINESE = /\p{Script=Han}|[，。；：、？！（）《》]/u;

/** The same in both languages: names and signs. */
const NEUTRAL = new Set(["Flowright", "ID", "→"]);

const catalogs: Catalog[] = [];
for (const file of globSync("**/*texts.ts", { cwd: SOURCE })) {
  if (file.endsWith("define-texts.ts")) continue;
  const module: Record<string, unknown> = await import(path.join(SOURCE, file));
  for (const value of Object.values(module)) {
    if (typeof value === "function" && "catalog" in value) catalogs.push(value.catalog as Catalog);
  }
}

test("every place has its texts", () => {
  expect(catalogs.length).toBeGreaterThan(3);
  expect(new Set(catalogs.map(({ namespace }) => namespace)).size).toBe(catalogs.length);
});

describe.each(catalogs)("texts of $namespace", (catalog) => {
  test("both languages have the same keys", () => {
    expect(Object.keys(catalog["zh-CN"]).sort()).toEqual(Object.keys(catalog.en).sort());
  });

  test("both languages name the same values", () => {
    for (const key of Object.keys(catalog.en)) {
      expect([key, valuesOf(catalog["zh-CN"][key])]).toEqual([key, valuesOf(catalog.en[key])]);
    }
  });

  test("no Chinese in English, and Chinese in Chinese", () => {
    for (const [key, text] of Object.entries(catalog.en)) {
      for (const form of formsOf(text)) expect([key, CHINESE.test(form)]).toEqual([key, false]);
    }
    for (const [key, text] of Object.entries(catalog["zh-CN"])) {
      for (const form of formsOf(text)) {
        const words = form.replace(/\{\{\w+\}\}/g, "").trim();
        if (words === "" || NEUTRAL.has(words)) continue;
        expect([key, form, CHINESE.test(form)]).toEqual([key, form, true]);
      }
    }
  });

  test("Chinese is punctuated in full width", () => {
    for (const [key, text] of Object.entries(catalog["zh-CN"])) {
      for (const form of formsOf(text)) {
        expect([key, form, /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u.test(form)]).toEqual([
          key,
          form,
          false,
        ]);
      }
    }
  });
});

function formsOf(text: TextEntry | undefined): string[] {
  if (text === undefined) return [];
  return typeof text === "string" ? [text] : [text.one, text.other];
}

function valuesOf(text: TextEntry | undefined): string[] {
  const form = formsOf(text).at(-1) ?? "";
  return [...form.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? "").sort();
}
