import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { conformancePage, summary } from "../tck/src/report.ts";
import { runFolder } from "../tck/src/run-folder.ts";
import { readXml } from "../tck/src/xml.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "flowright-tck-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs one model and its test cases; each outcome as `id passed` or `id failed`. */
function run(model: string, cases: string, others: Readonly<Record<string, string>> = {}): string[] {
  writeFileSync(path.join(folder, "model.dmn"), definitions("urn:main", model));
  for (const [name, text] of Object.entries(others)) writeFileSync(path.join(folder, name), text);
  writeFileSync(
    path.join(folder, "model-test-01.xml"),
    `<?xml version="1.0"?><testCases xmlns:xsi="urn:xsi"><modelName>model.dmn</modelName>${cases}</testCases>`,
  );
  return runFolder(folder).map((one) => `${one.id} ${one.passed ? "passed" : "failed"}`);
}

function definitions(namespace: string, content: string): string {
  return `<?xml version="1.0"?><dmn:definitions xmlns:dmn="urn:dmn" namespace="${namespace}" name="m">${content.replace(
    /<(\/?)(?=\w)/g,
    "<$1dmn:",
  )}</dmn:definitions>`;
}

const literal = (text: string): string => `<literalExpression><text>${text}</text></literalExpression>`;
const decision = (name: string, logic: string, needs = "", type = ""): string =>
  `<decision id="_${name}" name="${name}"><variable name="${name}" ${type === "" ? "" : `typeRef="${type}"`}/>${needs}${logic}</decision>`;
const needs = (kind: string, name: string): string => {
  const outer = kind === "requiredKnowledge" ? "knowledgeRequirement" : "informationRequirement";
  return `<${outer}><${kind} href="#_${name}"/></${outer}>`;
};
const input = (name: string, type: string): string =>
  `<inputData id="_${name}" name="${name}"><variable name="${name}" typeRef="${type}"/></inputData>`;
const expects = (id: string, name: string, value: string, given = ""): string =>
  `<testCase id="${id}">${given}<resultNode name="${name}" type="decision"><expected>${value}</expected></resultNode></testCase>`;
const number = (value: number): string => `<value xsi:type="xsd:decimal">${value}</value>`;
const text = (value: string): string => `<value xsi:type="xsd:string">${value}</value>`;
const nothing = '<value xsi:nil="true"/>';
const give = (name: string, value: string): string => `<inputNode name="${name}">${value}</inputNode>`;

/** A table over the number `n` with one column of results. */
function table(policy: string, rules: readonly (readonly [string, string])[], output = "<output/>"): string {
  const rows = rules.map(
    ([test, result]) =>
      `<rule><inputEntry><text>${test}</text></inputEntry><outputEntry><text>${result}</text></outputEntry></rule>`,
  );
  return `<decisionTable ${policy}><input><inputExpression typeRef="number"><text>n</text></inputExpression></input>${output}${rows.join("")}</decisionTable>`;
}

