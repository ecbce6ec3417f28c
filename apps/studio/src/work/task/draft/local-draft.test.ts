import { beforeEach, expect, test } from "vitest";
import {
  chosenDraft,
  type LocalDraft,
  readLocalDraft,
  removeLocalDraft,
  writeLocalDraft,
} from "./local-draft.ts";

const kept = new Map<string, string>();
const store = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};
const draft: LocalDraft = {
  data: { amount: "12.30" },
  checked: ["photo"],
  basedOn: null,
  savedAt: "2026-11-24T10:00:00Z",
};

beforeEach(() => kept.clear());

test("what was typed survives a reload, for its person and its task alone", () => {
  writeLocalDraft(store, "wang", "t.1", draft);
  expect(readLocalDraft(store, "wang", "t.1")).toEqual(draft);
  expect(readLocalDraft(store, "zhao", "t.1")).toBeNull();
  expect(readLocalDraft(store, "wang", "t.2")).toBeNull();
  removeLocalDraft(store, "wang", "t.1");
  expect(readLocalDraft(store, "wang", "t.1")).toBeNull();
});

test("broken or foreign content of the storage is no draft", () => {
  for (const text of ["{", "null", "[]", '{"data":[]}', '{"data":{},"checked":1,"savedAt":"x"}']) {
    store.setItem("flowright.draft.wang.t.1", text);
    expect(readLocalDraft(store, "wang", "t.1")).toBeNull();
  }
});

test("a storage that refuses does not stop the typing", () => {
  const refusing = {
    getItem: () => {
      throw new Error("refused");
    },
    setItem: () => {
      throw new Error("full");
    },
    removeItem: () => {
      throw new Error("refused");
    },
  };
  writeLocalDraft(refusing, "wang", "t.1", draft);
  removeLocalDraft(refusing, "wang", "t.1");
  expect(readLocalDraft(refusing, "wang", "t.1")).toBeNull();
});

test("without anything typed here the server's draft is taken", () => {
  expect(chosenDraft(null, null)).toEqual({ data: {}, checked: [] });
  expect(chosenDraft({ data: { a: 1 }, savedAt: "2026-11-24T09:00:00Z" }, null).data).toEqual({ a: 1 });
});

test("what was typed here wins over what this device sent before", () => {
  const server = { data: { amount: "1" }, savedAt: "2026-11-24T11:00:00Z" };
  expect(chosenDraft(server, { ...draft, basedOn: server.savedAt }).data).toEqual(draft.data);
  expect(chosenDraft({ ...server, savedAt: "2026-11-24T09:00:00Z" }, draft).data).toEqual(draft.data);
});

test("later typing on another device wins", () => {
  const server = { data: { amount: "99" }, savedAt: "2026-11-24T11:00:00Z" };
  expect(chosenDraft(server, draft).data).toEqual({ amount: "99" });
});
