import { pinyinOf } from "@flowright/designer/pinyin";
import { beforeEach, expect, it, vi } from "vitest";
import { fitsWords } from "./fits-words.ts";
import { recentPlaces, rememberPlace } from "./recent-places.ts";

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

it("finds Chinese as it is typed, and every word in any order", () => {
  const texts = ["退货处理", "return-handling"];
  for (const query of ["退货", "tuihuo", "thcl", "handling return", "RETURN"])
    expect(fitsWords(texts, query, pinyinOf), query).toBe(true);
  expect(fitsWords(texts, "thcl", null)).toBe(false);
  expect(fitsWords(texts, "refund", pinyinOf)).toBe(false);
});

it("remembers the last six places of each person, each once, and forgets what is not one", () => {
  const place = (id: string) => ({ kind: "case" as const, id, label: `Case ${id}`, about: "" });
  for (const id of ["1", "2", "3", "4", "5", "6", "7", "5"]) rememberPlace("lin", place(id));
  expect(recentPlaces("lin").map(({ id }) => id)).toEqual(["5", "7", "6", "4", "3", "2"]);
  expect(recentPlaces("wang")).toEqual([]);
  localStorage.setItem("flowright.search.recent.wang", '[{"kind": "door", "id": "1"}, 3]');
  expect(recentPlaces("wang")).toEqual([]);
  localStorage.setItem("flowright.search.recent.wang", "{");
  expect(recentPlaces("wang")).toEqual([]);
});
