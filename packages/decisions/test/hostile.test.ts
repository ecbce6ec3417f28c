import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDecisionTable, compileDecisionTable, type DecisionTable } from "../src/index.ts";

const NOW = "2026-11-24T08:30:00Z";
const GOOD: DecisionTable = {
  hitPolicy: "unique",
  inputs: [{ id: "n", expression: "n", type: "number" }],
  outputs: [{ name: "result", type: "number" }],
  rules: [{ id: "r1", when: ["-"], then: ["1"] }],
};
const TYPES = { n: { type: "number" } };

/** What claims to be a table and may be anything. */
const asTable = (value: unknown): DecisionTable => value as DecisionTable;

function codes(value: unknown): string[] {
  const compiled = compileDecisionTable(asTable(value), TYPES);
  return compiled.ok ? [] : compiled.problems.map(({ code, path }) => `${code} ${path}`);
}

describe("a table that is none", () => {
  test.each<[unknown, string[]]>([
    [null, ["decision.malformed "]],
    ["table", ["decision.malformed "]],
    [[], ["decision.malformed "]],
    [{}, ["/hitPolicy", "/inputs", "/outputs", "/rules"].map((path) => `decision.malformed ${path}`)],
    [{ ...GOOD, hitPolicy: "best" }, ["decision.malformed /hitPolicy"]],
    [{ ...GOOD, aggregator: 1 }, ["decision.malformed /aggregator"]],
    [{ ...GOOD, name: 7 }, ["decision.malformed /name"]],
    [{ ...GOOD, inputs: [] }, ["decision.malformed /inputs"]],
    [{ ...GOOD, inputs: [null] }, ["decision.malformed /inputs/0"]],
    [{ ...GOOD, inputs: new Array(51).fill(GOOD.inputs[0]) }, ["decision.too-many /inputs"]],
    [{ ...GOOD, outputs: [{ name: "a b", type: "number" }] }, ["decision.malformed /outputs/0/name"]],
    [{ ...GOOD, outputs: [{ name: "a", type: "hasOwnProperty" }] }, ["decision.malformed /outputs/0/type"]],
    [
      { ...GOOD, outputs: [{ name: "a", type: "number", values: [{}] }] },
      ["decision.malformed /outputs/0/values"],
    ],
    [{ ...GOOD, rules: [{ id: "r1", when: "-", then: ["1"] }] }, ["decision.malformed /rules/0/when"]],
    [{ ...GOOD, rules: [{ id: "r1", when: [5], then: ["1"] }] }, ["decision.malformed /rules/0/when/0"]],
    [
      { ...GOOD, rules: [{ id: "r1", when: new Array(1), then: ["1"] }] },
      ["decision.malformed /rules/0/when/0"],
    ],
    [
      { ...GOOD, rules: [{ id: "r1", when: ["x".repeat(2001)], then: ["1"] }] },
      ["decision.malformed /rules/0/when/0"],
    ],
    [{ ...GOOD, rules: new Array(2001).fill(GOOD.rules[0]) }, ["decision.too-many /rules"]],
    [{ ...GOOD, rules: [GOOD.rules[0], GOOD.rules[0]] }, ["decision.id-duplicate /rules/1"]],
    [
      { ...GOOD, rules: [{ id: "r1", when: [], then: [] }] },
      ["decision.cell-missing /rules/0/when", "decision.cell-missing /rules/0/then"],
    ],
    [
      { ...GOOD, rules: [{ id: "r1", when: ["-", "-"], then: ["1", "2"] }] },
      ["decision.cell-extra /rules/0/when", "decision.cell-extra /rules/0/then"],
    ],
    [
      { ...GOOD, rules: [{ id: "r1", when: ["5,"], then: ["1"] }] },
      ["expression.incomplete /rules/0/when/0"],
    ],
    [
      { ...GOOD, rules: [{ id: "r1", when: ['"a"'], then: ["1"] }] },
      ["expression.type-mismatch /rules/0/when/0"],
    ],
    [
      { ...GOOD, rules: [{ id: "r1", when: ["-"], then: ['"a"'] }] },
      ["expression.type-expected /rules/0/then/0"],
    ],
    [
      { ...GOOD, inputs: [{ id: "n", expression: "m", type: "number" }] },
      ["expression.unknown-name /inputs/0/expression"],
    ],
    [
      { ...GOOD, inputs: [{ id: "n", expression: "n", type: "number", values: ["a"] }] },
      ["decision.value-type /inputs/0/values/0"],
    ],
    [
      { ...GOOD, outputs: [{ name: "a", type: "number", values: [2] }] },
      ["decision.output-not-allowed /rules/0/then/0"],
    ],
    [{ ...GOOD, hitPolicy: "priority" }, ["decision.order-missing /hitPolicy"]],
    [
      {
        ...GOOD,
        hitPolicy: "collect",
        aggregator: "sum",
        outputs: [{ name: "a", type: "date", default: 'date("2026-01-01")' }],
        rules: [],
      },
      ["decision.aggregator-type /aggregator"],
    ],
    [
      {
        ...GOOD,
        hitPolicy: "collect",
        aggregator: "sum",
        outputs: [
          { name: "a", type: "number" },
          { name: "b", type: "number" },
        ],
        rules: [],
      },
      ["decision.aggregator-outputs /aggregator"],
    ],
  ])("case %#", (value, expected) => {
    expect(codes(value)).toEqual(expected);
  });

  test("warnings do not keep it from deciding", () => {
    const table = { ...GOOD, aggregator: "sum" } as const;
    expect(codes(table)).toEqual([]);
    expect(checkDecisionTable(table, TYPES).map(({ code }) => code)).toEqual([
      "decision.aggregator-misplaced",
    ]);
  });

  test("is never described at more length than anybody reads", () => {
    const rules = Array.from({ length: 2000 }, () => ({ id: 5, when: 5, then: 5 }));
    expect(codes({ ...GOOD, rules }).length).toBeLessThanOrEqual(200);
  });
});

