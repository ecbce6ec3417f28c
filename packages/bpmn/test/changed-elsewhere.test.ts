import type { Node, WorkflowDefinition } from "@flowright/definition";
import { expect, test } from "vitest";
import { exportBpmn, importBpmn } from "../src/index.ts";

const FLOW: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "order",
  name: { en: "Order", "zh-CN": "订单" },
  roles: [{ id: "ops" }],
  nodes: [
    { id: "s", kind: "start" },
    {
      id: "check",
      kind: "userTask",
      name: { en: "Check", "zh-CN": "核对" },
      who: { type: "role", role: "ops" },
      deadline: { type: "duration", duration: "P1D" },
    },
    { id: "wait", kind: "catch", event: { type: "timer", duration: "PT1H" } },
    { id: "paid", kind: "catch", event: { type: "message", message: { name: "paid", key: '"k"' } } },
    { id: "e", kind: "end" },
  ],
  edges: [
    { id: "f1", source: "s", target: "check" },
    { id: "f2", source: "check", target: "wait" },
    { id: "f3", source: "wait", target: "paid" },
    { id: "f4", source: "paid", target: "e" },
  ],
};

function changed(change: (xml: string) => string): WorkflowDefinition {
  const { xml } = exportBpmn(FLOW);
  const after = change(xml);
  expect(after).not.toBe(xml);
  const [definition] = importBpmn(after).definitions;
  if (!definition) throw new Error("nothing came back");
  return definition;
}

function node(definition: WorkflowDefinition, id: string): Node | undefined {
  return definition.nodes.find((one) => one.id === id);
}

test("without a change the very same comes back", () => {
  expect(importBpmn(exportBpmn(FLOW).xml).definitions).toEqual([FLOW]);
});

test("a name that another tool changed counts, and what is ours stays", () => {
  const definition = changed((xml) => xml.replace('name="Check"', 'name="Check twice"'));
  expect(node(definition, "check")).toEqual({ ...FLOW.nodes[1], name: "Check twice" });
});

test("so does a time", () => {
  const definition = changed((xml) => xml.replace(">PT1H<", ">PT2H<"));
  expect(node(definition, "wait")).toMatchObject({ event: { type: "timer", duration: "PT2H" } });
});

test("a message of another name keeps its key; an event of another sort does not get one", () => {
  const renamed = changed((xml) => xml.replace('name="paid"', 'name="settled"'));
  expect(node(renamed, "paid")).toMatchObject({ event: { message: { name: "settled", key: '"k"' } } });
  const timer = changed((xml) =>
    xml.replace(
      /<bpmn:messageEventDefinition [^>]*>/,
      "<bpmn:timerEventDefinition><bpmn:timeDuration>PT5M</bpmn:timeDuration></bpmn:timerEventDefinition>",
    ),
  );
  expect(node(timer, "paid")).toMatchObject({ event: { type: "timer", duration: "PT5M" } });
});

test("a step that has become another element loses what was ours, and the import says so", () => {
  const { xml } = exportBpmn(FLOW);
  const { definitions, problems } = importBpmn(xml.replaceAll("bpmn:userTask", "bpmn:manualTask"));
  const [definition] = definitions;
  expect(definition && node(definition, "check")).not.toHaveProperty("deadline");
  expect(problems.map(({ code, node: id }) => `${code} ${id}`)).toContain("own.setting-void check");
});

test("a shape that was moved has the new place, one that was not has none, as before", () => {
  const definition = changed((xml) => xml.replace('<dc:Bounds x="0" y="0"', '<dc:Bounds x="8" y="16"'));
  expect(node(definition, "s")).toMatchObject({ position: { x: 8, y: 16 } });
  expect(node(definition, "check")).not.toHaveProperty("position");
});

test("what another tool adds is kept, and goes out again", () => {
  const definition = changed((xml) =>
    xml.replace(
      '<bpmn:userTask id="check"',
      '<bpmn:userTask xmlns:other="urn:other-tool" other:colour="red" id="check"',
    ),
  );
  expect(definition.drawing).toEqual({
    keptAttributes: [{ of: "check", attribute: "other:colour", namespace: "urn:other-tool", value: "red" }],
  });
  const again = exportBpmn(definition);
  expect(again.xml).toContain('other:colour="red"');
  expect(importBpmn(again.xml).definitions).toEqual([definition]);
});

test("several flows of one file keep their ids even where they share them", () => {
  const other = { ...FLOW, id: "second" };
  expect(importBpmn(exportBpmn([FLOW, other]).xml).definitions).toEqual([FLOW, other]);
});
