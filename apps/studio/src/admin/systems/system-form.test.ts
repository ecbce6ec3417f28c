import type { System } from "@flowright/client";
import { expect, test } from "vitest";
import { formOf, missingIn, newKey, systemFrom } from "./system-form.ts";

const shop: System = {
  id: "shop",
  name: { en: "Shop", "zh-CN": "店铺" },
  address: "http://shop.example",
  secretHeader: "Authorization",
  hasSecret: true,
  operations: [
    {
      id: "refund",
      name: "Refund",
      method: "POST",
      path: "/api/refunds",
      parameters: [{ name: "orderNo", title: "Order", in: "body", type: "string", required: true }],
      results: [{ name: "refundNo", type: "string" }],
    },
  ],
};

test("a system goes round, and its secret is left alone", () => {
  const { hasSecret: _, ...saved } = shop;
  expect(systemFrom(formOf(shop), "shop")).toEqual(saved);
});

test("a secret is set where one was typed, and removed where that was asked for", () => {
  expect(systemFrom({ ...formOf(shop), secret: "abc" }, "shop").secret).toBe("abc");
  expect(systemFrom({ ...formOf(shop), removeSecret: true }, "shop").secret).toBeNull();
});

test("a new operation gets an id of its own", () => {
  const form = formOf(shop);
  const added = { ...form.operations[0], key: newKey(), id: "", name: { en: "Refund", "zh-CN": "" } };
  const saved = systemFrom({ ...form, operations: [...form.operations, added as never] }, "shop");
  expect(saved.operations.map(({ id }) => id)).toEqual(["refund", "refund-2"]);
});

test("what is missing is named", () => {
  expect([...missingIn(formOf(null))]).toEqual(["name", "address"]);
  expect(missingIn(formOf(shop)).size).toBe(0);
  const [operation] = formOf(shop).operations;
  const broken = { ...formOf(shop), operations: [{ ...operation, key: 7, path: "refunds" } as never] };
  expect([...missingIn(broken)]).toEqual(["path 7"]);
});
