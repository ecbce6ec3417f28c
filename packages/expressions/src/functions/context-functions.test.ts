import { describe, expect, it } from "vitest";
import { resultOf } from "../../test/result-of.ts";

describe("functions on records", () => {
  it.each([
    ['get value({key1: "value1"}, "key1")', "value1"],
    ['get value({}, "constructor")', null],
    ["get entries({a: 1})", [{ key: "a", value: 1 }]],
    ['context([{key: "a", value: 1}, {key: "b", value: 2}])', { a: 1, b: 2 }],
    ['context([{key: "a", value: 1}, {key: "a", value: 2}])', "error no-result"],
    ['context put({x: 1}, "y", 2)', { x: 1, y: 2 }],
    ['context put({x: {y: 1}}, ["x", "y"], 2)', { x: { y: 2 } }],
    ["context merge([{x: 1}, {x: 2, y: 3}])", { x: 2, y: 3 }],
  ])("%s", (source, expected) => {
    expect(resultOf(source)).toEqual(expected);
  });
});
