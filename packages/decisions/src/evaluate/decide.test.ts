import { type FieldTypes, type Json, toJson } from "@flowright/expressions";
import { describe, expect, test } from "vitest";
import { ORDER_ROUTING, ORDER_TYPES } from "../../test/order-routing.ts";
import { compileDecisionTable, type DecisionTable } from "../index.ts";

const NOW = "2026-11-24T08:30:00Z";
type Variables = Record<string, Json>;

/** What the table decides, as it is stored; or `none`, or the code and message of what went wrong. */
function decide(table: DecisionTable, variables: Variables, types: FieldTypes = ORDER_TYPES): unknown {
  const compiled = compileDecisionTable(table, types);
  if (!compiled.ok) return compiled.problems.map(({ code, path }) => `${code} ${path}`);
  const decided = compiled.decision.evaluate(variables, { now: NOW });
  if (!decided.ok) return decided.error.code;
  if (decided.match === "none") return "none";
  const stored = toJson(decided.value, compiled.decision.resultType);
  return { value: stored.ok && stored.value, rules: decided.rules };
}

/** A table over one number with one result of the type `number`. */
function over(rules: readonly [when: string, then: string][], more: Partial<DecisionTable>): DecisionTable {
  return {
    hitPolicy: "unique",
    inputs: [{ id: "n", expression: "n", type: "number" }],
    outputs: [{ name: "result", type: "number" }],
    rules: rules.map(([when, then], index) => ({ id: `r${index + 1}`, when: [when], then: [then] })),
    ...more,
  };
}
const NUMBER: FieldTypes = { n: { type: "number" }, m: { type: "number" } };
const of = (table: DecisionTable, n: Json): unknown => decide(table, { n }, NUMBER);

test.each([
  [{ amount: "20.00", channel: "own shop", newCustomer: false }, { reviewer: "nobody", hours: 0 }, "small"],
  [
    { amount: "499.99", channel: "wholesale", newCustomer: true },
    { reviewer: "sales", hours: 24 },
    "newcomer",
  ],
  [{ amount: "500", channel: "own shop", newCustomer: true }, { reviewer: "sales lead", hours: 8 }, "large"],
  [
    { amount: "9000", channel: "wholesale", newCustomer: false },
    { reviewer: "key account", hours: 48 },
    "wholesale",
  ],
])("an order %j goes to %j by rule %s", (variables, value, rule) => {
  expect(decide(ORDER_ROUTING, variables)).toEqual({ value, rules: [rule] });
});

describe("unique", () => {
  const table = over(
    [
      ["< 10", "1"],
      ["[5..20]", "2"],
    ],
    { name: "Tier" },
  );

  test("gives the result of the only rule", () => {
    expect(of(table, 4)).toEqual({ value: 1, rules: ["r1"] });
  });
  test("two rules are an error that names both and the values", () => {
    const compiled = compileDecisionTable(table, NUMBER);
    const decided = compiled.ok && compiled.decision.evaluate({ n: 7 }, { now: NOW });
    expect(decided).toMatchObject({
      ok: false,
      error: {
        code: "decision.several",
        rules: ["r1", "r2"],
        message: {
          en: "Only one rule may match, but rules 1, 2 all match n = 7.",
          "zh-CN": "只允许一条规则符合，但规则 1, 2 都符合：n = 7。",
        },
      },
    });
  });
  test("no rule is none, with a problem for those who need an answer", () => {
    const compiled = compileDecisionTable(table, NUMBER);
    expect(compiled.ok && compiled.decision.evaluate({ n: 21 }, { now: NOW })).toMatchObject({
      ok: true,
      match: "none",
      value: null,
      rules: [],
      problem: { code: "decision.none", message: { en: "No rule of the table matches n = 21." } },
    });
  });
  test("no rule is the default where there is one", () => {
    const outputs = [{ name: "result", type: "number", default: "n + 1" }] as const;
    expect(of({ ...table, outputs }, 21)).toEqual({ value: 22, rules: [] });
  });
});

