import type { FieldTypes } from "@flowright/expressions";
import { describe, expect, test } from "vitest";
import { ORDER_ROUTING, ORDER_TYPES } from "../../test/order-routing.ts";
import {
  checkDecisionTable,
  compileDecisionTable,
  type DecisionInput,
  type DecisionTable,
} from "../index.ts";

const TYPES: FieldTypes = {
  n: { type: "number" },
  whole: { type: "integer" },
  text: { type: "string" },
  yes: { type: "boolean" },
  day: { type: "string", format: "date" },
  moment: { type: "string", format: "date-time" },
  hour: { type: "string", format: "time" },
  wait: { type: "string", format: "duration" },
  limit: { type: "number" },
};

const INPUT_TYPES = {
  n: "number",
  whole: "integer",
  text: "string",
  yes: "boolean",
  day: "date",
  moment: "date-time",
  hour: "time",
  wait: "duration",
} as const;

type InputName = keyof typeof INPUT_TYPES;

/** A table over some of the fields above; a rule is its conditions and, after the arrow, its result. */
function tableOf(names: InputName[], rules: string[], more: Partial<DecisionTable> = {}): DecisionTable {
  const inputs = names.map(
    (name): DecisionInput => ({ id: name, expression: name, type: INPUT_TYPES[name] }),
  );
  return {
    hitPolicy: "unique",
    inputs,
    outputs: [{ name: "result", type: "number" }],
    rules: rules.map((rule, index) => {
      const [when = "", then = "1"] = rule.split(" => ");
      return { id: `r${index + 1}`, when: when.split(" | "), then: [then] };
    }),
    ...more,
  };
}

function messages(table: DecisionTable, language: "en" | "zh-CN" = "en"): string[] {
  return checkDecisionTable(table, TYPES).map(({ message }) => message[language]);
}

test("the table of the guide has nothing to complain about", () => {
  expect(checkDecisionTable(ORDER_ROUTING, ORDER_TYPES)).toEqual([]);
});

test("the example of the README", () => {
  const table: DecisionTable = {
    hitPolicy: "unique",
    inputs: [{ id: "amount", expression: "amount", type: "money", values: ">= 0" }],
    outputs: [{ name: "reviewer", type: "string" }],
    rules: [
      { id: "small", when: ["< 500"], then: ['"nobody"'] },
      { id: "large", when: ["> 500"], then: ['"sales lead"'] },
    ],
  };
  expect(checkDecisionTable(table, ORDER_TYPES).map(({ message }) => message.en)).toEqual([
    "No rule covers the case that amount is 500.00; for example amount = 500.00.",
  ]);
});

