import type { Node } from "@flowright/definition";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Caller } from "../../src/contract/caller.ts";
import { check, line, pack, wait } from "./flows.ts";
import {
  accepted,
  ann,
  bob,
  boss,
  eve,
  machine,
  openWorld,
  person,
  refused,
  storedFaults,
  until,
  type World,
} from "./open-world.ts";

let world: World;
const joe = person("joe", ["lead"]);
const visitor = person("vic", [], []);
const westBoss: Caller = { ...boss, tenant: "west" };
const westAnn: Caller = { ...ann, tenant: "west" };

const approve: Node = {
  id: "approve",
  kind: "approval",
  name: "Approve",
  who: { type: "role", role: "lead" },
  rule: { type: "all" },
  form: "pack",
  deadline: { type: "duration", duration: "PT2H" },
  checklist: [{ id: "seen", text: "Seen" }],
};

beforeAll(async () => {
  world = await openWorld();
  const { definitions } = world.runtime;
  accepted(await definitions.publish(boss, { definition: line("check-only", [check]) }));
  accepted(await definitions.publish(boss, { definition: line("pack-only", [pack]) }));
  accepted(
    await definitions.publish(boss, {
      definition: line("asks", [approve], { start: { form: "order", startableBy: ["packer"] } }),
    }),
  );
  accepted(await definitions.publish(boss, { definition: line("waits", [wait("PT1H")]) }));
});
afterAll(() => world.close());

async function startedTask(
  definitionId: string,
  by: Caller = ann,
  data = {},
): Promise<{ id: string; task: string }> {
  const { runtime } = world;
  const started = accepted(await runtime.instances.start(by, { definitionId, variables: data }));
  const { items } = await runtime.tasks.list(boss, { box: "all", instanceId: started.id });
  return { id: started.id, task: items[0]?.id ?? "" };
}

it("answers 404 for whatever belongs to another workspace or does not exist", async () => {
  const { runtime } = world;
  const { id, task } = await startedTask("check-only");
  const ids = [id, "nonsense", "", "01900000-0000-7000-8000-000000000000", `${id}'; drop table task`];
  for (const name of ids) {
    const results = await Promise.all([
      runtime.instances.read(westBoss, name),
      runtime.instances.events(westBoss, name, {}),
      runtime.instances.cancel(westBoss, name, "reason"),
      runtime.instances.suspend(westBoss, name),
      runtime.instances.comment(westBoss, name, "text"),
    ]);
    expect(results.map(refused)).toEqual(results.map(() => "404 instance.unknown"));
  }
  for (const name of [task, `${id}.999`, `${id}.99999999999`, "x.1", id]) {
    const results = await Promise.all([
      runtime.tasks.read(westAnn, name),
      runtime.tasks.claim(westAnn, name),
      runtime.tasks.complete(westAnn, name, {}),
      runtime.tasks.transfer(westAnn, name, "bob", "please"),
      runtime.tasks.comment(westAnn, name, "text"),
      runtime.tasks.saveDraft(westAnn, name, {}),
      runtime.tasks.colleagues(westAnn, name),
    ]);
    expect(results.map(refused)).toEqual(results.map(() => "404 task.unknown"));
    expect(refused(await runtime.incidents.resolve(westBoss, name))).toBe("404 incident.unknown");
    const settled = await runtime.jobs.complete(westBoss, name, { lease: "x" });
    expect(refused(settled)).toBe("404 job.unknown");
  }
  expect((await runtime.tasks.list(westAnn, { box: "all" })).items).toEqual([]);
  expect((await runtime.instances.list(westBoss, {})).items).toEqual([]);
  expect(await runtime.definitions.list(westBoss)).toEqual([]);
  expect(refused(await runtime.definitions.read(westBoss, "check-only", "latest"))).toBe(
    "404 definition.unknown",
  );
  expect(refused(await runtime.instances.start(westAnn, { definitionId: "check-only" }))).toBe(
    "404 definition.unknown",
  );
});

it("shows a case to those concerned and to those who may read all, and to nobody else", async () => {
  const { runtime } = world;
  const { id, task } = await startedTask("check-only", boss);
  expect(refused(await runtime.instances.read(ann, id))).toBe("accepted");
  expect(refused(await runtime.instances.read(eve, id))).toBe("404 instance.unknown");
  expect(refused(await runtime.tasks.read(eve, task))).toBe("404 task.unknown");
  expect(refused(await runtime.tasks.complete(eve, task, {}))).toBe("404 task.unknown");
  expect(refused(await runtime.tasks.complete(visitor, task, {}))).toBe("403 permission.missing");
  expect(refused(await runtime.instances.cancel(ann, id, "no"))).toBe("403 permission.missing");
  expect(refused(await runtime.definitions.publish(ann, { definition: line("x", [check]) }))).toBe(
    "403 permission.missing",
  );
  expect(refused(await runtime.messages.send(ann, { name: "x" }))).toBe("403 permission.missing");
  expect(await runtime.jobs.activate(ann, { type: "ship", worker: "w" })).toEqual([]);
});

