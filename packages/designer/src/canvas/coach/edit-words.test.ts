import type { WorkflowDefinition } from "@flowright/definition";
import { expect, test } from "vitest";
import { connect } from "../../model/command/structure/connect.ts";
import { deleteSelection } from "../../model/command/structure/delete-selection.ts";
import { insertOnEdge } from "../../model/command/structure/insert-on-edge.ts";
import { createDesignerStore } from "../../model/designer-store.ts";
import type { ElementType } from "../../model/element/element-type.ts";
import { ELEMENT_TYPES } from "../../model/element/element-types.ts";
import { editWords, lostDecisionWords } from "./edit-words.ts";

const aTask = ELEMENT_TYPES.find(({ id }) => id === "manualTask") as ElementType;
const flow = {
  schema: "flowright/workflow/v1",
  id: "f",
  name: "F",
  nodes: [
    { id: "s", kind: "start", name: { en: "Asked", "zh-CN": "申请" } },
    { id: "x", kind: "exclusive", name: { en: "Amount?", "zh-CN": "金额？" } },
    { id: "a", kind: "manualTask", name: { en: "Small", "zh-CN": "小额" } },
    { id: "b", kind: "manualTask", name: { en: "Large", "zh-CN": "大额" } },
    { id: "e", kind: "end" },
  ],
  edges: [
    { id: "l1", source: "s", target: "x" },
    { id: "l2", source: "x", target: "a", condition: "amount < 5000" },
    { id: "l3", source: "x", target: "b", default: true },
    { id: "l4", source: "a", target: "e" },
  ],
} as unknown as WorkflowDefinition;

test("adding, connecting and deleting are said with the names of the steps", () => {
  const store = createDesignerStore({ definition: flow });
  const said = (run: () => void) => {
    const before = store.getState().definition;
    run();
    return editWords(before, store.getState().definition);
  };
  expect(said(() => store.getState().run(connect("b", "e")))).toEqual({
    en: "Connected Large to End.",
    "zh-CN": "已连接：从大额到结束。",
  });
  expect(said(() => store.getState().run(insertOnEdge("l4", aTask)))?.en).toMatch(/^Added /);
  expect(said(() => store.getState().undo())?.en).toMatch(/^Deleted /);
  expect(said(() => store.getState().run(deleteSelection(["b"], { heal: false })))?.["zh-CN"]).toBe(
    "已删除大额。",
  );
});

test("what deleting a decision means for a case is said, with and without healing", () => {
  const deleted = (heal: boolean) => {
    const outcome = deleteSelection(["x"], { heal }).execute(flow);
    if (!outcome.ok) throw new Error("refused");
    const { nodes } = outcome.definition;
    const left = new Set(nodes.map(({ id }) => id));
    const edges = outcome.definition.edges.filter(
      ({ source, target }) => left.has(source) && left.has(target),
    );
    return lostDecisionWords(flow, { ...outcome.definition, edges })?.en;
  };
  expect(deleted(false)).toBe(
    "“Amount?” was deleted. A case now stops after “Asked”. Nothing leads to “Small”, “Large” any more. Its condition went with it.",
  );
  expect(deleted(true)).toBe(
    "“Amount?” was deleted. Nothing leads to “Large” any more. Its condition went with it.",
  );
  const step = deleteSelection(["a"], { heal: true }).execute(flow);
  expect(step.ok && lostDecisionWords(flow, step.definition)).toBeNull();
});
