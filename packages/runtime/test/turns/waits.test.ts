import { afterAll, beforeAll, expect, it } from "vitest";
import { eventsIn } from "../../src/turns/sql/stored-events.ts";
import { arrival, booking, check, line, ship, wait } from "./flows.ts";
import {
  accepted,
  ann,
  boss,
  machine,
  openWorld,
  refused,
  storedFaults,
  until,
  type World,
} from "./open-world.ts";

let world: World;
let shift = 0;

beforeAll(async () => {
  world = await openWorld({ clockShift: () => shift });
  const publish = async (definition: ReturnType<typeof line>) =>
    accepted(await world.runtime.definitions.publish(boss, { definition }));
  await publish(line("waits-an-hour", [wait("PT1H")]));
  await publish(line("waits-briefly", [wait("PT0.3S")]));
  await publish(line("ships", [ship]));
  const deadline = { type: "duration", duration: "PT1H" } as const;
  await publish(line("has-a-deadline", [{ ...check, deadline } as typeof check]));
  await publish(booking());
  await publish(line("arrives", [arrival]));
  await publish(line("checks-then-arrives", [check, arrival]));
  await publish(
    line("begun-by-message", [check], {
      start: {
        trigger: {
          type: "message",
          onePerKey: true,
          message: {
            name: "order.paid",
            key: "message.orderNo",
            output: [{ target: "orderNo", value: "message.orderNo" }],
          },
        },
      },
    }),
  );
});
afterAll(() => world.close());

async function start(definitionId: string, orderNo = "X"): Promise<string> {
  return accepted(await world.runtime.instances.start(machine, { definitionId, variables: { orderNo } })).id;
}

async function statusOf(id: string): Promise<string> {
  return accepted(await world.runtime.instances.read(boss, id)).status;
}

it("never fires a timer early, and once for all processes", async () => {
  const other = await world.open();
  const ids = await Promise.all(Array.from({ length: 30 }, () => start("waits-briefly")));
  await until("the timers", async () => (await statuses(ids)).every((status) => status === "completed"));
  const { rows } = await world.admin.query(
    `select (select (e ->> 'due')::timestamptz from ${eventsIn("a.events")} x(e) where e ->> 'kind' = 'timer.scheduled') as due,
            b.at, (select count(*)::int from instance_event c where c.instance_id = a.instance_id and c.command = 'timer.fire') as fired
       from instance_event a join instance_event b on b.instance_id = a.instance_id and b.command = 'timer.fire'
      where a.command = 'instance.start'`,
  );
  expect(rows.length).toBe(30);
  for (const { due, at, fired } of rows) {
    expect(at.getTime()).toBeGreaterThanOrEqual(due.getTime());
    expect(fired).toBe(1);
  }
  await other.close();
});

async function statuses(ids: string[]): Promise<string[]> {
  const { rows } = await world.admin.query("select status from instance where id = any($1)", [ids]);
  return rows.map((row) => row.status);
}

it("fires with the moved clock, and not while the case is suspended", async () => {
  const { runtime } = world;
  const id = await start("waits-an-hour");
  accepted(await runtime.instances.suspend(boss, id));
  expect(refused(await runtime.instances.suspend(boss, id))).toBe("409 instance.suspended");
  shift = 3_700_000;
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await statusOf(id)).toBe("suspended");
  expect(await storedFaults(world.admin)).toEqual([]);
  accepted(await runtime.instances.resume(boss, id));
  await until("the timer", async () => (await statusOf(id)) === "completed");
  shift = 0;
});

it("tries a failing job again, raises an incident after the last attempt and goes on once it is resolved", async () => {
  const { runtime } = world;
  let answer: "fails" | "answers" = "fails";
  const attempts: number[] = [];
  const worker = runtime.jobs.work("ship", async (job) => {
    attempts.push(job.attempt);
    if (answer === "fails") {
      return { ok: false, message: "The carrier is away", retry: true, detail: { status: 503 } };
    }
    return { ok: true, result: { tracking: "SF9" } };
  });
  const id = await start("ships", "J-1");
  const incident = await until("the incident", async () => {
    const { items } = await runtime.incidents.list(boss, { open: true, instanceId: id });
    return items[0];
  });
  expect(attempts).toEqual([1, 2, 3]);
  expect(incident).toMatchObject({ node: "ship", code: "job.failed", attempts: 3, detail: { status: 503 } });
  expect((await runtime.instances.list(boss, { incident: true })).items.map((one) => one.id)).toEqual([id]);
  expect(await storedFaults(world.admin)).toEqual([]);
  answer = "answers";
  const resolved = accepted(await runtime.incidents.resolve(boss, incident.id));
  expect(resolved.resolvedBy).toBe("boss");
  await until("the end", async () => (await statusOf(id)) === "completed");
  expect(refused(await runtime.incidents.resolve(boss, incident.id))).toMatch(/^409 /);
  await worker.stop();
});

