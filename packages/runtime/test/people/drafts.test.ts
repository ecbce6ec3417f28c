import { afterAll, beforeAll, expect, it } from "vitest";
import type { Caller } from "../../src/contract/caller.ts";
import { accepted, openPeopleRuntime, refusalOf } from "./people-runtime.ts";

let runtime: Awaited<ReturnType<typeof openPeopleRuntime>>;
let boss: Caller;
let zhao: Caller;
beforeAll(async () => {
  runtime = await openPeopleRuntime();
  boss = await runtime.callerOf(await runtime.signIn("east-boss", "correct horse"));
  zhao = { ...boss, user: "east-zhao" };
}, 60_000);
afterAll(() => runtime.close());

function draft(name: string) {
  return { definition: { id: "returns", name, nodes: [{ broken: true }] } };
}

it("keeps a draft as it is, problems and all, and remembers what it was based on", async () => {
  const made = accepted(await runtime.drafts.save(boss, "returns", { ...draft("a"), basedOn: 3 }, null));
  expect(made).toMatchObject({ id: "returns", revision: "1", savedBy: "east-boss", basedOn: 3 });
  const saved = accepted(await runtime.drafts.save(zhao, "returns", draft("b"), "1"));
  expect(saved).toMatchObject({ revision: "2", savedBy: "east-zhao", basedOn: 3, ...draft("b") });
  expect(accepted(await runtime.drafts.read(boss, "returns"))).toEqual(saved);
});

it("never loses an edit: stale, missing and doubled revisions are refused", async () => {
  const stale = await runtime.drafts.save(boss, "returns", draft("c"), "1");
  expect(refusalOf(stale)).toBe("412 draft.stale");
  expect(stale.ok || stale.refusal.problem.params).toEqual({ by: "east-zhao", revision: "2" });
  expect(refusalOf(await runtime.drafts.save(boss, "returns", draft("c"), undefined))).toBe(
    "428 draft.revision-missing",
  );
  expect(refusalOf(await runtime.drafts.save(boss, "returns", draft("c"), null))).toBe("412 draft.stale");
  expect(refusalOf(await runtime.drafts.save(boss, "returns", draft("c"), "x"))).toBe("412 draft.stale");
  const both = await Promise.all(
    ["d", "e"].map((name) => runtime.drafts.save(boss, "returns", draft(name), "2")),
  );
  expect(both.map(refusalOf).sort()).toEqual(["412 draft.stale", "not refused"]);
});

it("tells live readers about each save", async () => {
  const { rows } = await runtime.admin.query(
    "select topic, people, change from live_change where tenant_id = 'east' order by position",
  );
  expect(rows).toHaveLength(3);
  expect(rows[0]).toEqual({
    topic: "drafts:returns",
    people: null,
    change: { kind: "draft.saved", definitionId: "returns", revision: "1", by: "east-boss" },
  });
});

it("belongs to its workspace", async () => {
  const stranger = { ...boss, tenant: "west" };
  expect(refusalOf(await runtime.drafts.read(stranger, "returns"))).toBe("404 draft.unknown");
  expect(refusalOf(await runtime.drafts.save(stranger, "returns", draft("x"), "3"))).toBe("412 draft.gone");
  expect(refusalOf(await runtime.drafts.remove(stranger, "returns"))).toBe("404 draft.unknown");
});

it("refuses an id that is none, or that is not the definition's", async () => {
  expect(refusalOf(await runtime.drafts.save(boss, "1 x", draft("x"), null))).toBe("422 draft.id-malformed");
  expect(refusalOf(await runtime.drafts.save(boss, "other", draft("x"), null))).toBe("422 draft.id-differs");
});

it("is removed", async () => {
  accepted(await runtime.drafts.remove(boss, "returns"));
  expect(refusalOf(await runtime.drafts.read(boss, "returns"))).toBe("404 draft.unknown");
});

it("keeps what somebody else's save replaces, what is to be kept, and what is discarded", async () => {
  const named = (name: string) => ({ definition: { id: "kept", name } });
  const save = async (caller: Caller, name: string, revision: string | null, keepReplaced = false) =>
    accepted(await runtime.drafts.save(caller, "kept", { ...named(name), keepReplaced }, revision)).revision;
  const kept = async () =>
    (await runtime.drafts.kept(boss, "kept")).map(({ reason, savedBy }) => `${reason} ${savedBy}`);
  const one = await save(boss, "a", null);
  const two = await save(boss, "b", one);
  expect(await kept()).toEqual([]);
  const three = await save(zhao, "c", two);
  expect(await kept()).toEqual(["replaced east-boss"]);
  const four = await save(zhao, "d", three, true);
  await save(zhao, "d", four, true);
  expect(await kept()).toEqual(["replaced east-zhao", "replaced east-boss"]);
  accepted(await runtime.drafts.remove(zhao, "kept"));
  expect((await kept())[0]).toBe("discarded east-zhao");
  const last = (await runtime.drafts.kept(boss, "kept")).at(-1);
  expect(accepted(await runtime.drafts.readKept(boss, "kept", last?.id ?? "")).definition).toEqual(
    named("b").definition,
  );
});

it("keeps a state under a name until it is removed, and one without a name for thirty days", async () => {
  const body = { definition: { id: "states", name: "x" }, basedOn: 2 };
  const state = accepted(
    await runtime.drafts.keep(boss, "states", { ...body, name: " Before summer ", note: "Agreed." }),
  );
  expect(state).toMatchObject({
    reason: "named",
    name: "Before summer",
    note: "Agreed.",
    savedBy: "east-boss",
    basedOn: 2,
    until: null,
  });
  const aside = accepted(await runtime.drafts.keep(zhao, "states", body));
  expect(Date.parse(aside.until ?? "") - Date.parse(aside.savedAt)).toBeGreaterThan(29 * 86_400_000);
  await runtime.admin.query("update kept_draft set kept_at = kept_at - interval '31 days'");
  expect((await runtime.drafts.kept(boss, "states")).map(({ reason }) => reason)).toEqual(["named"]);
  const stranger = { ...boss, tenant: "west" };
  expect(await runtime.drafts.kept(stranger, "states")).toEqual([]);
  expect(refusalOf(await runtime.drafts.readKept(stranger, "states", state.id))).toBe(
    "404 draft.kept-unknown",
  );
  expect(refusalOf(await runtime.drafts.removeKept(boss, "states", "x"))).toBe("404 draft.kept-unknown");
  accepted(await runtime.drafts.removeKept(boss, "states", state.id));
  expect(await runtime.drafts.kept(boss, "states")).toEqual([]);
  expect(refusalOf(await runtime.drafts.keep(boss, "1 x", body))).toBe("422 draft.id-malformed");
});
