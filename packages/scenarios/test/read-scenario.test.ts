import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkScenario } from "../src/format/check-scenario.ts";
import { loadScenario } from "../src/format/load-scenario.ts";
import { parseDocument } from "../src/format/parse-document.ts";
import { readScenario } from "../src/format/read-scenario.ts";

const GOOD = `schema: flowright/scenario/v1
id: small
name: { en: Small, zh-CN: 小 }
definition: small
people:
  staff: [ann]
start:
  kind: by-hand
  by: ann
  variables: { sum: 1 }
steps:
  - kind: task
    node: look
    by: ann
expect:
  status: completed
`;

const without = (line: string, instead = "") => GOOD.replace(line, instead);
const told = (source: string) =>
  readScenario(source).problems.map(({ code, at }) => {
    const place = at !== undefined && "line" in at ? ` ${at.line}:${at.column}` : "";
    return `${code}${place}`;
  });

describe("the file of a scenario", () => {
  it("is read from YAML and from JSON", () => {
    const { scenario, problems } = readScenario(GOOD);
    expect(problems).toEqual([]);
    expect(scenario?.steps).toEqual([{ kind: "task", node: "look", by: "ann" }]);
    expect(readScenario(JSON.stringify(scenario)).scenario).toEqual(scenario);
  });

  it("tells what is missing, unknown or of another type, with line and column", () => {
    expect(told(without("id: small\n"))).toEqual(["scenario.missing 1:1"]);
    expect(told(without("    by: ann\nexpect", "    bye: ann\nexpect"))).toEqual([
      "scenario.unknown-property 14:10",
      "scenario.missing 12:5",
    ]);
    expect(told(without("status: completed", "status: finished"))).toEqual(["scenario.unknown-value 16:11"]);
    expect(told(without("kind: task", "kind: tsak"))).toEqual(["scenario.unknown-value 12:11"]);
    expect(told(without("[ann]", "ann"))).toEqual(["scenario.wrong-type 6:10"]);
    expect(told(without("node: look", "node: 7"))).toEqual(["scenario.wrong-type 13:11"]);
    expect(told(without("kind: task", "kind: advance\n    duration: 3 days"))).toContain(
      "scenario.wrong-text 13:15",
    );
    expect(told(without("    by: ann\nexpect", "    by: bob\nexpect"))).toEqual([
      "scenario.person-unknown 14:9",
    ]);
    expect(told(without("kind: task", "kind: advance"))).toContain("scenario.one-of 12:5");
  });

  it("says how to mend it, in both languages", () => {
    const [problem] = readScenario(without("kind: task", "kind: tasks")).problems;
    expect(problem?.message.en).toBe("“tasks” is not known as kind.");
    expect(problem?.fix.en).toContain("Did you mean “task”?");
    expect(problem?.fix["zh-CN"]).toContain("是否想写“task”？");
  });

  it("tells where a text is no YAML", () => {
    expect(told("id: [1, 2\nname: x")).toContain("scenario.malformed 2:1");
    expect(told("id: a\nid: b\n")).toContain("scenario.malformed 2:1");
    expect(told("")).toEqual(["scenario.wrong-type 1:1"]);
    expect(told("a: b: c")).toContain("scenario.malformed 1:4");
  });

  it("does not blow up: aliases, nesting, size, characters that cannot be stored", () => {
    const bomb = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let level = 1; level < 9; level++)
      bomb.push(
        `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(", ")}]`,
      );
    expect(told(bomb.join("\n"))).toEqual(["scenario.too-many-aliases"]);
    expect(told(`id: ${"[".repeat(20_000)}`)[0]).toMatch(/^scenario\.malformed/);
    expect(told(`id: ${"x".repeat(1_000_001)}`)).toEqual(["scenario.too-large"]);
    expect(told('id: "a\\0b"')).toEqual(["scenario.not-storable 1:5"]);
    expect(told("__proto__: { id: x }\n")[0]).toMatch(/^scenario/);
  });

  it("never throws, whatever the text or the value", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.string(), (text) => Array.isArray(readScenario(text).problems)),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.anything(), (value) => Array.isArray(checkScenario(value))),
      { numRuns: 200 },
    );
    const cut = fc.tuple(fc.nat(GOOD.length), fc.nat(20), fc.string({ maxLength: 5 }));
    fc.assert(
      fc.property(cut, ([at, length, insert]) =>
        Array.isArray(readScenario(GOOD.slice(0, at) + insert + GOOD.slice(at + length)).problems),
      ),
      { numRuns: 200 },
    );
  });
});