describe("gaps", () => {
  test.each<[InputName[], string[], string[]]>([
    [["n"], ["< 500", "> 500"], ["No rule covers the case that n is 500; for example n = 500."]],
    [["n"], ["< 500", ">= 500"], []],
    [
      ["n"],
      ["[0..10]", "(12..20)"],
      [
        "No rule covers the case that n is below 0, or above 10 and up to 12, or 20 or more; for example n = -1.",
      ],
    ],
    [["whole"], ["<= 10", ">= 11"], []],
    [
      ["whole"],
      ["< 10", "> 11"],
      ["No rule covers the case that whole is from 10 up to 11; for example whole = 10."],
    ],
    [["day"], ['<= date("2026-01-31")', '>= date("2026-02-01")'], []],
    [
      ["day"],
      ['<= date("2026-01-31")', '> date("2026-02-01")'],
      ["No rule covers the case that day is 2026-02-01; for example day = 2026-02-01."],
    ],
    [
      ["moment"],
      ['< @"2026-01-31T10:00:00Z"', '> @"2026-01-31T11:00:00Z"'],
      [
        "No rule covers the case that moment is from 2026-01-31T10:00:00Z up to 2026-01-31T11:00:00Z; for example moment = 2026-01-31T10:00:00Z.",
      ],
    ],
    [
      ["hour"],
      ['< @"12:00:00"', '>= @"13:00:00"'],
      ["No rule covers the case that hour is from 12:00:00 to below 13:00:00; for example hour = 12:00:00."],
    ],
    [["hour"], ['< @"12:00:00"', '>= @"12:00:00"'], []],
    [
      ["wait"],
      ['<= @"PT2H"', '> @"P1D"'],
      ["No rule covers the case that wait is above PT2H and up to P1D; for example wait = P1D."],
    ],
    [
      ["text"],
      ['"a"', '"b"'],
      ['No rule covers the case that text is not "a" or "b"; for example text = "other".'],
    ],
    [["text"], ['"a"', 'not("a")'], []],
    [
      ["text"],
      ['"a", "b"', 'not("a", "b", "c")'],
      ['No rule covers the case that text is "c"; for example text = "c".'],
    ],
    [["yes"], ["true"], ["No rule covers the case that yes is false; for example yes = false."]],
    [["yes"], ["true", "false"], []],
    [
      ["n", "yes"],
      ["< 5 | true", ">= 5 | -"],
      ["No rule covers the case that n is below 5 and yes is false; for example n = 0, yes = false."],
    ],
    [["n"], [], ["No rule covers the case that the values are whatever they may be; for example n = 0."]],
  ])("of %j with %j", (names, rules, expected) => {
    expect(messages(tableOf(names, rules))).toEqual(expected);
  });

  test("are told in Chinese, too", () => {
    expect(messages(tableOf(["n", "text"], ['[1..2] | "a"', "< 1 | -", "> 2 | -"]), "zh-CN")).toEqual([
      '没有规则覆盖这种情况：n ≥ 1 且 ≤ 2，且 text 不是 "a"；例如 n = 1，text = "other"。',
    ]);
  });
  test("the values of a column bound what may come", () => {
    const inputs: DecisionInput[] = [{ id: "n", expression: "n", type: "number", values: "[0..100]" }];
    expect(messages(tableOf(["n"], ["[0..50]", "(50..100]"], { inputs }))).toEqual([]);
    const listed: DecisionInput[] = [
      { id: "text", expression: "text", type: "string", values: ["a", "b", "c"] },
    ];
    expect(messages(tableOf(["text"], ['"a"', '"b"'], { inputs: listed }))).toEqual([
      'No rule covers the case that text is "c"; for example text = "c".',
    ]);
  });
  test("the choices of a field bound what may come", () => {
    const types: FieldTypes = { text: { type: "string", enum: ["a", "b"] } };
    expect(checkDecisionTable(tableOf(["text"], ['"a"', '"b"']), types)).toEqual([]);
  });
  test("there is none where a default or an empty list is the answer", () => {
    const outputs = [{ name: "result", type: "number", default: "0" }] as const;
    expect(messages(tableOf(["n"], ["< 5"], { outputs }))).toEqual([]);
    expect(messages(tableOf(["n"], ["< 5"], { hitPolicy: "collect" }))).toEqual([]);
    expect(messages(tableOf(["n"], ["< 5"], { hitPolicy: "collect", aggregator: "count" }))).toEqual([]);
    expect(messages(tableOf(["n"], ["< 5"], { hitPolicy: "collect", aggregator: "sum" }))).toHaveLength(1);
  });
  test("very many are counted, not listed", () => {
    const rules = Array.from({ length: 100 }, (_, index) => `${index * 2} | ${index % 2 === 0}`);
    const found = checkDecisionTable(tableOf(["n", "yes"], rules), TYPES);
    expect(found.length).toBeLessThanOrEqual(31);
  });
});

describe("overlaps", () => {
  test.each<[InputName[], string[], string[]]>([
    [["n"], ["<= 5", ">= 5"], ["Rules 1 and 2 both match when n is 5; for example n = 5."]],
    [
      ["n", "text"],
      ['- | "a"', "< 5 | -", '>= 5 | not("a")'],
      ['Rules 1 and 2 both match when n is below 5 and text is "a"; for example n = 0, text = "a".'],
    ],
    [["yes"], ["-", "null"], ["Rules 1 and 2 both match when yes is missing; for example yes = null."]],
  ])("of %j with %j", (names, rules, expected) => {
    expect(messages(tableOf(names, rules))).toEqual(expected);
  });
  test("name both rules and carry the example as values", () => {
    expect(checkDecisionTable(tableOf(["n"], ["<= 5", ">= 5"]), TYPES)).toMatchObject([
      {
        code: "decision.overlap",
        severity: "error",
        path: "/rules/1",
        rules: ["r1", "r2"],
        example: { n: 5 },
      },
    ]);
  });
  test("“any” minds only different results", () => {
    const any = { hitPolicy: "any" } as const;
    expect(messages(tableOf(["n"], ["< 5 => 1", "- => 1"], any))).toEqual([]);
    expect(messages(tableOf(["n"], ["< 5 => 1", "- => 2"], any))).toEqual([
      "Rules 1 and 2 both match when n is below 5 but give different results; for example n = 0.",
    ]);
    expect(messages(tableOf(["n"], ["< 5 => n", "- => n"], any))).toEqual([]);
    expect(messages(tableOf(["n"], ["< 5 => n", "- => n + 1"], any))).toEqual([
      "Rules 1 and 2 both match when n is below 5; their results are computed and may differ.",
    ]);
  });
  test.each(["first", "ruleOrder", "collect"] as const)("“%s” allows them", (hitPolicy) => {
    expect(messages(tableOf(["n"], ["< 5", "-"], { hitPolicy }))).toEqual([]);
  });
});

