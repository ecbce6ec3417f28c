import { ApiError, type Draft, type SaveDraft } from "@flowright/client";
import type { WorkflowDefinition } from "@flowright/definition";
import { expect, test } from "vitest";
import { createAutosave } from "./autosave.ts";
import type { JournalEntry } from "./edit-journal.ts";
import type { SaveState } from "./save-state.ts";

const flow = (name: string): WorkflowDefinition => ({
  schema: "flowright/workflow/v1",
  id: "f",
  name,
  nodes: [],
  edges: [],
});
const refusal = (status: number) =>
  new ApiError({ type: "about:blank", title: "", status, code: "x", detail: "", fix: "" });

/** A server with one draft under the optimistic lock, and a clock that is moved by hand. */
function world({ keeps = true } = {}) {
  let draft: Draft | null = draftOf("start", 1, "lin");
  let entry: JournalEntry | null = null;
  let waiting: { run: () => void; milliseconds: number } | null = null;
  const states: SaveState[] = [];
  const taken: string[] = [];
  const aside: string[] = [];
  const replaced: string[] = [];
  const net: { status: number | "up" | "answer-lost"; sent: number } = { status: "up", sent: 0 };
  const store = (body: SaveDraft, by: string) => {
    draft = draftOf(
      (body.definition as unknown as WorkflowDefinition).name,
      Number(draft?.revision ?? 0) + 1,
      by,
    );
    draft = { ...draft, basedOn: body.basedOn ?? null };
    return draft;
  };
  const autosave = createAutosave({
    start: {
      definition: flow("start"),
      base: flow("start"),
      revision: "1",
      basedOn: 1,
      savedAt: "2026-11-24T10:00:00Z",
    },
    journal: {
      keep: async (next) => {
        if (keeps) entry = next;
        return keeps;
      },
      clear: async () => {
        entry = null;
      },
      settled: async () => keeps,
    },
    send: async (body, revision) => {
      net.sent += 1;
      if (typeof net.status === "number") throw refusal(net.status);
      if ((draft?.revision ?? null) !== revision) throw refusal(412);
      if (body.keepReplaced === true)
        replaced.push(String((draft?.definition as WorkflowDefinition | undefined)?.name));
      const saved = store(body, "lin");
      if (net.status === "answer-lost") throw refusal(0);
      return saved;
    },
    read: async () => {
      if (net.status === 0) throw refusal(0);
      return draft;
    },
    setAside: async ({ definition }) => {
      if (net.status === 0) throw refusal(0);
      aside.push((definition as unknown as WorkflowDefinition).name as string);
    },
    onState: (state) => states.push(state),
    onTheirs: (theirs) => taken.push((theirs.definition as WorkflowDefinition).name as string),
    now: () => "2026-11-24T10:31:00Z",
    later: (run, milliseconds) => {
      const mine = { run, milliseconds };
      waiting = mine;
      return () => {
        if (waiting === mine) waiting = null;
      };
    },
  });
  return {
    autosave,
    net,
    taken,
    aside,
    replaced,
    server: () => (draft?.definition as WorkflowDefinition | undefined)?.name,
    journal: () => entry?.definition.name,
    state: () => states.at(-1),
    pause: () => waiting?.milliseconds,
    someoneSaves: (name: string) => store({ definition: { ...flow(name) } }, "wang").revision,
    someoneDeletes: () => {
      draft = null;
    },
    /** Lets the pause pass and everything it started come to rest. */
    async pass() {
      const due = waiting;
      waiting = null;
      due?.run();
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
  };
}

function draftOf(name: WorkflowDefinition["name"], revision: number, savedBy: string): Draft {
  return {
    id: "f",
    revision: String(revision),
    definition: flow(name as string),
    savedAt: "2026-11-24T10:30:00Z",
    savedBy,
    basedOn: 1,
  };
}

test("edits are saved once, when the editing pauses; until then they are in the journal", async () => {
  const w = world();
  w.autosave.change(flow("a"));
  w.autosave.change(flow("b"));
  expect([w.journal(), w.server(), w.state()?.kind, w.autosave.isUnsaved()]).toEqual([
    "b",
    "start",
    "unsaved",
    true,
  ]);
  await w.pass();
  expect([w.journal(), w.server(), w.net.sent, w.autosave.isUnsaved()]).toEqual([undefined, "b", 1, false]);
  expect(w.state()).toEqual({ kind: "saved", at: "2026-11-24T10:30:00Z" });
});

test("an edit made while a save is under way is saved after it", async () => {
  const w = world();
  w.autosave.change(flow("a"));
  const flushed = w.autosave.flush();
  w.autosave.change(flow("b"));
  expect(await flushed).toBe(true);
  expect([w.server(), w.state()?.kind, w.journal()]).toEqual(["b", "saved", undefined]);
});

test("without a connection the edits stay in this browser and go out when it is back", async () => {
  const w = world();
  w.net.status = 0;
  w.autosave.change(flow("a"));
  await w.pass();
  expect(w.state()).toEqual({ kind: "offline", kept: true });
  expect([w.journal(), w.pause()]).toEqual(["a", 2000]);
  await w.pass();
  expect(w.pause()).toBe(4000);
  w.net.status = "up";
  await w.pass();
  expect([w.server(), w.state()?.kind, w.journal()]).toEqual(["a", "saved", undefined]);
});

test("where the browser keeps nothing, the person is told", async () => {
  const w = world({ keeps: false });
  w.net.status = 503;
  w.autosave.change(flow("a"));
  await w.pass();
  expect(w.state()).toEqual({ kind: "offline", kept: false });
});

test("a save whose answer was lost is no conflict with oneself", async () => {
  const w = world();
  w.net.status = "answer-lost";
  w.autosave.change(flow("a"));
  await w.pass();
  expect([w.server(), w.state()?.kind]).toEqual(["a", "offline"]);
  w.net.status = "up";
  w.autosave.change(flow("b"));
  expect(await w.autosave.flush()).toBe(true);
  expect([w.server(), w.state()?.kind]).toEqual(["b", "saved"]);
});

test("somebody else's save is never overwritten unseen", async () => {
  const w = world();
  w.someoneSaves("theirs");
  w.autosave.change(flow("mine"));
  await w.pass();
  expect(w.state()).toMatchObject({ kind: "conflict", theirs: { savedBy: "wang" } });
  w.autosave.change(flow("mine and more"));
  expect(await w.autosave.flush()).toBe(false);
  expect([w.server(), w.journal(), w.pause()]).toEqual(["theirs", "mine and more", undefined]);
});

test("a conflict ends with theirs", async () => {
  const w = world();
  w.someoneSaves("theirs");
  w.autosave.change(flow("mine"));
  await w.pass();
  expect((await w.autosave.takeTheirs())?.definition).toEqual(flow("theirs"));
  expect(w.aside).toEqual(["mine"]);
  expect([w.server(), w.state()?.kind, w.journal()]).toEqual(["theirs", "saved", undefined]);
  w.autosave.change(flow("on top"));
  await w.pass();
  expect(w.server()).toBe("on top");
});

test("a conflict ends with mine, saved over theirs", async () => {
  const w = world();
  w.someoneSaves("theirs");
  w.autosave.change(flow("mine"));
  await w.pass();
  expect(await w.autosave.keepMine()).toBe(true);
  expect([w.server(), w.state()?.kind]).toEqual(["mine", "saved"]);
  expect(w.replaced).toEqual(["theirs"]);
  w.autosave.change(flow("on top"));
  await w.pass();
  expect(w.replaced).toEqual(["theirs"]);
});

test("where mine cannot be set aside, theirs is not taken", async () => {
  const w = world();
  w.someoneSaves("theirs");
  w.autosave.change(flow("mine"));
  await w.pass();
  w.net.status = 0;
  await expect(w.autosave.takeTheirs()).rejects.toThrow();
  expect([w.state()?.kind, w.journal(), w.autosave.isUnsaved()]).toEqual(["conflict", "mine", true]);
});

test("a conflict ends with both put together, saved over theirs; what is not in it is set aside", async () => {
  for (const complete of [true, false]) {
    const w = world();
    w.someoneSaves("theirs");
    w.autosave.change(flow("mine"));
    await w.pass();
    expect(w.state()).toMatchObject({ kind: "conflict", base: { name: "start" } });
    expect(await w.autosave.merge(() => flow("both"), complete)).toBe(true);
    expect([w.server(), w.state()?.kind, w.journal()]).toEqual(["both", "saved", undefined]);
    expect([w.replaced, w.aside]).toEqual([["theirs"], complete ? [] : ["mine"]]);
  }
});

test("a save that comes in between while a conflict is ended is met again, not written over", async () => {
  const w = world();
  w.someoneSaves("theirs");
  w.autosave.change(flow("mine"));
  await w.pass();
  w.someoneSaves("theirs again");
  expect(await w.autosave.keepMine()).toBe(false);
  expect(w.state()).toMatchObject({
    kind: "conflict",
    theirs: { definition: { name: "theirs again" } },
    base: { name: "theirs" },
  });
  expect(w.server()).toBe("theirs again");
});

test("a draft that was deleted meanwhile can be saved again", async () => {
  const w = world();
  w.someoneDeletes();
  w.autosave.change(flow("mine"));
  await w.pass();
  expect(w.state()).toMatchObject({ kind: "conflict", theirs: null });
  expect(await w.autosave.keepMine()).toBe(true);
  expect(w.server()).toBe("mine");
});

test("the same edit made on both sides is no conflict", async () => {
  const w = world();
  w.someoneSaves("same");
  w.autosave.change(flow("same"));
  await w.pass();
  expect(w.state()?.kind).toBe("saved");
});

test("with nothing unsaved, what somebody else saved is taken over", async () => {
  const w = world();
  await w.autosave.heard(w.someoneSaves("theirs"));
  expect([w.taken, w.state()?.kind]).toEqual([["theirs"], "saved"]);
  w.autosave.change(flow("on top"));
  await w.pass();
  expect(w.server()).toBe("on top");
});

test("news of somebody's save while edits wait shows the conflict at once", async () => {
  const w = world();
  w.autosave.change(flow("mine"));
  await w.autosave.heard(w.someoneSaves("theirs"));
  expect([w.taken, w.state()?.kind]).toEqual([[], "conflict"]);
});

test("news of one's own save is no news", async () => {
  const w = world();
  w.autosave.change(flow("a"));
  await w.pass();
  await w.autosave.heard("2");
  await w.autosave.heard(null);
  expect([w.taken, w.state()?.kind]).toEqual([[], "saved"]);
});

test("a refusal is told and not tried again by itself; the next edit tries again", async () => {
  const w = world();
  w.net.status = 403;
  w.autosave.change(flow("a"));
  await w.pass();
  expect(w.state()).toMatchObject({ kind: "refused", kept: true });
  expect([w.pause(), w.journal()]).toEqual([undefined, "a"]);
  w.net.status = "up";
  w.autosave.change(flow("b"));
  await w.pass();
  expect([w.server(), w.state()?.kind]).toEqual(["b", "saved"]);
});

test("after publishing, the draft starts from the new version", async () => {
  const w = world();
  expect(w.autosave.basedOn()).toBe(1);
  expect(await w.autosave.published(2)).toBe(true);
  expect(w.autosave.basedOn()).toBe(2);
});

test("forgotten edits are not saved any more", async () => {
  const w = world();
  w.autosave.change(flow("a"));
  w.autosave.forget();
  await w.pass();
  expect([w.server(), w.journal(), w.autosave.isUnsaved()]).toEqual(["start", undefined, false]);
});
