import type { BatchChoice } from "@flowright/client";
import type { Node, WorkflowDefinition } from "@flowright/definition";
import { afterAll, beforeAll, expect, it } from "vitest";
import { batchCsv } from "../../src/batches/batch-csv.ts";
import { check, line, pack } from "../turns/flows.ts";
import { accepted, ann, boss, openWorld, person, refused, until, type World } from "../turns/open-world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
  const { definitions } = world.runtime;
  accepted(await definitions.publish(boss, { definition: line("rows", [check, pack]) }));
});
afterAll(() => world.close());

const startCases = async (count: number, definitionId = "rows", caller = boss) =>
  accepted(
    await world.runtime.instances.startMany(
      caller,
      Array.from({ length: count }, () => ({ definitionId })),
    ),
  ).map(({ id }) => id);

const over = (id: string) =>
  until("the end of the batch", async () => {
    const batch = accepted(await world.runtime.batches.read(boss, id));
    return batch.status === "finished" && batch;
  });

const statusOf = async (id: string) => accepted(await world.runtime.instances.read(boss, id)).status;

it("cancels cases, tells which could not be cancelled and why, and the same key does not do it twice", async () => {
  const { batches } = world.runtime;
  const ids = await startCases(5);
  const nobody = "01890000-0000-7000-8000-000000000000";
  const body = {
    operation: { kind: "cancel", reason: "ordered twice" } as const,
    instances: [...ids, nobody, ids[0] ?? ""],
  };
  const made = accepted(await batches.create(boss, body, { idempotencyKey: "once" }));
  expect(made).toMatchObject({ status: "running", total: 6, done: 0, failed: 0, createdBy: "boss" });
  expect(accepted(await batches.create(boss, body, { idempotencyKey: "once" })).id).toBe(made.id);
  expect(await over(made.id)).toMatchObject({ done: 5, failed: 1, finishedAt: expect.any(String) });
  expect(await Promise.all(ids.map(statusOf))).toEqual(ids.map(() => "cancelled"));
  const { items } = accepted(await batches.items(boss, made.id, { status: "failed" }));
  expect(items).toMatchObject([
    { instanceId: nobody, instanceNumber: null, problem: { code: "instance.unknown" } },
  ]);
  expect((await batches.list(boss, {})).items[0]?.id).toBe(made.id);
});

it("takes the cases that fit a filter, those of other workspaces never", async () => {
  const { definitions, batches } = world.runtime;
  const west = person("boss", [], [...boss.permissions], "west");
  accepted(await definitions.publish(boss, { definition: line("filtered", [check]) }));
  accepted(await definitions.publish(west, { definition: line("filtered", [check]) }));
  const here = await startCases(3, "filtered");
  const [there = ""] = await startCases(1, "filtered", west);
  const where = { definitionId: "filtered" };
  const made = accepted(await batches.create(boss, { operation: { kind: "suspend" }, where }));
  expect(await over(made.id)).toMatchObject({ total: 3, done: 3 });
  expect(await Promise.all(here.map(statusOf))).toEqual(["suspended", "suspended", "suspended"]);
  expect(accepted(await world.runtime.instances.read(west, there)).status).toBe("active");
  expect(refused(await batches.read(west, made.id))).toBe("404 batch.unknown");
  const theirs = accepted(await batches.create(boss, { operation: { kind: "resume" }, instances: [there] }));
  expect(await over(theirs.id)).toMatchObject({ done: 0, failed: 1 });
});

it("moves cases from one step to another, and tries again what went wrong", async () => {
  const { batches, instances } = world.runtime;
  const ids = await startCases(3);
  const operation = { kind: "move", from: "check", to: "pack", reason: "checked by phone" } as const;
  expect(await over(accepted(await batches.create(boss, { operation, instances: ids })).id)).toMatchObject({
    done: 3,
  });
  for (const id of ids) expect(accepted(await instances.read(boss, id)).activeNodes).toEqual(["pack"]);
  const again = await over(accepted(await batches.create(boss, { operation, instances: ids })).id);
  expect(again).toMatchObject({ done: 0, failed: 3 });
  const retried = accepted(await batches.create(boss, { operation: { kind: "retry" }, instances: ids }));
  await over(retried.id);
  const { items } = accepted(await batches.items(boss, retried.id, { limit: 2 }));
  expect(items.map(({ problem }) => problem?.code)).toEqual([
    "batch.nothing-to-retry",
    "batch.nothing-to-retry",
  ]);
});

