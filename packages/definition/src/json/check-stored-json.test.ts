import { expect, test } from "vitest";
import { checkStoredJson } from "./check-stored-json.ts";

const codes = (value: unknown) => checkStoredJson(value).map(({ code, path }) => `${code} ${path}`);

test("ordinary data may be stored", () => {
  expect(codes({ a: [1, "é😀", null, true, { b: undefined }], c: -0.5 })).toEqual([]);
});

test("characters that the database refuses are named with their place", () => {
  expect(codes({ a: ["x", "y\u0000"] })).toEqual(["json.null-character /a/1"]);
  expect(codes({ "a/b": "\ud83d" })).toEqual(["json.lone-surrogate /a~1b"]);
  expect(codes({ list: [{ "bad\u0000key": 1 }] })).toEqual(["json.null-character /list/0"]);
});

test.each([
  ["a function", () => 1, "function"],
  ["not a number", Number.NaN, "NaN"],
  ["infinity", Number.POSITIVE_INFINITY, "Infinity"],
  ["a big integer", 1n, "bigint"],
  ["a symbol", Symbol("x"), "symbol"],
  ["nothing", undefined, "undefined"],
])("%s is no JSON", (_, value, found) => {
  expect(checkStoredJson({ list: [value] })).toMatchObject([
    { code: "json.not-a-value", path: "/list/0", params: { found } },
  ]);
});

test("a cycle ends at the limit of depth", () => {
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  expect(checkStoredJson(cyclic)).toMatchObject([{ code: "json.too-deep" }]);
});

test("a value above the limit is refused as a whole, one that holds itself a thousandfold ends early", () => {
  expect(codes("x".repeat(5_000_000))).toEqual(["json.too-large "]);
  expect(codes(new Array(5_000_000))).toEqual(["json.too-large "]);
  const wide: unknown[] = [];
  for (let index = 0; index < 1000; index++) wide.push(wide);
  expect(checkStoredJson(wide)[0]).toMatchObject({ code: "json.too-deep" });
});

test("own limits hold", () => {
  expect(checkStoredJson([[[]]], { depth: 2, characters: 100 })).toMatchObject([{ code: "json.too-deep" }]);
});
