import type { JsonObject } from "@flowright/client";
import type { Caller } from "@flowright/runtime";
import type { ScenarioServices } from "@flowright/scenarios";
import { accepted, type ScenarioRuntime } from "./open-scenario-runtime.ts";
import { taskBody } from "./task-body.ts";

/** What a scenario needs, from the runtime's services. */
export async function runtimeServices(host: ScenarioRuntime): Promise<ScenarioServices> {
  const { runtime, calls, clock, callerOf } = host;
  const { tasks, instances, messages } = runtime;
  const manager = await callerOf("lin");
  const callers = new Map<string, Caller>();
  const personOf = async (user: string) => {
    const caller = callers.get(user) ?? (await callerOf(user));
    callers.set(user, caller);
    return caller;
  };
  return {
    clock,
    startByHand: async (by, definitionId, variables) => {
      const body = { definitionId, variables: variables as JsonObject };
      return accepted(await instances.start(await personOf(by), body)).id;
    },
    send: async (message) =>
      accepted(await messages.send(manager, { ...message, data: message.data as JsonObject })).instances,
    openTask: async (by, instanceId, node) => {
      const { items } = await tasks.list(await personOf(by), { box: "mine", instanceId });
      return items.find((task) => task.node === node)?.id ?? null;
    },
    finishTask: async (id, step) => {
      const person = await personOf(step.by);
      const body = taskBody(step);
      accepted(
        step.outcome === undefined
          ? await tasks.complete(person, id, body)
          : await tasks.decide(person, id, step.outcome, body),
      );
    },
    takeJobs: async () => calls.take(),
    completeJob: (job, result) => calls.answer(job, { ok: true, result: result as JsonObject }),
    failJob: (job, message) => calls.answer(job, { ok: false, message, retry: true }),
    read: async (id) => accepted(await instances.read(manager, id)),
    events: async (id) => {
      const { items } = accepted(await instances.events(manager, id, { limit: 200 }));
      return items.flatMap(({ events }) => events);
    },
  };
}
