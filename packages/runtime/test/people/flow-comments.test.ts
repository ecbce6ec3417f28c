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

const place = { on: "approve", called: "Manager approval", x: 200, y: 0 };
const texts = async (caller: Caller, flow: string) =>
  (await runtime.flowComments.list(caller, flow)).map(
    ({ by, text, unread }) => `${by}: ${text}${unread ? " (new)" : ""}`,
  );

it("keeps threads with their answers, unread for the others until they have looked", async () => {
  const first = accepted(await runtime.flowComments.add(boss, "returns", { text: "Who decides?", place }));
  expect(first).toMatchObject({ thread: null, place, by: "east-boss", resolvedAt: null, deleted: false });
  accepted(await runtime.flowComments.add(zhao, "returns", { text: "I do.", thread: first.id }));
  expect(await texts(boss, "returns")).toEqual(["east-boss: Who decides?", "east-zhao: I do. (new)"]);
  expect(await texts(zhao, "returns")).toEqual(["east-boss: Who decides? (new)", "east-zhao: I do."]);
  await runtime.flowComments.seen(boss, "returns");
  expect(await texts(boss, "returns")).toEqual(["east-boss: Who decides?", "east-zhao: I do."]);
  expect(await runtime.flowComments.list({ ...boss, tenant: "west" }, "returns")).toEqual([]);
});

it("is resolved and reopened by anyone, changed and deleted by its author alone", async () => {
  const { id } = accepted(await runtime.flowComments.add(boss, "own", { text: "a", place }));
  const resolved = accepted(await runtime.flowComments.change(zhao, "own", id, { resolved: true }));
  expect(resolved.resolvedBy).toBe("east-zhao");
  const open = accepted(await runtime.flowComments.change(boss, "own", id, { resolved: false, text: "b" }));
  expect(open).toMatchObject({ resolvedAt: null, resolvedBy: null, text: "b" });
  expect(open.editedAt).not.toBeNull();
  expect(refusalOf(await runtime.flowComments.change(zhao, "own", id, { text: "c" }))).toBe(
    "403 flow-comment.not-yours",
  );
  expect(refusalOf(await runtime.flowComments.remove(zhao, "own", id))).toBe("403 flow-comment.not-yours");
  const ground = { on: null, called: "", x: 12.5, y: -3 };
  expect(accepted(await runtime.flowComments.change(zhao, "own", id, { place: ground })).place).toEqual(
    ground,
  );
  accepted(await runtime.flowComments.remove(boss, "own", id));
  expect(await texts(boss, "own")).toEqual([]);
});

it("leaves the answers of others below a deleted comment, and goes with the last of them", async () => {
  const { id } = accepted(await runtime.flowComments.add(boss, "gone", { text: "a", place }));
  const reply = accepted(await runtime.flowComments.add(zhao, "gone", { text: "b", thread: id }));
  accepted(await runtime.flowComments.remove(boss, "gone", id));
  expect(await texts(boss, "gone")).toEqual(["east-boss: ", "east-zhao: b (new)"]);
  accepted(await runtime.flowComments.remove(zhao, "gone", reply.id));
  expect(await texts(boss, "gone")).toEqual([]);
});

it("refuses what is no comment", async () => {
  const add = async (body: Parameters<typeof runtime.flowComments.add>[2]) =>
    refusalOf(await runtime.flowComments.add(boss, "x", body));
  expect(await add({ text: "  ", place })).toBe("422 flow-comment.text-wrong");
  expect(await add({ text: "a" })).toBe("422 flow-comment.place-wrong");
  expect(await add({ text: "a", place: { ...place, x: Number.NaN } })).toBe("422 flow-comment.place-wrong");
  expect(await add({ text: "a", thread: "nothing" })).toBe("404 flow-comment.unknown");
});

it("tells the readers of the draft", async () => {
  accepted(await runtime.flowComments.add(boss, "live", { text: "a", place }));
  const { rows } = await runtime.admin.query("select change from live_change where topic = 'drafts:live'");
  expect(rows.map((row) => row.change)).toEqual([
    { kind: "comments.changed", definitionId: "live", by: "east-boss" },
  ]);
});