it("says beforehand which cases can be carried over, by where they stand, and carries them over", async () => {
  const { definitions, batches, instances, tasks } = world.runtime;
  const flow = (nodes: Node[]): WorkflowDefinition => line("moving", nodes);
  accepted(await definitions.publish(boss, { definition: flow([check, pack]) }));
  const ids = await startCases(3, "moving");
  const first = accepted(await instances.read(boss, ids[0] ?? "")).tasks[0];
  accepted(await tasks.complete(ann, first?.id ?? "", { data: {} }));
  accepted(await definitions.publish(boss, { definition: flow([check]) }));
  const body = { operation: { kind: "migrate", version: 2 } as const, where: { definitionId: "moving" } };
  const told = accepted(await batches.check(boss, body));
  expect(told).toMatchObject({ total: 3, safe: 2 });
  expect(told.groups).toMatchObject([
    { version: 1, nodes: ["pack"], count: 1, ok: false, instanceId: ids[0] },
    { version: 1, nodes: ["check"], count: 2, ok: true, problems: [] },
  ]);
  const done = await over(accepted(await batches.create(boss, body)).id);
  expect(done).toMatchObject({ done: 2, failed: 1 });
  expect(accepted(await instances.read(boss, ids[1] ?? "")).version).toBe(2);
});

it("tells beforehand which cases a move suits, by where they stand, and why not the others", async () => {
  const { definitions, batches, instances, tasks } = world.runtime;
  accepted(await definitions.publish(boss, { definition: line("stepping", [check, pack]) }));
  const ids = await startCases(3, "stepping");
  const [first] = accepted(await instances.read(boss, ids[0] ?? "")).tasks;
  accepted(await tasks.complete(ann, first?.id ?? "", { data: {} }));
  const move = (from: string, to: string) => ({
    operation: { kind: "move", from, to, reason: "faster" } as const,
    where: { definitionId: "stepping" },
  });
  const told = accepted(await batches.check(boss, move("check", "pack")));
  expect(told).toMatchObject({ total: 3, safe: 2 });
  expect(told.groups).toMatchObject([
    { nodes: ["pack"], count: 1, ok: false, problems: [{ code: "batch.nothing-there" }] },
    { nodes: ["check"], count: 2, ok: true, problems: [] },
  ]);
  // A step that there is not: the engine refuses it for every case, in the preview as in the batch.
  const nowhere = accepted(await batches.check(boss, move("check", "nowhere")));
  expect(nowhere.safe).toBe(0);
  for (const id of ids)
    expect(accepted(await instances.read(boss, id)).activeNodes).toEqual([id === ids[0] ? "pack" : "check"]);
  const made = await over(accepted(await batches.create(boss, move("check", "pack"))).id);
  expect(made).toMatchObject({ done: 2, failed: 1 });
});

it("one mapping serves cases of several versions; those that run by the version already are told apart", async () => {
  const { definitions, batches, instances } = world.runtime;
  const renamed = (id: string): Node => ({ ...check, id }) as Node;
  const ids: string[] = [];
  for (const node of ["look", "see", "watch"]) {
    accepted(await definitions.publish(boss, { definition: line("renaming", [renamed(node)]) }));
    ids.push(...(await startCases(1, "renaming")));
  }
  const where = { definitionId: "renaming" };
  const plain = { operation: { kind: "migrate", version: 3 } as const, where };
  expect(accepted(await batches.check(boss, plain))).toMatchObject({ total: 3, safe: 0 });
  const mapped = {
    operation: { kind: "migrate", version: 3, nodes: { look: "watch", see: "watch" } } as const,
    where,
  };
  const told = accepted(await batches.check(boss, mapped));
  expect(told).toMatchObject({ total: 3, safe: 2 });
  expect(told.groups[0]).toMatchObject({ version: 3, problems: [{ code: "migration.same-version" }] });
  const made = await over(accepted(await batches.create(boss, mapped)).id);
  expect(made).toMatchObject({ done: 2, failed: 1 });
  for (const id of ids)
    expect(accepted(await instances.read(boss, id))).toMatchObject({ version: 3, activeNodes: ["watch"] });
});