describe("the runner of the DMN TCK", () => {
  it("compares what decisions give with what is expected, also where that is wrong or missing", () => {
    const model = decision("sum", literal("1 + 2")) + decision("lost", literal("1 + null"));
    const cases = [
      expects("right", "sum", number(3)),
      expects("wrong", "sum", number(4)),
      expects("kind", "sum", text("3")),
      expects("null", "lost", nothing),
      expects("unknown", "nowhere", number(1)),
    ];
    expect(run(model, cases.join(""))).toEqual([
      "right passed",
      "wrong failed",
      "kind failed",
      "null passed",
      "unknown failed",
    ]);
  });

  it.each([
    [
      'hitPolicy="UNIQUE"',
      [
        ["&lt; 5", "1"],
        ["&gt;= 5", "2"],
      ],
      number(2),
    ],
    [
      'hitPolicy="UNIQUE"',
      [
        ["&gt; 5", "1"],
        ["&gt;= 5", "2"],
      ],
      nothing,
    ],
    [
      'hitPolicy="FIRST"',
      [
        ["&gt; 5", "1"],
        ["-", "2"],
      ],
      number(1),
    ],
    [
      'hitPolicy="ANY"',
      [
        ["&gt; 5", "1"],
        ["7", "1"],
      ],
      number(1),
    ],
    [
      'hitPolicy="ANY"',
      [
        ["&gt; 5", "1"],
        ["7", "2"],
      ],
      nothing,
    ],
    [
      'hitPolicy="COLLECT" aggregation="SUM"',
      [
        ["not(8)", "1"],
        ["[5..7]", "2"],
      ],
      number(3),
    ],
    [
      'hitPolicy="COLLECT" aggregation="COUNT"',
      [
        ["7, 8", "1"],
        ["-", "2"],
      ],
      number(2),
    ],
    [
      'hitPolicy="RULE ORDER"',
      [
        ["-", "9"],
        ["-", "8"],
      ],
      `<list><item>${number(9)}</item><item>${number(8)}</item></list>`,
    ],
  ] as const)("evaluates a decision table with %s", (policy, rules, expected) => {
    const model = input("n", "number") + decision("d", table(policy, rules), needs("requiredInput", "n"));
    expect(run(model, expects("1", "d", expected, give("n", number(7))))).toEqual(["1 passed"]);
  });

  it("takes the first of the outputs by their priority, and the default when no rule holds", () => {
    const output =
      '<output><outputValues><text>"high","low"</text></outputValues><defaultOutputEntry><text>"none"</text></defaultOutputEntry></output>';
    const logic = table(
      'hitPolicy="PRIORITY"',
      [
        ["&gt; 5", '"low"'],
        ["&gt; 6", '"high"'],
      ],
      output,
    );
    const model = input("n", "number") + decision("d", logic, needs("requiredInput", "n"));
    expect(
      run(
        model,
        expects("both", "d", text("high"), give("n", number(7))) +
          expects("neither", "d", text("none"), give("n", number(1))),
      ),
    ).toEqual(["both passed", "neither passed"]);
  });

  it("evaluates boxed expressions", () => {
    const entry = (name: string, logic: string): string =>
      `<contextEntry>${name === "" ? "" : `<variable name="${name}"/>`}${logic}</contextEntry>`;
    const boxed = (name: string, parts: Readonly<Record<string, string>>): string =>
      `<${name}>${Object.entries(parts)
        .map(([part, source]) => `<${part}>${literal(source)}</${part}>`)
        .join("")}</${name}>`;
    const loop = (name: string, last: string, source: string): string =>
      boxed(name, { in: "[1, 2, 3]", [last]: source }).replace(`<${name}>`, `<${name} iteratorVariable="i">`);
    const made = `<functionDefinition><formalParameter name="a" typeRef="number"/>${literal("a * 2")}</functionDefinition>`;
    const model = [
      decision("context", `<context>${entry("a", literal("2"))}${entry("", literal("a + 1"))}</context>`),
      decision("list", `<list>${literal("1")}${literal("2")}</list>`),
      decision(
        "relation",
        `<relation><column name="a"/><column name="b"/><row>${literal("1")}${literal("2")}</row></relation>`,
      ),
      decision("conditional", boxed("conditional", { if: "1 = 1", then: "3", else: "4" })),
      decision("filter", boxed("filter", { in: "[1, 2, 3]", match: "item &gt; 2" })),
      decision("for", loop("for", "return", "i * i")),
      decision("some", loop("some", "satisfies", "i = 3")),
      decision("every", loop("every", "satisfies", "i = 3")),
      decision("function", `<context>${entry("f", made)}${entry("", literal("f(4)"))}</context>`),
    ].join("");
    const item = (value: number): string => `<item>${number(value)}</item>`;
    const cases: [string, string][] = [
      ["context", number(3)],
      ["list", `<list>${item(1)}${item(2)}</list>`],
      [
        "relation",
        `<list><item><component name="a">${number(1)}</component><component name="b">${number(2)}</component></item></list>`,
      ],
      ["conditional", number(3)],
      ["filter", `<list>${item(3)}</list>`],
      ["for", `<list>${item(1)}${item(4)}${item(9)}</list>`],
      ["some", '<value xsi:type="xsd:boolean">true</value>'],
      ["every", '<value xsi:type="xsd:boolean">false</value>'],
      ["function", number(8)],
    ];
    expect(run(model, cases.map(([name, value]) => expects(name, name, value)).join(""))).toEqual(
      cases.map(([name]) => `${name} passed`),
    );
  });

  it("calls knowledge models and services, and takes values only as they are declared", () => {
    const model = [
      `<businessKnowledgeModel id="_half" name="half"><variable name="half"/><encapsulatedLogic><formalParameter name="x" typeRef="number"/>${literal("x / 2")}</encapsulatedLogic></businessKnowledgeModel>`,
      decision("called", literal("half(8)"), needs("requiredKnowledge", "half")),
      decision("refused", literal('half("8")'), needs("requiredKnowledge", "half")),
      decision(
        "invoked",
        `<invocation>${literal("half")}<binding><parameter name="x"/>${literal("6")}</binding></invocation>`,
        needs("requiredKnowledge", "half"),
      ),
      decision("typed", literal('"a"'), "", "number"),
      decision("only", literal("[5]"), "", "number"),
      decision("midnight", literal('date("2026-11-24")'), "", "dateTime"),
      decision("base", literal("1")),
      decision("out", literal("base + 1"), needs("requiredDecision", "base")),
      '<decisionService id="_service" name="service"><variable name="service"/><outputDecision href="#_out"/><inputDecision href="#_base"/></decisionService>',
    ].join("");
    const service = expects("service", "out", number(11), give("base", number(10))).replace(
      "<testCase ",
      '<testCase type="decisionService" invocableName="service" ',
    );
    const cases = [
      expects("called", "called", number(4)),
      expects("refused", "refused", nothing),
      expects("invoked", "invoked", number(3)),
      expects("typed", "typed", nothing),
      expects("only", "only", number(5)),
      expects("midnight", "midnight", '<value xsi:type="xsd:dateTime">2026-11-24T00:00:00Z</value>'),
      expects("out", "out", number(2)),
      service,
    ];
    expect(run(model, cases.join(""))).toEqual(
      ["called", "refused", "invoked", "typed", "only", "midnight", "out", "service"].map(
        (id) => `${id} passed`,
      ),
    );
  });

  it("sees imported models under the name of the import", () => {
    const other = definitions("urn:other", decision("Greeting of all", literal('"hello"')));
    const model =
      '<import namespace="urn:other" name="their model"/>' +
      decision(
        "d",
        literal('their model.Greeting of all + "!"'),
        '<informationRequirement><requiredDecision href="urn:other#_Greeting of all"/></informationRequirement>',
      );
    expect(run(model, expects("1", "d", text("hello!")), { "other.dmn": other })).toEqual(["1 passed"]);
  });

  it("refuses XML that is not well formed", () => {
    expect(() => readXml("<a><b></a>")).toThrow();
    expect(() => readXml("")).toThrow();
  });

  it("says what passes and why the rest is left out", () => {
    const external = '<functionDefinition kind="Java"><formalParameter name="a"/></functionDefinition>';
    const model =
      decision("good", literal("1")) +
      decision("bad", literal("1")) +
      decision(
        "java",
        `<context><contextEntry><variable name="f"/>${external}</contextEntry><contextEntry>${literal("f(1)")}</contextEntry></context>`,
      );
    run(
      model,
      [expects("1", "good", number(1)), expects("2", "bad", number(2)), expects("3", "java", number(3))].join(
        "",
      ),
    );
    const chapters = [{ level: "level", name: "chapter", outcomes: runFolder(folder) }];
    expect(summary(chapters).map((line) => line.split(" (Java)")[0])).toEqual([
      "chapter: 1/3",
      "level: 1/3",
      "all: 1/3",
      expect.stringContaining("decided 0 of 0"),
      "- 1: not supported yet",
      "- 1: external functions",
    ]);
    expect(conformancePage(chapters, "abc")).toContain("| chapter | 1 | 3 |");
  });
});
