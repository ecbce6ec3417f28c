import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Comparison, Condition, ConditionValue } from "./condition.ts";
import { conditionOf } from "./condition-of.ts";
import { sourceOf } from "./source-of.ts";

const name = fc.oneof(
  fc.constantFrom("risk", "订单", "type", "items", "a-b", "in", "and", "date", "null"),
  fc.stringMatching(/^[a-z_][a-z0-9_]{0,8}$/),
);
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join("."));
const value: fc.Arbitrary<ConditionValue> = fc.oneof(
  fc.string({ unit: "grapheme" }).map((text) => ({ text })),
  fc.string({ unit: "binary" }).map((text) => ({ text })),
  fc.integer({ min: -1e9, max: 1e9 }).map((cents) => ({ number: String(cents / 100) })),
  fc
    .constantFrom("2026-11-24", "PT4H", "P1Y2M", "2026-11-24T10:00:00Z", "10:30:00")
    .map((moment) => ({ moment })),
  path.map((field) => ({ field })),
);
const literal = value.filter((one) => !("field" in one));
const comparison: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({ path, operator: fc.constantFrom("=", "!=", "<", "<=", ">", ">="), value }),
  fc.record({ path, operator: fc.constant("in"), values: fc.array(literal, { minLength: 1, maxLength: 4 }) }),
  fc.record({ path, operator: fc.constant("between"), values: fc.tuple(value, value) }),
  fc.record({ path, operator: fc.constant("contains"), value }),
  fc.record({ path, operator: fc.constantFrom("is empty", "is not empty", "yes", "no") }),
);
const { condition } = fc.letrec<{ condition: Condition; part: Comparison | Condition }>((tie) => ({
  part: fc.oneof({ maxDepth: 3, withCrossShrink: true }, comparison, tie("condition")),
  condition: fc.oneof(
    fc.record({ all: fc.array(tie("part"), { maxLength: 4 }) }),
    fc.record({ any: fc.array(tie("part"), { maxLength: 4 }) }),
  ),
}));

describe("conditionOf", () => {
  it.each<[string, Condition]>([
    ["amount > 500", { all: [{ path: "amount", operator: ">", value: { number: "500" } }] }],
    ["500 < amount", { all: [{ path: "amount", operator: ">", value: { number: "500" } }] }],
    ["shipped", { all: [{ path: "shipped", operator: "yes" }] }],
    ["shipped = false", { all: [{ path: "shipped", operator: "no" }] }],
    [
      "a = null and b != null",
      {
        all: [
          { path: "a", operator: "is empty" },
          { path: "b", operator: "is not empty" },
        ],
      },
    ],
    ['contains(buyer, "王")', { all: [{ path: "buyer", operator: "contains", value: { text: "王" } }] }],
    ['c in ["x", "y"]', { all: [{ path: "c", operator: "in", values: [{ text: "x" }, { text: "y" }] }] }],
    [
      "a > p.limit or (b = 1 and c = 2) or d",
      {
        any: [
          { path: "a", operator: ">", value: { field: "p.limit" } },
          {
            all: [
              { path: "b", operator: "=", value: { number: "1" } },
              { path: "c", operator: "=", value: { number: "2" } },
            ],
          },
          { path: "d", operator: "yes" },
        ],
      },
    ],
    ['on >= date("2026-11-24")', { all: [{ path: "on", operator: ">=", value: { moment: "2026-11-24" } }] }],
  ])("%s", (source, expected) => {
    expect(conditionOf(source)).toEqual(expected);
  });

  it.each([
    "count(lines) > 1",
    "some l in lines satisfies l.x = 1",
    "a + 1 > 2",
    "not(a)",
    "a >",
    "a in [1..2]",
    "1",
  ])("leaves %s to the text editor", (source) => {
    expect(conditionOf(source)).toBeNull();
  });

  it("reads what sourceOf writes as the same condition", () => {
    fc.assert(
      fc.property(condition, (made) => {
        const source = sourceOf(made);
        const read = conditionOf(source);
        expect(read).not.toBeNull();
        if (read) expect(conditionOf(sourceOf(read))).toEqual(read);
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps a single comparison exactly", () => {
    fc.assert(
      fc.property(comparison, (made) => {
        expect(conditionOf(sourceOf({ all: [made] }))).toEqual({ all: [made] });
      }),
      { numRuns: 1000 },
    );
  });
});
