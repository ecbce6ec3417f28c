import { expect, test } from "vitest";
import { createDesignerStore } from "../../model/designer-store.ts";
import { nearestControl, noteControl } from "./known-controls.ts";

const storeOf = () =>
  createDesignerStore({
    definition: { schema: "flowright/workflow/v1", id: "f", name: "F", nodes: [], edges: [] },
  });

test("a place without a control leads to the one nearest to it in its element, and to none elsewhere", () => {
  const store = storeOf();
  noteControl(store, "name", "/nodes/1/name");
  noteControl(store, "timer", "/nodes/1/event/timer/date");
  const gone = noteControl(store, "key", "/nodes/1/event/timer/cycle");
  gone();
  expect(nearestControl(store, "/nodes/1/event/timer/cycle", "/nodes/1")).toBe("timer");
  expect(nearestControl(store, "/nodes/1/event", "/nodes/1")).toBe("timer");
  expect(nearestControl(store, "/nodes/1/interrupting", "/nodes/1")).toBeNull();
  expect(nearestControl(store, "/nodes/2/event/timer", "/nodes/2")).toBeNull();
  expect(nearestControl(storeOf(), "/nodes/1/name", "/nodes/1")).toBeNull();
});
