import { afterAll, beforeAll, expect, it } from "vitest";
import { line, pack, ship } from "./flows.ts";
import {
  accepted,
  ann,
  boss,
  eve,
  machine,
  openWorld,
  refused,
  storedFaults,
  until,
  type World,
} from "./open-world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it("carries a case from its start through a task and a job to its end", async () => {
  const { runtime } = world;
  const definition = line("order-handling", [pack, ship], {
    start: { form: "order" },
    settings: { businessKey: "orderNo" },
  });
  const published = accepted(await runtime.definitions.publish(boss, { definition, note: "first" }));
  expect(published).toMatchObject({ id: "order-handling", version: 1 });
  expect(accepted(await runtime.definitions.publish(boss, { definition }))).toEqual(published);

  const wrong = await runtime.instances.start(ann, {
    definitionId: "order-handling",
    variables: { weight: 2 },
  });
  expect(refused(wrong)).toBe("422 start.data-wrong");
  expect(wrong.ok ? [] : wrong.refusal.problems?.map((problem) => problem.path)).toContain(
    "/variables/orderNo",
  );

  const started = accepted(
    await runtime.instances.start(ann, {
      definitionId: "order-handling",
      variables: { orderNo: "A-1", amount: "12.30" },
    }),
  );
  expect(started).toMatchObject({
    number: "ORD-000001",
    status: "active",
    businessKey: "A-1",
    startedBy: "ann",
  });
  expect(started.waiting).toMatchObject([{ node: "pack", kind: "task", roles: ["packer"], people: [] }]);

  const { items } = await runtime.tasks.list(ann, { box: "available" });
  expect(items).toMatchObject([{ instanceId: started.id, node: "pack", assignee: null }]);
  expect((await runtime.tasks.list(eve, { box: "all" })).items).toEqual([]);
  const task = items[0]?.id ?? "";
  accepted(await runtime.tasks.claim(ann, task));
  const detail = accepted(await runtime.tasks.read(ann, task));
  expect(detail).toMatchObject({ assignee: "ann", form: { id: "pack" }, variables: { orderNo: "A-1" } });
  expect(detail.verbs).toEqual(["complete", "release", "transfer", "comment"]);

  const incomplete = await runtime.tasks.complete(ann, task, { data: {} });
  expect(refused(incomplete)).toBe("422 task.data-wrong");
  expect(incomplete.ok ? [] : incomplete.refusal.problems?.map((one) => one.path)).toEqual(["/data/weight"]);
  const foreign = await runtime.tasks.complete(ann, task, { data: { weight: 2, note: "not on this form" } });
  expect(foreign.ok ? [] : foreign.refusal.problems?.map((one) => one.path)).toEqual(["/data/note"]);
  expect(accepted(await runtime.tasks.complete(ann, task, { data: { weight: 2.5 } }))).toEqual({
    instanceId: started.id,
    status: "active",
    nextTask: null,
  });
  expect(await storedFaults(world.admin)).toEqual([]);

  const [job] = await runtime.jobs.activate(machine, { type: "ship", worker: "w", wait: 1_000 });
  expect(job).toMatchObject({ instanceId: started.id, input: { order: "A-1" }, attempt: 1, attempts: 3 });
  const body = { lease: job?.lease ?? "", result: { tracking: "SF1" } };
  accepted(await runtime.jobs.complete(machine, job?.id ?? "", body));
  expect(refused(await runtime.jobs.complete(machine, job?.id ?? "", body))).toBe("409 job.gone");

  const ended = await until("the end", async () => {
    const instance = accepted(await runtime.instances.read(boss, started.id));
    return instance.status === "completed" && instance;
  });
  expect(ended.variables).toMatchObject({ orderNo: "A-1", weight: 2.5, tracking: "SF1" });
  expect(ended.endedAt).not.toBeNull();
  expect(ended.tasks).toMatchObject([{ status: "completed", closedBy: "ann" }]);
  const log = accepted(await runtime.instances.events(boss, started.id, {}));
  expect(log.items.map((turn) => turn.command)).toEqual([
    "instance.start",
    "task.claim",
    "task.complete",
    "job.complete",
  ]);
  expect(log.items.map((turn) => turn.seq)).toEqual([1, 2, 3, 4]);
  expect((await runtime.tasks.list(ann, { box: "done" })).items).toMatchObject([{ id: task }]);
  expect(await runtime.tasks.counts(ann)).toEqual({ overdue: 0, today: 0, later: 0, done: 1, upcoming: 0 });
});
