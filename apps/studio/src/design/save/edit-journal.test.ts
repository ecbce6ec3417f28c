import type { WorkflowDefinition } from "@flowright/definition";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { createEditJournal, type JournalStore, leftEdits } from "./edit-journal.ts";

const kept = new Map<string, unknown>();
const store: JournalStore = {
  put: async (key, entry) => void kept.set(key, entry),
  remove: async (key) => void kept.delete(key),
  list: async (prefix) => new Map([...kept].filter(([key]) => key.startsWith(prefix))),
};
const place = { workspace: "w", user: "lin", flow: "f" };
const definition: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "f",
  name: "",
  nodes: [{ id: "s", kind: "start" }],
  edges: [],
};
const entry = { definition, base: definition, revision: "3", basedOn: null, at: "2026-11-24T10:00:00Z" };
const left = async (alive: readonly string[] = [], at = place) =>
  (await leftEdits(store, at, (editor) => alive.includes(editor))).map(({ key, ...one }) => one);

beforeEach(() => kept.clear());

test("edits survive the window, for their person, flow and workspace alone", async () => {
  const journal = createEditJournal(store, place, "one");
  expect(await journal.keep(entry)).toBe(true);
  expect(await left()).toEqual([entry]);
  for (const other of [{ user: "wang" }, { flow: "g" }, { workspace: "v" }]) {
    expect(await left([], { ...place, ...other })).toEqual([]);
  }
  await journal.clear();
  expect(await left()).toEqual([]);
});

test("two windows keep theirs beside each other; those of a window that is there are not left", async () => {
  const later = { ...entry, at: "2026-11-24T11:00:00Z" };
  await createEditJournal(store, place, "one").keep(entry);
  await createEditJournal(store, place, "two").keep(later);
  expect(await left()).toEqual([later, entry]);
  expect(await left(["two"])).toEqual([entry]);
});

test("what is kept or cleared last counts, however slow the browser writes", async () => {
  const slow: JournalStore = {
    ...store,
    put: async (key, value) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      kept.set(key, value);
    },
  };
  const journal = createEditJournal(slow, place, "one");
  const keeping = [1, 2, 3].map((basedOn) => journal.keep({ ...entry, basedOn }));
  expect(await Promise.all(keeping)).toEqual([true, true, true]);
  expect(await left()).toEqual([{ ...entry, basedOn: 3 }]);
  void journal.keep(entry);
  await journal.clear();
  expect(await left()).toEqual([]);
});

test("whatever else is in the storage, it is no entry and no error", async () => {
  await createEditJournal(store, place, "one").keep(entry);
  const [key = ""] = kept.keys();
  await fc.assert(
    fc.asyncProperty(fc.anything(), async (value) => {
      kept.set(key, value);
      expect(await left()).toEqual([]);
    }),
  );
  for (const broken of [
    { ...entry, at: "soon" },
    { ...entry, revision: 3 },
    { ...entry, base: null },
    { ...entry, definition: { ...definition, nodes: [{ id: "s", kind: "unheard-of" }] } },
    { ...entry, definition: { ...definition, edges: [null] } },
  ]) {
    kept.set(key, broken);
    expect(await left()).toEqual([]);
  }
});

test("a storage that refuses says so and breaks nothing", async () => {
  const refuse = async () => {
    throw new Error("full");
  };
  const refusing = { put: refuse, remove: refuse, list: refuse };
  const journal = createEditJournal(refusing, place, "one");
  expect(await journal.keep(entry)).toBe(false);
  await journal.clear();
  expect(await leftEdits(refusing, place, () => false)).toEqual([]);
});
