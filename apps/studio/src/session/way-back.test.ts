import { expect, test } from "vitest";
import { wayBack } from "./way-back.ts";

test.each([
  [undefined, "/"],
  ["", "/"],
  ["/work?task=a.1", "/work?task=a.1"],
  ["//evil.example/", "/"],
  ["/\\evil.example/", "/"],
  ["https://evil.example/", "/"],
  ["/enter?back=%2Fwork", "/"],
  ["/cases/1", "/cases/1"],
])("after signing in, %s leads to %s", (back, path) => {
  expect(wayBack(back)).toBe(path);
});
