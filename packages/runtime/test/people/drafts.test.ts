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
