import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { flowright, HELLO, ROOT, TestFolder } from "./flowright-in-process.ts";

const folder = new TestFolder();
afterAll(() => folder.remove());

const scenario = (id: string, more: object) => ({
  schema: "flowright/scenario/v1",
  id,
  name: { en: `Name of ${id} <&>`, "zh-CN": `${id} 的名称` },
  definition: "hello",
  flows: ["hello.json"],
  people: { any: ["amy"] },
  start: { kind: "by-hand", by: "amy", variables: {} },
  steps: [{ kind: "task", node: "a", by: "amy" }],
  expect: { status: "completed" },
  ...more,
});

test("all scenarios of the examples are as expected", { timeout: 120_000 }, async () => {
  const report = folder.in("reports/examples.json");
  const { code, out } = await flowright("test", path.join(ROOT, "examples"), "--json", report);
  expect(out).toMatch(/^(\d+) of \1 scenarios as expected/);
  expect(code).toBe(0);
  const { outcomes } = JSON.parse(readFileSync(report, "utf8")) as { outcomes: { file: string }[] };
  const of = (name: string) => outcomes.filter(({ file }) => file.includes(`examples/${name}/`)).length;
  const patterns = new Set(
    outcomes.flatMap(({ file }) => /patterns\/scenarios\/(\d\d)-/.exec(file)?.[1] ?? []),
  );
  expect(patterns.size).toBe(43);
  expect(of("return-handling")).toBeGreaterThanOrEqual(8);
  expect(of("order-routing")).toBeGreaterThanOrEqual(13);
});

test("one that is not as expected: what was different, both reports, coverage, exit code 1", async () => {
  folder.write("hello.json", HELLO);
  folder.write("good.json", scenario("good", {}));
  folder.write("bad.json", scenario("bad", { expect: { status: "active" } }));
  const junit = folder.in("junit.xml");
  const { code, out } = await flowright("test", folder.path, "--junit", junit, "--coverage");
  expect(code).toBe(1);
  expect(out).toContain("✗ bad: Name of bad <&>");
  expect(out).not.toContain("✓");
  expect(out).toContain("hello: all 2 lines taken");
  expect(out).toContain("1 of 2 scenarios as expected");
  const xml = readFileSync(junit, "utf8");
  expect(xml).toContain('<testsuites tests="2" failures="1" errors="0"');
  expect(xml).toContain("Name of bad &#60;&#38;&#62;");
  expect(xml.match(/<testcase /g)).toHaveLength(2);
  vi.stubEnv("LC_ALL", "zh_CN.UTF-8");
  expect((await flowright("test", folder.path)).out).toContain("2 个场景中 1 个符合预期");
  vi.unstubAllEnvs();
});

test("a file that is not in order is refused with its place; so is a folder without scenarios", async () => {
  folder.write("broken.json", scenario("broken", { steps: [{ kind: "tsk", node: "a" }] }));
  const { code, out } = await flowright("test", folder.path);
  expect(code).toBe(2);
  expect(out).toMatch(/broken\.json:\d+:\d+ {2}error {2}scenario\.unknown-value/);
  expect(await flowright("test", path.join(ROOT, "docs"))).toMatchObject({ code: 2 });
});

test("flows that were drawn elsewhere are tested like ours", async () => {
  const other = new TestFolder();
  const pattern = path.join(ROOT, "examples/patterns/04-exclusive-choice.json");
  await flowright("export", pattern, "--out", other.in("choice.bpmn"));
  const scenarios = path.join(ROOT, "examples/patterns/scenarios/04-exclusive-choice-1.json");
  const text = readFileSync(scenarios, "utf8").replace("../04-exclusive-choice.json", "choice.bpmn");
  other.write("choice.json", text);
  expect(await flowright("test", other.path)).toMatchObject({
    code: 0,
    out: expect.stringContaining("1 of 1 scenarios as expected"),
  });
  other.write("missing.json", text.replace("choice.bpmn", "none.bpmn"));
  expect(await flowright("test", other.path)).toMatchObject({ code: 2 });
  other.remove();
});

test("the patterns, the return flow and order routing run from BPMN as they do from ours", {
  timeout: 120_000,
}, async () => {
  const other = new TestFolder();
  for (const name of ["patterns", "return-handling", "order-routing"]) {
    const from = path.join(ROOT, "examples", name);
    cpSync(from, other.in(name), {
      recursive: true,
      filter: (source) => !/node_modules|\/test$/.test(source),
    });
    const folderOf = (inside: string) => path.join(other.in(name), inside);
    for (const file of readdirSync(from).filter((one) => one.endsWith(".json"))) {
      if (!readFileSync(path.join(from, file), "utf8").includes('"flowright/workflow/v1"')) continue;
      const bpmn = folderOf(file.replace(".json", ".bpmn"));
      expect(await flowright("export", path.join(from, file), "--out", bpmn)).toMatchObject({ code: 0 });
      rmSync(folderOf(file));
    }
    const scenarios = ["scenarios", "alone"].filter((inside) => existsSync(folderOf(inside)));
    for (const file of scenarios.flatMap((inside) =>
      readdirSync(folderOf(inside)).map((each) => `${inside}/${each}`),
    )) {
      const scenarioFile = folderOf(file);
      const text = readFileSync(scenarioFile, "utf8").replace(/(\.\.\/[\w-]+)\.json/g, "$1.bpmn");
      writeFileSync(scenarioFile, text);
    }
  }
  const { code, out } = await flowright("test", other.path);
  expect(out).toMatch(/^(\d+) of \1 scenarios as expected/);
  expect(Number(/^\d+/.exec(out)?.[0])).toBeGreaterThan(70);
  expect(code).toBe(0);
  other.remove();
});