describe("any", () => {
  const table = over(
    [
      ["< 10", "1"],
      ["[5..20]", "1"],
      ["7", "2"],
    ],
    { hitPolicy: "any" },
  );

  test("several rules with one result give it", () => {
    expect(of(table, 6)).toEqual({ value: 1, rules: ["r1", "r2"] });
  });
  test("different results are an error that names them", () => {
    const compiled = compileDecisionTable(table, NUMBER);
    expect(compiled.ok && compiled.decision.evaluate({ n: 7 }, { now: NOW })).toMatchObject({
      ok: false,
      error: { code: "decision.results-differ", rules: ["r1", "r3"], params: { first: "1", second: "2" } },
    });
  });
});

test("first: the first of the rules that match", () => {
  const table = over(
    [
      ["< 10", "1"],
      ["< 20", "2"],
    ],
    { hitPolicy: "first" },
  );
  expect(of(table, 5)).toEqual({ value: 1, rules: ["r1"] });
  expect(of(table, 15)).toEqual({ value: 2, rules: ["r2"] });
});

test("priority: the result that stands first in the list of values", () => {
  const table = over(
    [
      ["< 10", "1"],
      ["< 20", "3"],
      ["< 30", "2"],
    ],
    {
      hitPolicy: "priority",
      outputs: [{ name: "result", type: "number", values: [3, 2, 1] }],
    },
  );
  expect(of(table, 5)).toEqual({ value: 3, rules: ["r2"] });
  expect(of(table, 25)).toEqual({ value: 2, rules: ["r3"] });
  expect(of({ ...table, hitPolicy: "outputOrder" }, 5)).toEqual({
    value: [3, 2, 1],
    rules: ["r2", "r3", "r1"],
  });
});

test("priority: of equal results the one of the first rule", () => {
  const table = over(
    [
      ["-", "n"],
      ["-", "2"],
      ["-", "n"],
    ],
    {
      hitPolicy: "priority",
      outputs: [{ name: "result", type: "number", values: [3, 2, 1] }],
    },
  );
  expect(of(table, 2)).toEqual({ value: 2, rules: ["r1"] });
  expect(of(table, 3)).toEqual({ value: 3, rules: ["r1"] });
  expect(of(table, 1)).toEqual({ value: 2, rules: ["r2"] });
});

describe("several results", () => {
  const rules: [string, string][] = [
    ["< 10", "0.1"],
    ["< 20", "0.2"],
    ["< 30", "0.2"],
  ];
  test.each([
    [{ hitPolicy: "ruleOrder" }, [0.1, 0.2, 0.2]],
    [{ hitPolicy: "collect" }, [0.1, 0.2, 0.2]],
    [{ hitPolicy: "collect", aggregator: "sum" }, 0.5],
    [{ hitPolicy: "collect", aggregator: "min" }, 0.1],
    [{ hitPolicy: "collect", aggregator: "max" }, 0.2],
    [{ hitPolicy: "collect", aggregator: "count" }, 3],
  ] as const)("%j gives %j", (policy, value) => {
    expect(of(over(rules, policy), 5)).toEqual({ value, rules: ["r1", "r2", "r3"] });
  });
  test.each([
    [{ hitPolicy: "ruleOrder" }, { value: [], rules: [] }],
    [{ hitPolicy: "collect" }, { value: [], rules: [] }],
    [
      { hitPolicy: "collect", aggregator: "count" },
      { value: 0, rules: [] },
    ],
    [{ hitPolicy: "collect", aggregator: "sum" }, "none"],
    [{ hitPolicy: "collect", aggregator: "min" }, "none"],
  ] as const)("%j without a match gives %j", (policy, expected) => {
    expect(of(over(rules, policy), 99)).toEqual(expected);
  });
  test("a sum of a missing value is an error, not a smaller sum", () => {
    const table = over(
      [
        ["-", "1"],
        ["-", "null"],
      ],
      { hitPolicy: "collect", aggregator: "sum" },
    );
    expect(of(table, 1)).toBe("decision.aggregate-empty");
  });
  test("dates have a least and a greatest", () => {
    const outputs = [{ name: "day", type: "date" }] as const;
    const table = over(
      [
        ["-", 'date("2026-12-01")'],
        ["-", 'date("2026-11-30")'],
      ],
      {
        hitPolicy: "collect",
        aggregator: "min",
        outputs,
      },
    );
    expect(of(table, 1)).toEqual({ value: "2026-11-30", rules: ["r1", "r2"] });
  });
});

