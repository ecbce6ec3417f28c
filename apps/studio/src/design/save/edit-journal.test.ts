import type { WorkflowDefinition } from "@flowright/definition";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { createEditJournal } from "./edit-journal.ts";

const kept = new Map<string, string>();
const store = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};
const place = { workspace: "w", user: "lin", flow: "f" };
const definition: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "f",
  name: "",
  nodes: [{ id: "s", kind: "start" }],
  edges: [],
};
const entry = { definition, revision: "3", basedOn: null, at: "2026-11-24T10:00:00Z" };

beforeEach(() => kept.clear());

test("edits survive a reload, for their person, flow and workspace alone", () => {
  const journal = createEditJournal(store, place);
  expect(journal.keep(entry)).toBe(true);
  expect(createEditJournal(store, place).read()).toEqual(entry);
  for (const other of [{ user: "wang" }, { flow: "g" }, { workspace: "v" }]) {
    expect(createEditJournal(store, { ...place, ...other }).read()).toBeNull();
  }
  journal.clear();
  expect(journal.read()).toBeNull();
});

test("whatever else is in the storage, it is no entry and no error", () => {
  const journal = createEditJournal(store, place);
  journal.keep(entry);
  const [key = ""] = [...kept.keys()];
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      kept.set(key, text);
      expect(journal.read()).toBeNull();
    }),
  );
  for (const broken of [
    { ...entry, at: "soon" },
    { ...entry, revision: 3 },
    { ...entry, definition: { ...definition, nodes: [{ id: "s", kind: "unheard-of" }] } },
    { ...entry, definition: { ...definition, edges: [null] } },
  ]) {
    kept.set(key, JSON.stringify(broken));
    expect(journal.read()).toBeNull();
  }
});

test("a storage that refuses says so and breaks nothing", () => {
  const refuse = () => {
    throw new Error("full");
  };
  const journal = createEditJournal({ getItem: refuse, setItem: refuse, removeItem: refuse }, place);
  expect(journal.keep(entry)).toBe(false);
  journal.clear();
  expect(journal.read()).toBeNull();
});