it("takes an error code to its boundary event, and a hopeless failure to an incident at once", async () => {
  const { runtime } = world;
  const worker = runtime.jobs.work("book", async (job) => {
    if (job.input.order === "known")
      return { ok: false, code: "SOLD_OUT", message: "Nothing left", retry: true };
    if (job.input.order === "hopeless") return { ok: false, message: "No such shop", retry: false };
    throw new Error("The handler is broken");
  });
  const known = await start("books", "known");
  const hopeless = await start("books", "hopeless");
  const broken = await start("books", "broken");
  await until("the boundary", async () => (await statusOf(known)) === "completed");
  expect(accepted(await runtime.instances.read(boss, known)).variables).toMatchObject({
    failure: { code: "SOLD_OUT" },
  });
  const incidentOf = (id: string) =>
    until("an incident", async () => (await runtime.incidents.list(boss, { instanceId: id })).items[0]);
  expect(await incidentOf(hopeless)).toMatchObject({ attempts: 1 });
  expect(await incidentOf(broken)).toMatchObject({
    attempts: 2,
    detail: { message: "The handler is broken" },
  });
  await worker.stop();
});

it("makes an incident of a job whose worker died with its last attempt", async () => {
  const { runtime, admin } = world;
  const id = await start("books", "lost");
  for (const attempt of [1, 2]) {
    const [job] = await runtime.jobs.activate(machine, { type: "book", worker: "mortal", wait: 1_000 });
    expect(job).toMatchObject({ instanceId: id, attempt });
    await admin.query("update job set lease_until = clock_timestamp() - interval '1 second'");
  }
  expect(await runtime.jobs.activate(machine, { type: "book", worker: "mortal" })).toEqual([]);
  // A new process looks at once; the running ones within seconds.
  const other = await world.open();
  await until("the incident", async () => (await runtime.incidents.list(boss, { instanceId: id })).items[0]);
  await other.close();
  expect(await storedFaults(admin)).toEqual([]);
});

it("gives an expired lease to another worker and refuses the late answer", async () => {
  const { runtime, admin } = world;
  await start("ships", "L-1");
  const [first] = await runtime.jobs.activate(machine, {
    type: "ship",
    worker: "one",
    lease: 60_000,
    wait: 1_000,
  });
  expect(await runtime.jobs.activate(machine, { type: "ship", worker: "two" })).toEqual([]);
  await admin.query("update job set lease_until = clock_timestamp() - interval '1 second'");
  const [second] = await runtime.jobs.activate(machine, { type: "ship", worker: "two" });
  expect(second).toMatchObject({ id: first?.id, attempt: 2, idempotencyKey: first?.idempotencyKey });
  const late = await runtime.jobs.complete(machine, first?.id ?? "", {
    lease: first?.lease ?? "",
    result: {},
  });
  expect(refused(late)).toBe("409 job.lease-lost");
  accepted(
    await runtime.jobs.complete(machine, second?.id ?? "", {
      lease: second?.lease ?? "",
      result: { tracking: "T" },
    }),
  );
});

it("delivers a message to every case that waits for its key, once per message id", async () => {
  const { runtime } = world;
  const ids = await Promise.all([start("arrives", "M-1"), start("arrives", "M-1"), start("arrives", "M-2")]);
  const message = { name: "parcel.arrived", key: "M-1", id: "m-1", data: { note: "at the door" } };
  const sent = accepted(await runtime.messages.send(machine, message));
  expect(sent).toMatchObject({ id: "m-1", result: "delivered" });
  expect([...sent.instances].sort()).toEqual([ids[0], ids[1]].sort());
  expect(await Promise.all(ids.map((id) => statusOf(id)))).toEqual(["completed", "completed", "active"]);
  expect(accepted(await runtime.instances.read(boss, ids[0] ?? "")).variables).toMatchObject({
    note: "at the door",
  });
  expect(accepted(await runtime.messages.send(machine, message)).result).toBe("duplicate");
});

