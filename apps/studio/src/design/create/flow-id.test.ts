import fc from "fast-check";
import { expect, test } from "vitest";
import { flowIdFor, isFlowId } from "./flow-id.ts";

const NONE = new Set<string>();

test.each([
  ["Customer return handling", "customer-return-handling"],
  ["  Refund: step 2 ", "refund-step-2"],
  ["Réclamation", "reclamation"],
  ["退货处理", "退货处理"],
  ["618 大促", "flow-618-大促"],
  ["", "flow"],
  ["！？", "flow"],
])("a flow named %j gets the id %s", (name, id) => {
  expect(flowIdFor(name, NONE)).toBe(id);
});

test("an id that is taken gets a number", () => {
  expect(flowIdFor("Returns", new Set(["returns", "returns-2"]))).toBe("returns-3");
});

test("whatever the name, the id is one and is free", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      const first = flowIdFor(name, NONE);
      const second = flowIdFor(name, new Set([first]));
      expect([isFlowId(first), isFlowId(second), first === second]).toEqual([true, true, false]);
    }),
  );
});

test.each(["", "2nd", "a b", "-a", "a/b", "a".repeat(101)])("%j is no id", (id) => {
  expect(isFlowId(id)).toBe(false);
});
