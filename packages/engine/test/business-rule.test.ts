import type { DecisionTable, Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { compile } from "../src/index.ts";
import { CaseUnderTest } from "./case-under-test.ts";
import { drawing, end, start, task } from "./drawing.ts";

type Rule = Extract<Node, { kind: "businessRuleTask" }>;

const TABLE: DecisionTable = {
  hitPolicy: "unique",
  inputs: [{ id: "amount", expression: "amount", type: "number" }],
  outputs: [{ name: "level", type: "string" }],
  rules: [
    { id: "low", when: ["< 100"], then: ['"clerk"'] },
    { id: "high", when: [">= 200"], then: ['"boss"'] },
  ],
} as DecisionTable;

const OVERLAP = { ...TABLE, rules: [...TABLE.rules, { id: "tiny", when: ["< 10"], then: ['"nobody"'] }] };

function underTest(rule: Partial<Rule>, decisions: Record<string, DecisionTable> = {}) {
  const node: Rule = {
    id: "decide",
    kind: "businessRuleTask",
    output: [{ target: "level", value: "result" }],
    ...rule,
  };
  return new CaseUnderTest(
    drawing([start(), node, task("work"), end()], ["start > decide", "decide > work", "work > end"], {
      variables: { amount: { type: "number" }, level: { type: "string" } },
    }),
    { decisions },
  );
}

describe("a decision by a table", () => {
  it("of its own writes what the rule that matches gives", () => {
    const test = underTest({ table: TABLE });
    test.start({ amount: 20 });
    expect(test.variables).toEqual({ amount: 20, level: "clerk" });
    expect(test.waitingAt()).toEqual(["task work"]);
  });

  it("of the workspace takes the version that it names, or the newest", () => {
    const newest = { ...TABLE, rules: [{ id: "all", when: ["-"], then: ['"new"'] }] };
    const decisions = { "levels@2": TABLE, levels: newest };
    const named = underTest({ decision: { id: "levels", version: 2 } }, decisions);
    named.start({ amount: 20 });
    expect(named.variables).toMatchObject({ level: "clerk" });
    const latest = underTest({ decision: { id: "levels" } }, decisions);
    latest.start({ amount: 20 });
    expect(latest.variables).toMatchObject({ level: "new" });
  });

  it("where no rule matches is an incident that names the values; a retry decides anew", () => {
    const test = underTest({ table: TABLE });
    test.start({ amount: 150 });
    expect(test.incidentCodes()).toEqual(["decision.none"]);
    expect(test.seen("incident.raised")[0]?.message.en).toContain("150");
    expect(test.seen("incident.raised")[0]?.message["zh-CN"]).toContain("150");
    test.do({ kind: "variables.set", variables: { amount: 250 }, by: "ann" });
    test.do({ kind: "incident.retry", incident: test.wait("incident", "decide").id, by: "ann" });
    expect(test.variables).toMatchObject({ level: "boss" });
  });

  it("where no rule matches gives null if it says so", () => {
    const test = underTest({ table: TABLE, noMatch: "null" });
    test.start({ amount: 150 });
    expect(test.variables).toEqual({ amount: 150, level: null });
  });

  it("by which several rules hold that must not is an incident that names them", () => {
    const test = underTest({ table: OVERLAP });
    test.start({ amount: 5 });
    expect(test.incidentCodes()).toEqual(["decision.failed"]);
    expect(test.seen("incident.raised")[0]?.message.en).toMatch(/1.*3/);
  });

  it("by a table that the workspace does not have, or that is broken, is an incident", () => {
    const missing = underTest({ decision: { id: "levels", version: 4 } });
    missing.start({ amount: 5 });
    expect(missing.incidentCodes()).toEqual(["decision.missing"]);
    expect(missing.seen("incident.raised")[0]?.message.en).toContain("levels");

    const broken = {
      ...TABLE,
      inputs: [{ id: "x", expression: "amount +", type: "number" }],
    } as DecisionTable;
    const test = underTest({ decision: { id: "levels" } }, { levels: broken });
    test.start({ amount: 5 });
    expect(test.incidentCodes()).toEqual(["decision.broken"]);
  });

  it("of its own that is broken keeps the flow from being compiled", () => {
    const rules = [{ id: "r", when: ["<"], then: ['"x"'] }];
    const node: Node = { id: "decide", kind: "businessRuleTask", table: { ...TABLE, rules } };
    const result = compile(drawing([start(), node], ["start > decide"]));
    expect(result.ok ? [] : result.problems.map(({ node, path }) => [node, path])).toContainEqual([
      "decide",
      "/nodes/1/table/rules/0/when/0",
    ]);
  });

  it("keeps money to the cent and whole numbers whole", () => {
    const table = {
      ...TABLE,
      outputs: [
        { name: "fee", type: "money" },
        { name: "days", type: "integer" },
      ],
      rules: [{ id: "r", when: ["-"], then: ["12.50", "3"] }],
    } as DecisionTable;
    const test = new CaseUnderTest(
      drawing(
        [
          start(),
          { id: "decide", kind: "businessRuleTask", table, output: [{ target: "answer", value: "result" }] },
          task("work"),
        ],
        ["start > decide", "decide > work"],
        {
          variables: {
            amount: { type: "number" },
            answer: {
              type: "object",
              properties: { fee: { type: "string", format: "money" }, days: { type: "integer" } },
            },
          } as never,
        },
      ),
    );
    test.start({ amount: 1 });
    expect(test.variables).toMatchObject({ answer: { fee: "12.50", days: 3 } });
  });
});
