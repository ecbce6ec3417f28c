import { afterAll, beforeAll, expect, it } from "vitest";
import type { Caller } from "../../src/contract/caller.ts";
import { accepted, openPeopleRuntime, refusalOf } from "./people-runtime.ts";

let runtime: Awaited<ReturnType<typeof openPeopleRuntime>>;
let boss: Caller;
beforeAll(async () => {
  runtime = await openPeopleRuntime();
  boss = await runtime.callerOf(await runtime.signIn("east-boss", "correct horse"));
}, 60_000);
afterAll(() => runtime.close());

const flow = {
  schema: "flowright/template/v1",
  id: "returns",
  name: { en: "Returns", "zh-CN": "退货" },
  description: "Short",
  category: "other",
  parameters: [],
  definition: { schema: "flowright/workflow/v1", id: "returns", name: "Returns", nodes: [], edges: [] },
};
const step = {
  schema: "flowright/step-template/v1",
  id: "finance",
  name: "Finance decides",
  description: "With the form of finance",
  step: { kind: "approval", who: { type: "role", role: "fin" }, rule: { type: "all" } },
  rules: { rule: "locked" },
};

it("keeps templates of flows and steps; the list holds the content of steps alone", async () => {
  const made = accepted(
    await runtime.templates.save(boss, "flow", "returns", { content: flow, replaces: null }),
  );
  expect(made).toMatchObject({ kind: "flow", version: 1, savedBy: "east-boss", name: flow.name });
  accepted(await runtime.templates.save(boss, "step", "finance", { content: step, replaces: null }));
  const listed = await runtime.templates.list(boss);
  expect(listed.map(({ kind, id, content }) => [kind, id, content])).toEqual([
    ["flow", "returns", null],
    ["step", "finance", step],
  ]);
  expect(accepted(await runtime.templates.read(boss, "flow", "returns")).content).toEqual(flow);
});

it("replaces only the version that was read", async () => {
  const save = (replaces: number | null) =>
    runtime.templates.save(boss, "step", "finance", { content: { ...step, name: "New" }, replaces });
  expect(accepted(await save(1))).toMatchObject({ version: 2, name: "New" });
  expect(refusalOf(await save(1))).toBe("412 template.stale");
  expect(refusalOf(await save(null))).toBe("412 template.stale");
});

it("refuses what is no template, with the places", async () => {
  const broken = await runtime.templates.save(boss, "step", "finance", {
    content: { ...step, step: { kind: "approval", rule: 3 } },
    replaces: 2,
  });
  expect(refusalOf(broken)).toBe("422 template.invalid");
  expect(broken.ok || broken.refusal.problems?.map(({ path }) => path)).toContain("/step/rule");
  const other = await runtime.templates.save(boss, "flow", "other", { content: flow, replaces: null });
  expect(refusalOf(other)).toBe("422 template.id-differs");
  expect(refusalOf(await runtime.templates.read(boss, "flow", "gone"))).toBe("404 template.unknown");
  expect(refusalOf(await runtime.templates.read(boss, "nonsense", "returns"))).toBe("404 template.unknown");
});

it("belongs to its workspace, and can be deleted", async () => {
  const stranger = { ...boss, tenant: "west" };
  expect(await runtime.templates.list(stranger)).toEqual([]);
  expect(refusalOf(await runtime.templates.remove(stranger, "flow", "returns"))).toBe("404 template.unknown");
  accepted(await runtime.templates.remove(boss, "flow", "returns"));
  expect(refusalOf(await runtime.templates.read(boss, "flow", "returns"))).toBe("404 template.unknown");
});