it("lets only the roles named start a flow", async () => {
  const { runtime } = world;
  const body = { definitionId: "asks", variables: { orderNo: "1" } };
  expect(refused(await runtime.instances.start(eve, body))).toBe("403 start.not-allowed");
  expect(refused(await runtime.instances.start(machine, body))).toBe("accepted");
  const list = await runtime.definitions.list(eve);
  expect(list.map(({ id, startable }) => [id, startable])).toContainEqual(["asks", false]);
  expect((await runtime.definitions.list(ann)).find(({ id }) => id === "asks")?.startable).toBe(true);
});

it("moves a task from hand to hand", async () => {
  const { runtime } = world;
  const { task } = await startedTask("check-only", boss);
  accepted(await runtime.tasks.claim(ann, task));
  expect(refused(await runtime.tasks.claim(bob, task))).toBe("409 task.taken");
  expect(refused(await runtime.tasks.release(bob, task))).toBe("403 task.not-yours");
  accepted(await runtime.tasks.release(ann, task));
  accepted(await runtime.tasks.claim(bob, task));
  const colleagues = accepted(await runtime.tasks.colleagues(bob, task));
  expect(colleagues.map(({ user }) => user)).toEqual(["ann", "boss", "eve", "joe"]);
  expect(refused(await runtime.tasks.transfer(bob, task, "nobody", "holiday"))).toBe(
    "422 task.person-unknown",
  );
  expect(refused(await runtime.tasks.transfer(bob, task, "eve", " "))).toBe("422 task.reason-missing");
  accepted(await runtime.tasks.transfer(bob, task, "eve", "holiday"));
  expect((await runtime.tasks.list(eve, { box: "mine" })).items.map(({ id }) => id)).toContain(task);
  accepted(await runtime.tasks.complete(eve, task, {}));
});

it("decides an approval of all leads, with its checklist and its reason", async () => {
  const { runtime } = world;
  const { id } = await startedTask("asks", ann, { orderNo: "A-7", amount: "5.00" });
  const taskOf = async (caller: Caller) =>
    (await runtime.tasks.list(caller, { box: "mine", instanceId: id })).items[0]?.id ?? "";
  const evesTask = await taskOf(eve);
  expect(accepted(await runtime.tasks.read(eve, evesTask)).verbs).toEqual([
    "approve",
    "reject",
    "return",
    "add-approver",
    "remove-approver",
    "transfer",
    "comment",
  ]);
  const data = { weight: 1 };
  expect(refused(await runtime.tasks.decide(eve, evesTask, "approved", { data }))).toBe(
    "422 task.checklist-open",
  );
  expect(refused(await runtime.tasks.decide(eve, evesTask, "rejected", { data }))).toBe(
    "422 task.reason-missing",
  );
  expect(refused(await runtime.tasks.complete(eve, evesTask, { data }))).toBe("422 task.is-approval");
  accepted(await runtime.tasks.decide(eve, evesTask, "approved", { data, checked: ["seen"] }));
  const joesTask = await taskOf(joe);
  accepted(await runtime.tasks.return(joe, joesTask, { reason: "The amount is wrong" }));
  const revision = (await runtime.tasks.list(ann, { box: "all", instanceId: id })).items[0];
  expect(revision).toMatchObject({ type: "revision", returnReason: "The amount is wrong" });
  expect(accepted(await runtime.tasks.read(ann, revision?.id ?? "")).form?.id).toBe("order");
  accepted(
    await runtime.tasks.complete(ann, revision?.id ?? "", { data: { orderNo: "A-7", amount: "6.00" } }),
  );
  expect(await taskOf(eve)).not.toBe("");
  expect(accepted(await runtime.instances.read(ann, id)).variables).toMatchObject({ amount: "6.00" });
  expect(await storedFaults(world.admin)).toEqual([]);
});

it("keeps a half-filled form per person", async () => {
  const { runtime } = world;
  const { task } = await startedTask("pack-only", boss);
  expect(accepted(await runtime.tasks.readDraft(ann, task))).toBeNull();
  accepted(await runtime.tasks.saveDraft(ann, task, { weight: "1," }));
  expect(accepted(await runtime.tasks.readDraft(ann, task))?.data).toEqual({ weight: "1," });
  expect(accepted(await runtime.tasks.readDraft(bob, task))).toBeNull();
  expect(refused(await runtime.tasks.saveDraft(ann, task, { weight: "\u0000" }))).toBe("422 task.data-wrong");
});