test("whatever claims to be a table gives problems in both languages, and no exception", () => {
  const anything = fc.anything({ withNullPrototype: true, withSparseArray: true });
  const part = fc.oneof(anything, fc.constant(undefined));
  const record = fc.record({
    id: part,
    name: part,
    expression: part,
    type: part,
    values: part,
    when: part,
    then: part,
  });
  const table = fc.record({
    hitPolicy: fc.oneof(fc.constantFrom("unique", "priority", "collect"), anything),
    inputs: fc.oneof(fc.array(record), anything),
    outputs: fc.oneof(fc.array(record), anything),
    rules: fc.oneof(fc.array(record), anything),
  });
  fc.assert(
    fc.property(fc.oneof(table, anything), (value) => {
      for (const { message, fix } of checkDecisionTable(asTable(value), TYPES)) {
        for (const text of [message.en, message["zh-CN"], fix.en, fix["zh-CN"]]) expect(text).not.toBe("");
      }
      expect(typeof compileDecisionTable(asTable(value), TYPES).ok).toBe("boolean");
    }),
    { numRuns: 200 },
  );
});

test("cells of any text give problems or a decision", () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(
      "[",
      "not(",
      "not(not(1))",
      "-,-",
      "?",
      "1..2",
      "[2..1]",
      "< null",
      '@"x"',
      "null, 1",
      "[null..5)",
      "not(null)",
    ),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell), { maxLength: 5 }),
      fc.oneof(fc.double(), fc.constant(null)),
      (cells, n) => {
        const rules = cells.map(([when, then], index) => ({ id: `r${index}`, when: [when], then: [then] }));
        const table = { ...GOOD, rules };
        checkDecisionTable(table, TYPES);
        const compiled = compileDecisionTable(table, TYPES);
        if (compiled.ok) compiled.decision.evaluate({ n }, { now: NOW });
      },
    ),
    { numRuns: 200 },
  );
});

test("a cell that never ends is stopped", () => {
  const table = {
    ...GOOD,
    rules: [{ id: "r1", when: ["count(for i in 1..100000 return i) > ?"], then: ["1"] }],
  };
  const compiled = compileDecisionTable(table, TYPES);
  expect(compiled.ok && compiled.decision.evaluate({ n: 1 }, { now: NOW })).toMatchObject({
    ok: false,
    error: { code: "expression.too-many-steps", path: "/rules/0/when/0" },
  });
});
