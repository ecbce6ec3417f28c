import type { WorkflowDefinition } from "@flowright/definition";
import { validateDefinition } from "@flowright/definition";
import { expect, test } from "vitest";
import { createDesignerStore } from "../../model/designer-store.ts";
import { addNote, changeNote, removeNote } from "./note-commands.ts";

const flow: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "f",
  name: "F",
  nodes: [
    { id: "note_1", kind: "start" },
    { id: "e", kind: "end" },
  ],
  edges: [{ id: "l", source: "note_1", target: "e" }],
};

test("notes are written, coloured, moved and removed, each undone to the byte", () => {
  const store = createDesignerStore({ definition: flow });
  const { run } = store.getState();
  run(addNote({ position: { x: 8, y: 16 }, about: ["e"] }));
  const [note] = store.getState().definition.drawing?.notes ?? [];
  expect(note).toEqual({ id: "note_2", text: "", position: { x: 8, y: 16 }, about: ["e"] });
  run(changeNote("note_2", { text: "a" }));
  run(changeNote("note_2", { text: "ab" }));
  run(changeNote("note_2", { colour: "teal", inTasks: true }));
  run(changeNote("note_2", { position: { x: 0, y: 0 } }));
  const { definition } = store.getState();
  expect(definition.drawing?.notes).toEqual([
    { id: "note_2", text: "ab", position: { x: 0, y: 0 }, about: ["e"], colour: "teal", inTasks: true },
  ]);
  expect(validateDefinition(definition).problems.filter(({ severity }) => severity === "error")).toEqual([]);
  run(removeNote("note_2"));
  expect(store.getState().definition).toEqual(flow);
  for (let steps = 0; steps < 5; steps++) store.getState().undo();
  expect(store.getState().definition).toBe(flow);
  expect(store.getState().undoLabel).toBeNull();
});

test("a text that is too long for the schema is cut, not lost", () => {
  const store = createDesignerStore({ definition: flow });
  store.getState().run(addNote({}));
  store.getState().run(changeNote("note_2", { text: "x".repeat(30_000) }));
  expect(store.getState().definition.drawing?.notes?.[0]?.text).toHaveLength(20_000);
});
