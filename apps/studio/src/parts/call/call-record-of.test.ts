import { expect, test } from "vitest";
import { callRecordOf, readableBody } from "./call-record-of.ts";

test("an incident about a call gives its call and answer", () => {
  const record = callRecordOf({
    request: {
      method: "POST",
      url: "http://shop/api/refunds",
      headers: { accept: "application/json" },
      body: "{}",
    },
    response: { status: 500, headers: {}, body: "down" },
    error: { code: "call.failed", message: { en: "down", "zh-CN": "故障" } },
    milliseconds: 7,
  });
  expect(record?.request.method).toBe("POST");
  expect(record?.response?.status).toBe(500);
  expect(record?.error?.message["zh-CN"]).toBe("故障");
});

test("a call without answer has none, and other incidents are no calls", () => {
  expect(callRecordOf({ request: { url: "http://shop" }, response: null })?.response).toBeNull();
  expect(callRecordOf(null)).toBeNull();
  expect(callRecordOf({ expression: "a + 1" })).toBeNull();
});

test("JSON is laid out, other text is left alone", () => {
  expect(readableBody('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(readableBody("<html>")).toBe("<html>");
});