it("hands all tasks of a person over", async () => {
  const { runtime } = world;
  const { task } = await startedTask("check-only", boss);
  accepted(await runtime.tasks.claim(bob, task));
  const admin = { ...boss, permissions: new Set([...boss.permissions, "people.write" as const]) };
  expect(refused(await runtime.people.deactivate(admin, "bob"))).toMatch(/^409 /);
  accepted(await runtime.people.deactivate(admin, "bob", "ann"));
  expect((await runtime.tasks.list(ann, { box: "mine" })).items.map(({ id }) => id)).toContain(task);
  accepted(await runtime.people.activate(admin, "bob"));
});

it("pages through lists without gaps or repeats, and finds by number, key, title and person", async () => {
  const { runtime } = world;
  const bodies = Array.from({ length: 23 }, (_, n) => ({
    definitionId: "pack-only",
    businessKey: `KEY-${n}`,
    variables: {},
  }));
  const started = accepted(await runtime.instances.startMany(ann, bodies));
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await runtime.instances.list(boss, {
      definitionId: "pack-only",
      search: "KEY-",
      limit: 10,
      cursor,
    });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(seen.toSorted()).toEqual(started.map(({ id }) => id).toSorted());
  expect(seen).toEqual(seen.toSorted().reverse());
  const tasks: string[] = [];
  do {
    const page = await runtime.tasks.list(bob, { box: "available", search: "KEY-", limit: 7, cursor });
    tasks.push(...page.items.map(({ businessKey }) => businessKey ?? ""));
    cursor = page.next ?? undefined;
  } while (cursor);
  expect(new Set(tasks).size).toBe(23);
  expect(tasks.length).toBe(23);
  const one = started[3];
  const byNumber = await runtime.instances.list(boss, { search: one?.number ?? "" });
  expect(byNumber.items.map(({ id }) => id)).toEqual([one?.id]);
  expect(
    (await runtime.instances.list(boss, { search: "ANN", definitionId: "pack-only" })).items.length,
  ).toBe(23);
  expect((await runtime.instances.list(boss, { search: "100%_" })).items).toEqual([]);
  expect((await runtime.instances.list(boss, { node: "pack", limit: 200 })).items.length).toBe(24);
  expect((await runtime.instances.list(boss, { cursor: "nonsense" })).items.length).toBeGreaterThan(0);
  const stats = accepted(await runtime.definitions.stats(boss, "pack-only"));
  expect(stats).toMatchObject({
    running: 24,
    steps: [{ node: "pack", waiting: 24, overdue: 0, incidents: 0 }],
  });
});

it("publishes a flow with errors only with the right to and a reason, which is kept", async () => {
  const { runtime, admin } = world;
  const definition = line("half-done", [pack, check]);
  const broken = { ...definition, forms: [] };
  const result = await runtime.definitions.publish(boss, { definition: broken });
  expect(refused(result)).toBe("422 definition.has-errors");
  expect(result.ok ? 0 : result.refusal.problems?.length).toBeGreaterThan(0);
  const may = {
    ...boss,
    permissions: new Set([...boss.permissions].filter((one) => one !== "definition.override")),
  };
  const override = { reason: "A trial" };
  expect(refused(await runtime.definitions.publish(may, { definition: broken, override }))).toBe(
    "403 permission.missing",
  );
  const forced = await runtime.definitions.publish(boss, { definition: broken, override });
  if (forced.ok) {
    const { rows } = await admin.query(
      "select actor, detail from audit where action = 'definition.override'",
    );
    expect(rows).toMatchObject([{ actor: "boss", detail: { reason: "A trial" } }]);
  } else {
    expect(refused(forced)).toBe("422 definition.cannot-run");
  }
  accepted(await runtime.definitions.publish(boss, { definition }));
  const changed = { ...definition, description: "now with a description" };
  expect(accepted(await runtime.definitions.publish(boss, { definition: changed })).version).toBe(
    forced.ok ? 3 : 2,
  );
  expect((await runtime.definitions.validate(boss, { nonsense: true })).problems.length).toBeGreaterThan(0);
});

it("tells live readers what concerns them, and nobody else", async () => {
  const { runtime } = world;
  const woken: string[] = [];
  const off = runtime.live.onWake((tenants) => woken.push(...tenants));
  const [since] = [runtime.live.position()];
  const { id, task } = await startedTask("check-only", boss);
  const change = await until("the change", async () => {
    const found = await runtime.live.changes(ann, "tasks", since);
    return found?.changes.find((one) => one.kind === "task.opened" && one.task === task) && found;
  });
  expect((await runtime.live.changes(ann, "tasks", change.position))?.changes).toEqual([]);
  const eves = await runtime.live.changes(eve, "tasks", since);
  expect(eves?.changes.some((one) => one.kind === "task.opened" && one.task === task)).toBe(false);
  expect((await runtime.live.changes(westAnn, "tasks", since))?.changes).toEqual([]);
  expect((await runtime.live.changes(boss, `instance:${id}`, since))?.changes).toEqual([
    { kind: "instance.changed", instanceId: id, seq: 1 },
  ]);
  expect(await runtime.live.allowed(eve, `instance:${id}`)).toBe(false);
  expect(await runtime.live.allowed(ann, `instance:${id}`)).toBe(true);
  expect(await runtime.live.allowed(boss, "anything:else")).toBe(false);
  expect(await runtime.live.changes(ann, "tasks", "nonsense")).toBeNull();
  await until("the wake-up", async () => woken.includes("east"));
  expect(woken).not.toContain("west");
  off();
});

