import { type Node, validateDefinition, type WorkflowDefinition } from "@flowright/definition";
import { expect, test } from "vitest";
import { stepsOverlap, tidied } from "./tidied.ts";

const step = (id: string, x: number, y: number): Node => ({ id, kind: "manualTask", position: { x, y } });
const flow = (nodes: Node[], drawing?: WorkflowDefinition["drawing"]): WorkflowDefinition => ({
  schema: "flowright/workflow/v1",
  id: "f",
  name: "F",
  nodes,
  edges: [],
  ...(drawing ? { drawing } : {}),
});
const inside = (nodes: Node[]): Node => ({
  id: "box",
  kind: "subProcess",
  position: { x: 0, y: 0 },
  size: { width: 300, height: 200 },
  nodes,
  edges: [],
});

test("steps that stood free as small boxes cover each other here", () => {
  expect(stepsOverlap(flow([step("a", 0, 0), step("b", 150, 20)]))).toBe(true);
  expect(stepsOverlap(flow([step("a", 0, 0), step("b", 0, 90)]))).toBe(false);
  expect(stepsOverlap(flow([step("a", 0, 0), step("b", 300, 0)]))).toBe(false);
});

test("those in a sub-process count, too", () => {
  expect(stepsOverlap(flow([inside([step("a", 20, 50), step("b", 120, 50)])]))).toBe(true);
  expect(stepsOverlap(flow([inside([step("a", 20, 50), step("b", 320, 50)])]))).toBe(false);
});

test("arranged afresh nothing covers anything, nothing else is lost, and the definition still holds", () => {
  const crowded = flow([step("a", 0, 0), step("b", 5, 5), inside([step("c", 1, 1), step("d", 2, 2)])], {
    notes: [{ id: "n", text: "Look", position: { x: 1, y: 2 }, about: ["a"] }],
    groups: [{ id: "g", position: { x: 0, y: 0 }, size: { width: 5, height: 5 } }],
    kept: [{ at: "process", xml: '<x:a xmlns:x="urn:x"/>' }],
  });
  const tidy = tidied(crowded);
  expect(stepsOverlap(crowded)).toBe(true);
  expect(stepsOverlap(tidy)).toBe(false);
  expect(tidy.drawing).toEqual({
    notes: [{ id: "n", text: "Look", about: ["a"] }],
    groups: [{ id: "g" }],
    kept: crowded.drawing?.kept,
  });
  expect(validateDefinition(tidy).definition).not.toBeNull();
});
