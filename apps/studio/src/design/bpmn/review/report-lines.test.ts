import { importBpmn } from "@flowright/bpmn";
import { expect, test } from "vitest";
import { matchingLines, reportLines, verdictsByStep } from "./report-lines.ts";

const { report } = importBpmn(`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
    xmlns:x="urn:x" id="d" targetNamespace="urn:test">
  <process id="p">
    <startEvent id="s"/>
    <task id="a" name="Check"><extensionElements><x:hint words="Later"/></extensionElements></task>
    <task id="a" name="Twice"/>
    <sequenceFlow id="f" sourceRef="s" targetRef="a"/>
  </process>
  <di:BPMNDiagram id="dia"><di:BPMNPlane id="pl" bpmnElement="p">
    <di:BPMNShape id="a_di" bpmnElement="a"><dc:Bounds x="1" y="2" width="100" height="80"/></di:BPMNShape>
  </di:BPMNPlane></di:BPMNDiagram>
</definitions>`);
const lines = reportLines(report);
const stepAt = (path: string) => lines.find((line) => line.path === path)?.step;
const filtered = (words: string, ...verdicts: ("kept" | "translated" | "annotation" | "refused")[]) =>
  matchingLines(lines, { words, verdicts: new Set(verdicts) }, (id) => (id === "a" ? "Check" : "")).map(
    ({ path }) => path.replace("/definitions/process", ""),
  );

test("a line is about the nearest step around it", () => {
  expect(stepAt("/definitions/process/task/extensionElements/hint/@words")).toBe("a");
  expect(stepAt("/definitions/process/task/@name")).toBe("a");
  expect(stepAt("/definitions/process")).toBe("p");
});

test("a step whose id was used twice is found by its new one", () => {
  expect(stepAt("/definitions/process/task[2]/@name")).toMatch(/^a.+/);
});

test("a shape of the diagram is about what it draws", () => {
  expect(stepAt("/definitions/BPMNDiagram/BPMNPlane/BPMNShape/Bounds/@x")).toBe("a");
});

test("verdicts and words narrow the lines", () => {
  expect(filtered("HINT", "annotation")).toEqual([
    "/task/extensionElements/hint",
    "/task/extensionElements/hint/@words",
  ]);
  expect(filtered("hint", "kept", "refused")).toEqual([]);
  expect(filtered("check", "annotation")).toEqual([
    "/task/extensionElements/hint",
    "/task/extensionElements/hint/@words",
  ]);
});

test("without a filter every line is there", () => {
  const all = Object.values(report.counts).reduce((sum, count) => sum + count, 0);
  expect(filtered("", "kept", "translated", "annotation", "refused")).toHaveLength(all);
});

test("a step has the worst verdict of its elements", () => {
  const verdicts = verdictsByStep(lines);
  expect([verdicts.get("s"), verdicts.get("a"), verdicts.get("f")]).toEqual(["kept", "annotation", "kept"]);
});
