import { createClient, type FlowrightClient, type JsonObject } from "@flowright/client";
import type { ScenarioServices } from "@flowright/scenarios";
import { PASSWORD, type ScenarioRuntime } from "./open-scenario-runtime.ts";
import { taskBody } from "./task-body.ts";

/** What a scenario needs, over HTTP: every person with a session of their own. */
export async function httpServices(host: ScenarioRuntime, baseUrl: string): Promise<ScenarioServices> {
  const { calls, clock } = host;
  const people = new Map<string, Promise<FlowrightClient>>();
  const personOf = (user: string) => {
    const person = people.get(user) ?? signedIn(baseUrl, user);
    people.set(user, person);
    return person;
  };
  const manager = await personOf("lin");
  return {
    clock,
    startByHand: async (by, definitionId, variables) => {
      const person = await personOf(by);
      return (await person.instances.start({ definitionId, variables: variables as JsonObject })).id;
    },
    send: async (message) =>
      (await manager.messages.send({ ...message, data: message.data as JsonObject })).instances,
    openTask: async (by, instanceId, node) => {
      const { items } = await (await personOf(by)).tasks.list({ box: "mine", instanceId });
      return items.find((task) => task.node === node)?.id ?? null;
    },
    finishTask: async (id, step) => {
      const { tasks } = await personOf(step.by);
      const body = taskBody(step);
      if (step.outcome === "approved") await tasks.approve(id, body);
      else if (step.outcome === "rejected") await tasks.reject(id, body);
      else await tasks.complete(id, body);
    },
    takeJobs: async () => calls.take(),
    completeJob: (job, result) => calls.answer(job, { ok: true, result: result as JsonObject }),
    failJob: (job, message) => calls.answer(job, { ok: false, message, retry: true }),
    read: (id) => manager.instances.read(id),
    events: async (id) => {
      const { items } = await manager.instances.events(id, { limit: 200 });
      return items.flatMap(({ events }) => events);
    },
  };
}

async function signedIn(baseUrl: string, user: string): Promise<FlowrightClient> {
  let cookie = "";
  const client = createClient({
    baseUrl,
    fetch: async (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set("origin", baseUrl);
      if (cookie) headers.set("cookie", cookie);
      const answer = await fetch(input, { ...init, headers });
      cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? cookie;
      return answer;
    },
  });
  await client.sessions.signIn(user, PASSWORD);
  return client;
}