it("pauses, goes on, is ended, and is carried on by another server where one was killed", async () => {
  const alone = await openWorld({ background: false });
  const { batches, definitions, instances } = alone.runtime;
  accepted(await definitions.publish(boss, { definition: line("rows", [check]) }));
  const bodies = [{ definitionId: "rows" }, { definitionId: "rows" }];
  const ids = accepted(await instances.startMany(boss, bodies)).map(({ id }) => id);
  const operation = { kind: "suspend" } as const;
  const ended = accepted(await batches.create(boss, { operation, instances: ids }));
  expect(accepted(await batches.cancel(boss, ended.id))).toMatchObject({
    status: "cancelled",
    finishedAt: expect.any(String),
  });
  expect(refused(await batches.resume(boss, ended.id))).toBe("409 batch.over");

  const made = accepted(await batches.create(boss, { operation, instances: ids }));
  expect(accepted(await batches.pause(boss, made.id)).status).toBe("paused");
  // What a killed server leaves: a part that it had taken, a case that it had suspended, nothing written down.
  const [first = ""] = accepted(await batches.items(boss, made.id, {})).items.map(
    ({ instanceId }) => instanceId,
  );
  accepted(await instances.suspend(boss, first, { idempotencyKey: `batch:${made.id}#1` }));
  await alone.admin.query("update batch set leased_until = clock_timestamp() - interval '1 second'");
  const other = await alone.open({ background: true });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(accepted(await batches.read(boss, made.id))).toMatchObject({ status: "paused", done: 0 });
  expect(accepted(await other.batches.resume(boss, made.id)).status).toBe("running");
  const done = await until("the end of the batch", async () => {
    const batch = accepted(await batches.read(boss, made.id));
    return batch.status === "finished" && batch;
  });
  expect(done).toMatchObject({ done: 2, failed: 0 });
  expect(accepted(await batches.read(boss, ended.id))).toMatchObject({ done: 0, failed: 0 });
  expect(accepted(await batches.read(boss, made.id)).history).toMatchObject([
    { what: "created", by: "boss" },
    { what: "paused", by: "boss" },
    { what: "resumed", by: "boss" },
  ]);
  await other.close();
  await alone.close();
});

it("refuses without the right, without cases, with too many, and what is no id", async () => {
  const { batches } = world.runtime;
  const operation = { kind: "suspend" } as const;
  expect(refused(await batches.create(ann, { operation, where: {} }))).toBe("403 permission.missing");
  expect(refused(await batches.create(boss, { operation }))).toBe("422 batch.no-choice");
  expect(refused(await batches.create(boss, { operation, instances: ["x"] }))).toBe("422 batch.no-choice");
  expect(refused(await batches.create(boss, { operation, instances: [] }))).toBe("422 batch.no-choice");
  expect(refused(await batches.create(boss, { operation, where: {}, failedOf: "x" }))).toBe(
    "422 batch.no-choice",
  );
  expect(refused(await batches.create(boss, { operation, where: { search: "nobody" } }))).toBe(
    "422 batch.no-cases",
  );
  expect(refused(await batches.create(boss, { operation, where: { definitionId: "deleted" } }))).toBe(
    "422 batch.flow-unknown",
  );
  const blank = { kind: "cancel", reason: "  " } as const;
  expect(refused(await batches.create(boss, { operation: blank, where: {} }))).toBe(
    "422 instance.reason-missing",
  );
  expect(refused(await batches.count(ann, { where: {} }))).toBe("403 permission.missing");
  expect(refused(await batches.count(boss, {}))).toBe("422 batch.no-choice");
  const many = Array.from(
    { length: 10_001 },
    (_, at) => `01890000-0000-7000-8000-${String(at).padStart(12, "0")}`,
  );
  expect(refused(await batches.create(boss, { operation, instances: many }))).toBe("422 batch.too-many");
  expect(refused(await batches.items(boss, "x", {}))).toBe("404 batch.unknown");
  expect(refused(await batches.export(boss, "x", "en"))).toBe("404 batch.unknown");
});

