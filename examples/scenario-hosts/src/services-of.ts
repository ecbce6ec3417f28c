import type { JsonObject } from "@flowright/client";
import { ScenarioFailure, type ScenarioServices } from "@flowright/scenarios";
import { carryCommand } from "./carry-command.ts";
import { OVERSEER, type ScenarioRuntime } from "./open-scenario-runtime.ts";
import { allTurns, type ScenarioApi } from "./scenario-api.ts";

/** What a scenario needs, from an API that gives every person their own access. */
export async function servicesOf(
  { calls, clock }: ScenarioRuntime,
  signIn: (user: string) => Promise<ScenarioApi>,
): Promise<ScenarioServices> {
  const people = new Map<string, Promise<ScenarioApi>>();
  const personOf = (user: string) => {
    const person = people.get(user) ?? signIn(user);
    people.set(user, person);
    return person;
  };
  const overseer = await personOf(OVERSEER);
  return {
    clock,
    startByHand: async (by, definitionId, variables) =>
      (await (await personOf(by)).instances.start({ definitionId, variables: variables as JsonObject })).id,
    send: async ({ name, key, data, id }) =>
      await overseer.messages.send({
        name,
        data: data as JsonObject,
        ...(key === undefined ? {} : { key }),
        ...(id === undefined ? {} : { id }),
      }),
    signal: async (name, data) => (await overseer.signals.send({ name, data: data as JsonObject })).instances,
    carryOut: async (instance, command) => {
      const by = "by" in command ? command.by : null;
      const person = by === null ? overseer : await personOf(by);
      if (command.kind === "task.complete") await expectInBox(person, instance, command.task, by ?? "");
      await carryCommand(person, instance, command);
    },
    migrate: async (instance, by, definition, { nodes, edges }) => {
      const { version } = await overseer.definitions.publish({ definition });
      const plan = { version, nodes: nodes as JsonObject, edges: edges as JsonObject };
      await (await personOf(by)).instances.migrate(instance, plan);
    },
    takeJobs: async () => calls.take(),
    completeJob: (job, result) => calls.answer(job, { ok: true, result: result as JsonObject }),
    failJob: (job, message, code) =>
      calls.answer(job, {
        ok: false,
        message,
        retry: code === undefined,
        ...(code === undefined ? {} : { code }),
      }),
    list: async () => {
      const { items } = await overseer.instances.list({ limit: 200 });
      // Ids grow with time.
      return items.map(({ id }) => id).sort();
    },
    read: async (id) => await overseer.instances.read(id),
    events: async (id) => (await allTurns(overseer, id)).flatMap(({ events }) => events),
  };
}

/** A task that a person can complete stands in their list, or is announced there. */
async function expectInBox(person: ScenarioApi, instance: string, task: number, by: string): Promise<void> {
  const id = `${instance}.${task}`;
  for (const box of ["mine", "upcoming"] as const) {
    const { items } = await person.tasks.list({ box, instanceId: instance, limit: 200 });
    if (items.some((one) => one.id === id)) return;
  }
  throw new ScenarioFailure({
    en: `the task is open, but not in the list of ${by}`,
    "zh-CN": `任务已打开，但不在 ${by} 的列表中`,
  });
}
