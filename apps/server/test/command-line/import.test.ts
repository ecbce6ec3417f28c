import { existsSync, readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { importApart } from "../../src/flows/import-apart.ts";
import { flowright, TestFolder } from "./flowright-in-process.ts";

const folder = new TestFolder();
afterAll(() => folder.remove());

const file = (body: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:t"><process id="p">${body}</process></definitions>`;
const GOOD = file('<startEvent id="s"/><endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="e"/>');

// How long each takes is measured where nothing else is: by the tests of the guard.
test.each([
  ["xml.doctype", `<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]>${GOOD}`],
  ["xml.too-many-attributes", `<a${Array.from({ length: 700_000 }, (_, at) => ` a${at}="1"`).join("")}/>`],
  ["bpmn.not-representable", file(Array.from({ length: 6000 }, (_, at) => `<task id="t${at}"/>`).join(""))],
])("a file that wants to harm is refused as %s, and nothing is written", async (code, content) => {
  const out = folder.in(`${code}.json`);
  const said = await flowright("import", folder.write(`${code}.bpmn`, content), "--out", out);
  expect(said.code).toBe(2);
  expect(said.lines.map(({ problem }) => (problem as { code: string }).code)).toContain(code);
  expect(existsSync(out)).toBe(false);
});

test("what takes too long is stopped", async () => {
  const { definitions, problems } = await importApart(new TextEncoder().encode(GOOD), 0.001);
  expect([definitions, problems.map(({ code }) => code)]).toEqual([[], ["xml.time"]]);
});

test("the report and the flow go where they are asked for", async () => {
  const [out, report] = [folder.in("flow.json"), folder.in("report.json")];
  const said = await flowright("import", folder.write("in.bpmn", GOOD), "--out", out, "--report", report);
  expect(said).toMatchObject({ code: 0, out: "" });
  expect(JSON.parse(readFileSync(out, "utf8"))).toMatchObject({ id: "p" });
  expect(JSON.parse(readFileSync(report, "utf8"))).toMatchObject({ counts: { kept: expect.any(Number) } });
});