describe("a scenario with the files that it names", () => {
  const flow = JSON.stringify({
    schema: "flowright/workflow/v1",
    id: "small",
    name: "Small",
    nodes: [
      { id: "start", kind: "start" },
      { id: "end", kind: "end" },
    ],
    edges: [{ id: "e", source: "start", target: "end" }],
  });
  const files: Record<string, string> = {
    "small.json": flow,
    "broken.json": flow.replace("target", "targte"),
  };
  const load = (source: string, known: Parameters<typeof loadScenario>[2] = []) => {
    const loaded = loadScenario(source, (file) => files[file] ?? null, known);
    return loaded.ok
      ? loaded.value.definitions.map(({ id }) => id)
      : loaded.problems.map(({ code, path: at, message }) => `${code} ${at} ${message.en}`);
  };
  const named = (file: string) => GOOD.replace("people:", `flows: [${file}]\npeople:`);

  it("is loaded; a flow may also be there without being named", () => {
    expect(load(named("small.json"))).toEqual(["small"]);
    expect(load(GOOD, [JSON.parse(flow)])).toEqual(["small"]);
  });

  it("tells which file is missing, or wrong", () => {
    expect(load(GOOD)).toEqual(["scenario.flow-missing /definition None of the files is the flow small."]);
    expect(load(named("other.json"))).toEqual([
      "scenario.file-missing /flows/0 The file other.json cannot be read.",
    ]);
    expect(load(named("broken.json"))).toEqual([
      expect.stringMatching(/^scenario\.file-wrong \/flows\/0 The file broken\.json is not in order: /),
    ]);
    expect(load(named("/etc/passwd"))[0]).toMatch(/^scenario\.wrong-text/);
  });
});

describe("the JSON Schema of scenarios", () => {
  const schema = JSON.parse(
    readFileSync(new URL("../../../schemas/scenario/v1/scenario.schema.json", import.meta.url), "utf8"),
  );
  const valid = new Ajv2020({ strict: false }).compile(schema);

  it("accepts and refuses what the reader does", () => {
    const files = examples();
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const parsed = parseDocument(readFileSync(file, "utf8"));
      if (!parsed.ok) throw new Error(file);
      expect(checkScenario(parsed.value), file).toEqual([]);
      expect(valid(parsed.value), file).toBe(true);
      for (const broken of brokenOnes(parsed.value as Record<string, unknown>))
        expect(valid(broken), JSON.stringify(broken).slice(0, 200)).toBe(checkScenario(broken).length === 0);
    }
  });
});

/** The files of all scenarios of the examples. */
function examples(): string[] {
  const folder = path.resolve(import.meta.dirname, "../../../examples");
  const homes = readdirSync(folder).flatMap((name) => [
    path.join(folder, name, "scenarios"),
    path.join(folder, name, "test", "scenarios"),
  ]);
  return homes
    .filter((home) => existsSync(home))
    .flatMap((home) => readdirSync(home).map((file) => path.join(home, file)))
    .filter((file) => /\.(json|ya?ml)$/.test(file));
}

/** The document with one thing less, or of another type, at each place near its top. */
function* brokenOnes(value: Record<string, unknown>): Generator<unknown> {
  for (const key of Object.keys(value)) {
    const { [key]: _, ...rest } = value;
    // Who acts is a question that a schema cannot ask.
    if (key !== "people") yield rest;
    yield { ...value, [key]: 7 };
    yield { ...value, [`${key}-x`]: 7 };
  }
  const steps = value.steps as Record<string, unknown>[];
  for (const [index, step] of steps.entries()) {
    for (const key of Object.keys(step)) {
      const { [key]: _, ...rest } = step;
      if (key !== "by") yield { ...value, steps: steps.with(index, rest) };
      yield { ...value, steps: steps.with(index, { ...step, [key]: [] }) };
    }
  }
}
