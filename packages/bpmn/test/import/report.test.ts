import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type ImportResult, importBpmn, type ReportEntry } from "../../src/index.ts";
import { REASONS } from "../../src/report/reasons.ts";
import { around, fileOf, processOf } from "./bpmn-text.ts";
import { countParts } from "./count-parts.ts";

const FOLDER = path.join(import.meta.dirname, "cases");
const CASES = readdirSync(FOLDER).map(
  (name) => [name, readFileSync(path.join(FOLDER, name), "utf8")] as const,
);

/** All texts and numbers of the flows. */
function contentOf({ definitions }: ImportResult): { texts: string; numbers: Set<number> } {
  const texts: string[] = [];
  const numbers = new Set<number>();
  const visit = (value: unknown) => {
    if (typeof value === "string") texts.push(value);
    else if (typeof value === "number") numbers.add(value);
    else if (value && typeof value === "object") {
      for (const [key, inner] of Object.entries(value)) {
        texts.push(key);
        visit(inner);
      }
    }
  };
  visit(definitions);
  return { texts: texts.join("\u0000"), numbers };
}

describe("the report says one thing of every element and attribute", () => {
  it.each(CASES)("%s, counted from the text alone", (_, xml) => {
    const { report } = importBpmn(xml);
    const counted = countParts(xml);
    const of = (what: ReportEntry["what"]) => report.entries.filter((entry) => entry.what === what).length;
    expect({ elements: of("element"), attributes: of("attribute") }).toEqual(counted);
    expect(new Set(report.entries.map((entry) => entry.path)).size).toBe(report.entries.length);
    const total = Object.values(report.counts).reduce((sum, count) => sum + count, 0);
    expect(total).toBe(counted.elements + counted.attributes);
  });

  it.each(CASES)("%s: nothing is refused for want of anybody who knows it", (_, xml) => {
    const { report } = importBpmn(xml);
    expect(report.entries.filter(({ reason }) => reason?.code === "not-known")).toEqual([]);
  });

  it("a counter that misses one would be seen", () => {
    const xml = around('<task id="a" name="x"/>');
    expect(countParts(xml.replace(' name="x"', "")).attributes).toBe(countParts(xml).attributes - 1);
  });
});

describe("what the report says is true", () => {
  it.each(CASES)("%s: what it calls kept is in the flow, word for word", (_, xml) => {
    const result = importBpmn(xml);
    const { texts } = contentOf(result);
    const values = valuesByPath(xml, result);
    const lies = result.report.entries.filter(({ what, verdict, path: place }) => {
      if (what !== "attribute" || (verdict !== "kept" && verdict !== "annotation")) return false;
      if (/BPMNDiagram|@xmlns|@xsi:type$/.test(place)) return false;
      const value = values.get(place) ?? "";
      return !texts.includes(value) && !texts.includes(escaped(value)) && !IMPLIED.test(`${place}=${value}`);
    });
    expect(lies.map(({ path: place }) => `${place}=${values.get(place)}`)).toEqual([]);
  });

  it.each(CASES)("%s: an element that does not run is there as it was", (_, xml) => {
    const result = importBpmn(xml);
    const { texts } = contentOf(result);
    const lies = result.report.entries.filter(
      ({ what, verdict, name, reason }) =>
        what === "element" &&
        verdict === "annotation" &&
        reason?.code !== "expression-not-translated" &&
        !/textAnnotation|group/.test(name) &&
        !texts.includes(`<${name}`),
    );
    expect(lies.map(({ path: place }) => place)).toEqual([]);
  });

  it("translated says from what and to what", () => {
    const { report } = importBpmn(around('<userTask id="a" camunda:assignee="mary"/>'));
    expect(report.entries.find(({ name }) => name === "camunda:assignee")).toMatchObject({
      path: "/definitions/process/userTask/@camunda:assignee",
      of: "a",
      verdict: "translated",
      from: "mary",
      to: "who.people: mary",
      line: 2,
    });
  });

  it("extensions of other tools are kept for the way back, translated or not", () => {
    const xml = around(
      '<userTask id="a" camunda:assignee="mary" camunda:asyncBefore="true"><extensionElements><camunda:properties><camunda:property name="k" value="v &amp; w"/></camunda:properties></extensionElements></userTask>',
    );
    const { drawing } = importBpmn(xml).definitions[0] ?? {};
    expect(drawing?.keptAttributes).toContainEqual({
      of: "a",
      attribute: "camunda:assignee",
      namespace: "http://camunda.org/schema/1.0/bpmn",
      value: "mary",
    });
    expect(drawing?.kept).toEqual([
      {
        of: "a",
        xml: '<camunda:properties xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><camunda:property name="k" value="v &amp; w"/></camunda:properties>',
      },
    ]);
  });

  it("what stands in no process is refused by name where there is none", () => {
    const { report } = importBpmn(fileOf('<message id="m" name="x"/>'));
    expect(
      report.entries.every(({ verdict, reason }) => verdict === "refused" && reason?.code === "no-process"),
    ).toBe(true);
  });

  it.each(["#{x.y(1) */ 2}", `#{call("${"z".repeat(6000)}")}`])(
    "the text of an expression is kept word for word",
    (text) => {
      const xml = around(
        `<exclusiveGateway id="a"/><sequenceFlow id="f9" sourceRef="a" targetRef="e"><conditionExpression>${text}</conditionExpression></sequenceFlow>`,
      );
      const { drawing } = importBpmn(xml).definitions[0] ?? {};
      expect(drawing?.kept).toMatchObject([
        { of: "f9", xml: expect.stringContaining(escaped(text).replaceAll("&quot;", '"')) },
      ]);
    },
  );

  it("every reason is told in both languages", () => {
    for (const text of Object.values(REASONS)) {
      expect(text.en).toMatch(/\.$/);
      expect(text["zh-CN"]).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(text.en.match(/\{\w+\}/g)).toEqual(text["zh-CN"].match(/\{\w+\}/g));
    }
  });
});

