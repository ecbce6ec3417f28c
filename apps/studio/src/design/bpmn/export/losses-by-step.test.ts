import { exportBpmn } from "@flowright/bpmn";
import { expect, test } from "vitest";
import { lossesByStep } from "./losses-by-step.ts";

const { report } = exportBpmn({
  schema: "flowright/workflow/v1",
  id: "f",
  name: { en: "F", "zh-CN": "流" },
  nodes: [
    { id: "a", kind: "userTask", name: { en: "A", "zh-CN": "甲" }, who: { type: "initiator" }, goal: "Now" },
    { id: "p", kind: "plan", nodes: [], edges: [] },
  ],
  edges: [{ id: "nowhere", source: "a", target: "zz" }],
});

test("what only we read is told by step, all of it, and the rest as it is", () => {
  const { steps, others } = lossesByStep(report);
  const told = steps.reduce((sum, { settings }) => sum + settings.length, others.length);
  expect(told).toBe(report.length);
  expect(steps.find(({ step }) => step === "a")?.settings).toEqual(expect.arrayContaining(["goal", "who"]));
  expect(others.map(({ code }) => code)).toEqual(
    expect.arrayContaining(["export.plan", "export.line-nowhere"]),
  );
  expect(others.map(({ code }) => code)).not.toContain("export.only-here");
});