it("wakes the readers of another process", async () => {
  const other = await world.open({ background: false });
  const woken = new Promise<void>((resolve) => {
    other.live.onWake((tenants) => tenants.has("east") && resolve());
  });
  await startedTask("check-only", boss);
  await woken;
  await other.close();
});

it("gives a file to the case in whose form it was handed in", async () => {
  const { runtime } = world;
  const upload = async (by: Caller) =>
    accepted(
      await runtime.files.store(by, {
        name: "label.txt",
        mediaType: "text/plain",
        body: (async function* () {
          yield new TextEncoder().encode("label");
        })(),
      }),
    ).id;
  const [own, others] = [await upload(ann), await upload(bob)];
  const started = accepted(
    await runtime.instances.start(ann, {
      definitionId: "check-only",
      variables: { note: own, tracking: others },
    }),
  );
  const files = accepted(await runtime.instances.read(boss, started.id)).files;
  expect(files).toMatchObject([{ id: own, by: "ann", instanceId: started.id }]);
});

const ODD = fc.oneof(
  fc.constantFrom("\u0000", "\ud800", "%", "'", "__proto__", "constructor", "1e300", "-1", "💥", "a\u0000b"),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.uuid().map((id) => `${id}.7`),
  fc.uuid(),
  fc
    .array(fc.oneof(fc.string(), fc.double(), fc.constant("+275760-09-13T00:00:00.000Z"), fc.uuid()), {
      maxLength: 2,
    })
    .map((keys) => Buffer.from(JSON.stringify(keys)).toString("base64url")),
);

it("never throws, whatever is named, searched or sent", async () => {
  const { runtime } = world;
  const { task, id } = await startedTask("pack-only", boss);
  await fc.assert(
    fc.asyncProperty(ODD, ODD, fc.double(), fc.jsonValue(), async (name, other, number, json) => {
      const data = { [name]: json, [other]: number, note: name } as never;
      const query = {
        search: name,
        cursor: other,
        limit: number,
        definitionId: name,
        version: number,
        node: other,
      };
      const answers = await Promise.all([
        runtime.instances.list(boss, query),
        runtime.instances.list(boss, { search: name, cursor: other }),
        runtime.instances.events(boss, id, { cursor: other }),
        runtime.tasks.list(ann, { box: "all", search: name, cursor: other, instanceId: name }),
        runtime.tasks.list(ann, { box: "done", cursor: other, definitionId: name }),
        runtime.incidents.list(boss, { cursor: other, instanceId: name }),
        runtime.instances.read(boss, name),
        runtime.instances.cancel(boss, name, other),
        runtime.instances.comment(boss, id, name),
        runtime.instances.start(machine, { definitionId: name, variables: data }, { idempotencyKey: other }),
        runtime.instances.start(machine, { definitionId: "pack-only", variables: data, businessKey: other }),
        runtime.instances.start(ann, { definitionId: "asks", variables: data, version: number }),
        runtime.tasks.complete(ann, task, { data, comment: name }),
        runtime.tasks.complete(ann, task, data),
        runtime.tasks.transfer(ann, task, name, other),
        runtime.tasks.saveDraft(ann, task, data),
        runtime.tasks.read(ann, name),
        runtime.messages.send(machine, { name, key: other, data, ttl: name }),
        runtime.messages.send(machine, { name: "x", id: other, data }),
        runtime.jobs.complete(machine, name, { lease: other, result: data }),
        runtime.jobs.activate(machine, { type: name, worker: other, max: number, lease: number }),
        runtime.definitions.read(boss, name, number),
        runtime.definitions.stats(boss, "pack-only", number),
        runtime.definitions.validate(boss, json),
        runtime.definitions.publish(boss, { definition: json as never, note: name }),
        runtime.live.changes(ann, name, other),
        runtime.live.changes(ann, "tasks", "99999999999999999999.5"),
      ]);
      expect(answers.length).toBe(27);
    }),
    { numRuns: 100, examples: [["\u0000", "1e300", Number.NaN, null]] },
  );
  expect(await storedFaults(world.admin)).toEqual([]);
}, 60_000);