describe("what is drawn beside the steps", () => {
  it("keeps notes, what they are about, and groups", () => {
    const xml = processOf(
      `<task id="a"/><textAnnotation id="n"><text>Mind this</text></textAnnotation><association id="as" sourceRef="a" targetRef="n"/>
       <group id="g" categoryValueRef="v"/>`,
      '<category id="c"><categoryValue id="v" value="Later"/></category>',
    );
    expect(importBpmn(xml).definitions[0]?.drawing).toMatchObject({
      notes: [{ id: "n", text: "Mind this", about: ["a"] }],
      groups: [{ id: "g", name: "Later" }],
    });
  });

  it("keeps places relative to the container, sizes, points of lines and places of names", () => {
    const xml =
      fileOf(`<process id="P"><subProcess id="sp"><task id="t"/></subProcess><task id="u"/><sequenceFlow id="f" sourceRef="sp" targetRef="u"/></process>
      <bpmndi:BPMNDiagram id="d"><bpmndi:BPMNPlane id="p" bpmnElement="P">
      <bpmndi:BPMNShape id="s1" bpmnElement="sp" isExpanded="true"><dc:Bounds x="100" y="50" width="300" height="200"/></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="s2" bpmnElement="t"><dc:Bounds x="120.5" y="80" width="100" height="80"/></bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="e1" bpmnElement="f"><di:waypoint x="400" y="150"/><di:waypoint x="450" y="150"/>
      <bpmndi:BPMNLabel><dc:Bounds x="410" y="130" width="20" height="14"/></bpmndi:BPMNLabel></bpmndi:BPMNEdge>
      <bpmndi:BPMNShape id="s3" bpmnElement="gone"><dc:Bounds x="1" y="1" width="1" height="1"/></bpmndi:BPMNShape>
      </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`);
    const { definitions, report } = importBpmn(xml);
    expect(definitions[0]?.nodes.slice(0, 2)).toMatchObject([
      {
        id: "sp",
        position: { x: 100, y: 50 },
        size: { width: 300, height: 200 },
        nodes: expect.arrayContaining([expect.objectContaining({ id: "t", position: { x: 20.5, y: 30 } })]),
      },
      { id: "u" },
    ]);
    expect(definitions[0]?.nodes[1]).not.toHaveProperty("position");
    expect(definitions[0]?.drawing).toMatchObject({
      lines: [
        {
          edge: "f",
          points: [
            { x: 400, y: 150 },
            { x: 450, y: 150 },
          ],
        },
      ],
      shapes: expect.arrayContaining([
        { node: "t", size: { width: 100, height: 80 } },
        { node: "f", name: { position: { x: 410, y: 130 }, size: { width: 20, height: 14 } } },
      ]),
    });
    expect(
      report.entries.find(({ path: place }) => /BPMNShape\[3\]\/@bpmnElement$/.test(place)),
    ).toMatchObject({
      verdict: "refused",
      reason: { code: "leads-nowhere" },
    });
  });
});

/** What is said without the word: standard values, directions that the lines show, and flags that are true or false here. */
const IMPLIED =
  /@(gatewayDirection|startQuantity|completionQuantity|isForCompensation|isInterrupting|cancelActivity|parallelMultiple|instantiate|triggeredByEvent|processType|isExecutable|isClosed|implementation|isSequential|isImmediate|textFormat|associationDirection|eventGatewayType|testBefore|ordering|cancelRemainingInstances|behavior|loopMaximum|isCollection|itemKind|waitForCompletion|language)=/;

function valuesByPath(xml: string, { report }: ImportResult): Map<string, string> {
  const values = [
    ...xml
      .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, "")
      .matchAll(/\s[^\s=<>"']+\s*=\s*(?:"([^"]*)"|'([^']*)')/g),
  ].map(([, double, single]) => unescaped(double ?? single ?? ""));
  const places = report.entries.filter(({ what }) => what === "attribute").map(({ path: place }) => place);
  return new Map(places.map((place, index) => [place, values[index] ?? ""]));
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&#10;", "\n")
    .replaceAll("&amp;", "&");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#xA;");
}