it("keeps an early message until a case waits for it, and no longer than its time to live", async () => {
  const { runtime } = world;
  const send = (key: string, ttl: string) =>
    runtime.messages.send(machine, { name: "parcel.arrived", key, ttl, data: { note: "early" } });
  expect(accepted(await send("B-1", "PT1H")).result).toBe("buffered");
  expect(accepted(await send("B-2", "PT1H")).result).toBe("buffered");
  shift = 1_800_000;
  const first = await start("arrives", "B-1");
  await until("the buffered message", async () => (await statusOf(first)) === "completed");
  shift = 3_700_000;
  const second = await start("arrives", "B-2");
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(await statusOf(second)).toBe("active");
  shift = 0;
});

it("buffers for a suspended case and delivers when it goes on", async () => {
  const { runtime } = world;
  const id = await start("arrives", "S-1");
  accepted(await runtime.instances.suspend(boss, id));
  const sent = accepted(await runtime.messages.send(machine, { name: "parcel.arrived", key: "S-1" }));
  expect(sent.result).toBe("buffered");
  accepted(await runtime.instances.resume(boss, id));
  await until("the message", async () => (await statusOf(id)) === "completed");
});

it("loses no message that arrives while the subscription opens", async () => {
  const { runtime } = world;
  const ids = await Promise.all(Array.from({ length: 20 }, (_, n) => start("checks-then-arrives", `R-${n}`)));
  const tasks = await Promise.all(
    ids.map(
      async (instanceId) =>
        (await runtime.tasks.list(ann, { box: "available", instanceId })).items[0]?.id ?? "",
    ),
  );
  await Promise.all(
    tasks.flatMap((task, n) => [
      runtime.tasks.complete(ann, task, {}),
      runtime.messages.send(machine, { name: "parcel.arrived", key: `R-${n}` }),
    ]),
  );
  await until("all messages", async () => (await statuses(ids)).every((status) => status === "completed"));
});

it("starts one case per key while one is alive", async () => {
  const { runtime } = world;
  const pay = (id: string) =>
    runtime.messages.send(machine, { name: "order.paid", key: "P-1", id, data: { orderNo: "P-1" } });
  const results = await Promise.all(["p1", "p2", "p3"].map(pay));
  const started = results.map(accepted).filter((sent) => sent.result === "started");
  expect(started.length).toBe(1);
  const id = started[0]?.instances[0] ?? "";
  expect(accepted(await pay("p4"))).toMatchObject({ result: "duplicate", instances: [id] });
  const { items } = await runtime.tasks.list(ann, { box: "available", instanceId: id });
  accepted(await runtime.tasks.complete(ann, items[0]?.id ?? "", {}));
  expect(accepted(await pay("p5")).result).toBe("started");
  expect(refused(await runtime.instances.start(machine, { definitionId: "begun-by-message" }))).toBe(
    "409 start.by-message-only",
  );
});

it("counts what is overdue, by the moved clock", async () => {
  const { runtime } = world;
  const before = await runtime.tasks.counts(ann);
  const id = await start("has-a-deadline");
  const open = await runtime.tasks.counts(ann);
  expect(open.overdue).toBe(before.overdue);
  expect(open.today + open.later).toBe(before.today + before.later + 1);
  shift = 2 * 3_600_000;
  expect((await runtime.tasks.counts(ann)).overdue).toBe(before.overdue + 1);
  const { items } = await runtime.instances.list(boss, { overdue: true });
  expect(items).toMatchObject([{ id, overdueTasks: 1, waiting: [{ node: "check", kind: "task" }] }]);
  expect(accepted(await runtime.definitions.stats(boss, "has-a-deadline")).steps).toMatchObject([
    { node: "check", waiting: 1, overdue: 1 },
  ]);
  const { items: tasks } = await runtime.tasks.list(ann, { box: "available", instanceId: id });
  accepted(await runtime.tasks.complete(ann, tasks[0]?.id ?? "", {}));
  // The moved clock may have come to the next day.
  expect((await runtime.tasks.counts(ann)).done).toBeGreaterThan(0);
  shift = 0;
});

it("leaves no wait without its row and no row without its wait", async () => {
  const id = await start("ships", "C-1");
  accepted(await world.runtime.instances.cancel(boss, id, "changed their mind"));
  expect(await storedFaults(world.admin)).toEqual([]);
});