describe("rules that never count", () => {
  test("“first”: earlier rules together cover it", () => {
    const first = { hitPolicy: "first" } as const;
    expect(messages(tableOf(["n"], ["< 5", ">= 5", "7 => 2"], first))).toEqual([
      "Rule 3 never counts: whatever it matches, rules before it (2) match first.",
    ]);
    expect(messages(tableOf(["n"], ["<= 5", ">= 7", "[5..7] => 2"], first))).toEqual([]);
    expect(messages(tableOf(["n"], ["<= 6", ">= 6", "[5..7] => 2"], first))).toEqual([
      "Rule 3 never counts: whatever it matches, rules before it (1, 2) match first.",
    ]);
  });
  test("“priority”: rules with more important results cover it", () => {
    const priority = {
      hitPolicy: "priority",
      outputs: [{ name: "result", type: "number", values: [3, 2, 1] }],
    } as const;
    expect(messages(tableOf(["n"], ["< 5 => 1", "- => 2"], priority))).toEqual([
      "Rule 1 never counts: whatever it matches, rules with more important results (2) match too.",
    ]);
    expect(messages(tableOf(["n"], ["< 5 => 3", "- => 2"], priority))).toEqual([]);
  });
  test("no value meets a condition", () => {
    expect(messages(tableOf(["n"], ["-", "[5..1]", "(5..5)"], { hitPolicy: "collect" }))).toEqual([
      "Rule 2 can never match: no value of “n” meets [5..1].",
      "Rule 3 can never match: no value of “n” meets (5..5).",
    ]);
    const inputs: DecisionInput[] = [{ id: "n", expression: "n", type: "number", values: [1, 2] }];
    expect(messages(tableOf(["n"], ["1", "2", "3"], { inputs }))).toEqual([
      "Rule 3 can never match: no value of “n” meets 3.",
    ]);
    expect(messages(tableOf(["whole"], ["-", "(5..6)"], { hitPolicy: "collect" }))).toEqual([
      "Rule 2 can never match: no value of “whole” meets (5..6).",
    ]);
  });
  test("a rule repeats another, also in other words", () => {
    expect(
      messages(tableOf(["n"], ["[1..5)", ">= 5", "? < 1", "[1..5)"], { hitPolicy: "ruleOrder" })),
    ).toEqual(["Rule 4 repeats rule 1."]);
    expect(messages(tableOf(["whole"], ["< 5", "<= 4"], { hitPolicy: "ruleOrder" }))).toEqual([
      "Rule 2 repeats rule 1.",
    ]);
  });
});

test("cells that compute give no false alarm, and are named", () => {
  expect(messages(tableOf(["n"], ["< limit", ">= limit"]))).toEqual([
    "Rules 1, 2 compute their conditions, so gaps and overlaps with them cannot be told beforehand.",
  ]);
  expect(
    messages(tableOf(["n", "yes"], ["< limit | true", ">= limit | true", "- | false", "- | false"])),
  ).toEqual([
    "Rule 4 repeats rule 3.",
    "Rules 3 and 4 both match when yes is false; for example yes = false.",
    "Rules 1, 2 compute their conditions, so gaps and overlaps with them cannot be told beforehand.",
  ]);
});

test("a draft with an empty cell is told so, and the rest is checked all the same", () => {
  const table = tableOf(["n"], ["< 5", "> 5"]);
  const draft = { ...table, rules: [...table.rules, { id: "r3", when: ["> 7"], then: [""] }] };
  expect(checkDecisionTable(draft, TYPES).map(({ code, path }) => `${code} ${path}`)).toEqual([
    "decision.cell-missing /rules/2/then/0",
    "decision.overlap /rules/2",
    "decision.gap /rules",
  ]);
});

test("cells that cannot be read are not taken for repetitions of each other", () => {
  const found = checkDecisionTable(tableOf(["n"], ["5,", "6,"]), TYPES);
  expect(found.map(({ code }) => code)).toEqual(["expression.incomplete", "expression.incomplete"]);
});

describe("a table that stands alone", () => {
  const table = tableOf(
    ["n", "yes"],
    ["< 5 | true => n + other", "(5..limit) | true => 2", "- | false => 3"],
  );

  test("is checked by the types of its own columns", () => {
    expect(checkDecisionTable(table).map(({ code }) => code)).toEqual(["decision.not-decidable"]);
    const [first, ...others] = table.rules;
    const wrong = { ...table, rules: [{ ...first, id: "r1", when: ['"a"', "-"], then: ["yes"] }, ...others] };
    expect(
      checkDecisionTable(wrong)
        .map(({ code, path }) => `${code} ${path}`)
        .slice(0, 2),
    ).toEqual(["expression.type-mismatch /rules/0/when/0", "expression.type-expected /rules/0/then/0"]);
  });
  test("looks into records", () => {
    const inputs: DecisionInput[] = [{ id: "a", expression: "order.amount", type: "money" }];
    const alone = tableOf(["n"], ["< 5 => order.pieces", ">= 5 => order.amount"], { inputs });
    expect(checkDecisionTable(alone)).toEqual([]);
    const compiled = compileDecisionTable(alone);
    const context = { now: "2026-11-24T08:30:00Z" };
    expect(compiled.ok && compiled.decision.evaluate({ order: { amount: "5.00" } }, context)).toMatchObject({
      ok: true,
      rules: ["r2"],
    });
  });
});