it("counts what a choice has, and moves the cases of one flow alone to a version that it has", async () => {
  const { batches, definitions } = world.runtime;
  accepted(await definitions.publish(boss, { definition: line("counted", [check]) }));
  const [first = "", ...rest] = await startCases(3, "counted");
  const [other = ""] = await startCases(1);
  const count = async (choice: BatchChoice) => accepted(await batches.count(boss, choice));
  expect(await count({ where: { definitionId: "counted" } })).toEqual({ total: 3, tooMany: false });
  expect(await count({ where: { definitionId: "counted", startedByMe: true } })).toMatchObject({ total: 3 });
  expect(await count({ instances: [first, first, ...rest] })).toMatchObject({ total: 3 });
  expect(await count({ where: { definitionId: "deleted" } })).toMatchObject({ total: 0 });
  const migrate = (version: number) => ({ kind: "migrate", version }) as const;
  expect(refused(await batches.create(boss, { operation: migrate(1), instances: [first, other] }))).toBe(
    "422 batch.several-flows",
  );
  expect(refused(await batches.create(boss, { operation: migrate(7), instances: [first] }))).toBe(
    "422 migration.version-unknown",
  );
});

it("lets cases go on behind steps that went wrong, and tells who did what and why some failed", async () => {
  const { batches, definitions, instances } = world.runtime;
  const broken: Node = { id: "sum", kind: "scriptTask", assignments: [{ target: "weight", value: "1 / 0" }] };
  accepted(await definitions.publish(boss, { definition: line("broken", [check, broken, pack]) }));
  const ids = await startCases(2, "broken");
  const [first = "", second = ""] = ids;
  const task = accepted(await instances.read(boss, first)).tasks[0]?.id ?? "";
  accepted(await world.runtime.tasks.complete(ann, task, { data: {} }));
  expect(accepted(await instances.read(boss, first)).openIncidents).toBe(1);
  const operation = { kind: "skip", reason: "not needed, =1+1" } as const;
  const made = accepted(await batches.create(boss, { operation, where: { definitionId: "broken" } }));
  expect(await over(made.id)).toMatchObject({ done: 1, failed: 1 });
  expect(accepted(await instances.read(boss, first)).activeNodes).toEqual(["pack"]);
  const detail = accepted(await batches.read(boss, made.id));
  expect(detail).toMatchObject({
    definitionId: "broken",
    choice: { by: "filter", where: { definitionId: "broken" } },
    history: [{ what: "created", by: "boss" }],
    failures: [{ count: 1, problem: { code: "batch.nothing-to-skip" } }],
  });
  const csv = accepted(await batches.export(boss, made.id, "zh-CN"));
  expect(csv.split("\r\n")[0]).toBe("\uFEFF流程实例,结果,原因,处理建议,完成时间（UTC）,代码,标识");
  expect(csv).toContain(`失败,该流程实例没有出现异常的节点。,没有需要跳过的节点。`);
  // The one that failed is tried again, behind the step where it stands.
  const again = accepted(
    await batches.create(boss, { operation: { ...operation, node: "check" }, failedOf: made.id }),
  );
  expect(await over(again.id)).toMatchObject({ total: 1, done: 1 });
  expect(accepted(await instances.read(boss, second)).activeNodes).toEqual(["sum"]);

  const fork: Node = { id: "fork", kind: "exclusive" };
  accepted(await definitions.publish(boss, { definition: line("forked", [check, fork, pack]) }));
  await startCases(1, "forked");
  const forked = { operation: { ...operation, node: "check" }, where: { definitionId: "forked" } };
  const left = accepted(await batches.create(boss, forked));
  expect(await over(left.id)).toMatchObject({ failed: 1 });
  expect(accepted(await batches.read(boss, left.id)).failures[0]?.problem).toMatchObject({
    code: "batch.no-step-behind",
    params: { node: "Check" },
  });
  expect(refused(await batches.create(boss, { operation, failedOf: ids[0] ?? "" }))).toBe(
    "404 batch.unknown",
  );
});

it("marks as text what a spreadsheet program would take for a formula", () => {
  const problem = {
    code: "x",
    severity: "error",
    path: "",
    params: {},
    message: { en: '=cmd|"x"', "zh-CN": "" },
    fix: { en: "a, b", "zh-CN": "" },
  } as const;
  const item = {
    instanceId: "i",
    instanceNumber: "R-1",
    status: "failed",
    problem,
    finishedAt: null,
  } as const;
  expect(batchCsv([item], "en").split("\r\n")[1]).toBe(`R-1,failed,"'=cmd|""x""","a, b",,x,i`);
});