describe("values that do not fit", () => {
  test("a missing value stops a decision that hangs on it, in whatever order the columns stand", () => {
    const columns = [
      { id: "n", expression: "n", type: "number" },
      { id: "m", expression: "m", type: "number" },
    ] as const;
    const rule = (id: string, n: string, m: string) => ({ id, when: [n, m], then: ["1"] });
    const table = over([], { inputs: columns, rules: [rule("a", "< 10", "1")] });
    expect(decide(table, { n: null, m: 1 }, NUMBER)).toBe("expression.null-operand");
    expect(decide(table, { n: null, m: 2 }, NUMBER)).toBe("none");
    const turned = over([], { inputs: [columns[1], columns[0]], rules: [rule("a", "1", "< 10")] });
    expect(decide(turned, { n: null, m: 1 }, NUMBER)).toBe("expression.null-operand");
    expect(decide(turned, { n: null, m: 2 }, NUMBER)).toBe("none");
  });
  test("a missing value may be asked about", () => {
    expect(of(over([["null", "1"]], {}), null)).toEqual({ value: 1, rules: ["r1"] });
  });
  test("the place of the cell and its column are in the message", () => {
    const compiled = compileDecisionTable(over([["< 10", "1"]], {}), NUMBER);
    const decided = compiled.ok && compiled.decision.evaluate({ n: null }, { now: NOW });
    expect(decided).toMatchObject({
      error: { path: "/rules/0/when/0", message: { en: expect.stringMatching(/^Rule 1, “n”: /) } },
    });
  });
  test.each<[string, Partial<DecisionTable>, Json, string]>([
    ["a text for a number", {}, "ten", "decision.input-type"],
    [
      "a half for an integer",
      { inputs: [{ id: "n", expression: "n", type: "integer" }] },
      1.5,
      "decision.input-type",
    ],
    [
      "a value that is not listed",
      { inputs: [{ id: "n", expression: "n", type: "number", values: [1, 2] }] },
      3,
      "decision.input-not-allowed",
    ],
    [
      "a value outside the range",
      { inputs: [{ id: "n", expression: "n", type: "number", values: "[0..2]" }] },
      3,
      "decision.input-not-allowed",
    ],
  ])("%s", (_, more, n, code) => {
    expect(of(over([["-", "1"]], more), n)).toBe(code);
  });
  test("a computed result outside the list of values is refused", () => {
    const outputs = [{ name: "result", type: "number", values: [1, 2] }] as const;
    expect(of(over([["-", "n"]], { outputs }), 3)).toBe("decision.output-not-allowed");
    expect(of(over([["-", "n"]], { outputs }), 2)).toEqual({ value: 2, rules: ["r1"] });
  });
  test("a computed result of another type is refused", () => {
    const types: FieldTypes = { n: {} };
    expect(decide(over([["-", "n"]], {}), { n: 1 }, types)).toEqual({ value: 1, rules: ["r1"] });
    const outputs = [{ name: "result", type: "integer" }] as const;
    expect(decide(over([["-", "n"]], { outputs }), { n: 1.5 }, types)).toBe("decision.output-type");
  });
});

test("results may compute with the variables, and cells with other fields", () => {
  const table: DecisionTable = {
    hitPolicy: "unique",
    inputs: [{ id: "amount", expression: "amount", type: "money" }],
    outputs: [{ name: "due", type: "money" }],
    rules: [
      { id: "below", when: ["<= limit"], then: ["amount"] },
      { id: "above", when: ["> limit"], then: ["limit + (amount - limit) * 0.5"] },
    ],
  };
  expect(decide(table, { amount: "620.50", limit: "500.00" })).toEqual({ value: "560.25", rules: ["above"] });
  const compiled = compileDecisionTable(table, ORDER_TYPES);
  expect(compiled.ok && compiled.decision.reads).toEqual([["amount"], ["limit"]]);
});

test("numbers keep all their digits on the way to the cells", () => {
  const table = over([["12345678901234567890.12", "1"]], {
    inputs: [{ id: "n", expression: "n + 0.01", type: "money" }],
  });
  const types: FieldTypes = { n: { type: "string", format: "money" } };
  expect(decide(table, { n: "12345678901234567890.11" }, types)).toEqual({ value: 1, rules: ["r1"] });
});
