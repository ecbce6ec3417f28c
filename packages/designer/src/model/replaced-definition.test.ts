import type { WorkflowDefinition } from "@flowright/definition";
import { expect, test } from "vitest";
import { updateDefinition } from "./command/content/update-definition.ts";
import { createDesignerStore } from "./designer-store.ts";

const flow = (name: string): WorkflowDefinition => ({
  schema: "flowright/workflow/v1",
  id: "f",
  name,
  nodes: [],
  edges: [],
});

test("a definition from outside ends the history, or is a step of it that can be undone and redone", () => {
  const store = createDesignerStore({ definition: flow("one") });
  const now = () => store.getState();
  now().run(updateDefinition({ name: "mine" }));
  const mine = now().definition;
  now().replaceDefinition(flow("restored"), { en: "Restore version 1", "zh-CN": "恢复第 1 版" });
  expect([now().definition.name, now().undoLabel?.en]).toEqual(["restored", "Restore version 1"]);
  now().undo();
  expect(now().definition).toBe(mine);
  now().redo();
  expect(now().definition.name).toBe("restored");
  now().replaceDefinition(flow("theirs"));
  expect([now().definition.name, now().undoLabel]).toEqual(["theirs", null]);
});
