import type { Caller, Result, Runtime } from "@flowright/runtime";
import { ScenarioRefusal } from "@flowright/scenarios";
import type { ScenarioApi } from "./scenario-api.ts";

/** The runtime's services as the API that they are behind, on behalf of one person. */
export function runtimeApi(runtime: Runtime, caller: Caller): ScenarioApi {
  const { definitions, instances, tasks, messages, incidents } = runtime;
  return {
    definitions: { publish: async (body) => accepted(await definitions.publish(caller, body)) },
    instances: {
      start: async (body) => accepted(await instances.start(caller, body)),
      list: async (query = {}) => await instances.list(caller, query),
      read: async (id) => accepted(await instances.read(caller, id)),
      events: async (id, query = {}) => accepted(await instances.events(caller, id, query)),
      cancel: async (id, reason) => accepted(await instances.cancel(caller, id, reason)),
      suspend: async (id) => accepted(await instances.suspend(caller, id)),
      resume: async (id) => accepted(await instances.resume(caller, id)),
      modify: async (id, body) => accepted(await instances.modify(caller, id, body)),
      setVariables: async (id, variables) =>
        accepted(await instances.setVariables(caller, id, { variables })),
      migrate: async (id, body) => accepted(await instances.migrate(caller, id, body)),
      beginStep: async (id, body) => accepted(await instances.beginStep(caller, id, body)),
      finishSteps: async (id, body) => accepted(await instances.finishSteps(caller, id, body)),
      addStep: async (id, body) => accepted(await instances.addStep(caller, id, body)),
      addItems: async (id, body) => accepted(await instances.addItems(caller, id, body)),
      removeItem: async (id, body) => accepted(await instances.removeItem(caller, id, body)),
    },
    tasks: {
      list: async ({ box = "mine", ...query } = {}) => await tasks.list(caller, { box, ...query }),
      complete: async (id, body) => accepted(await tasks.complete(caller, id, body)),
      approve: async (id, body = {}) => accepted(await tasks.decide(caller, id, "approved", body)),
      reject: async (id, body = {}) => accepted(await tasks.decide(caller, id, "rejected", body)),
      claim: async (id) => accepted(await tasks.claim(caller, id)),
      release: async (id) => accepted(await tasks.release(caller, id)),
      transfer: async (id, to, reason) => accepted(await tasks.transfer(caller, id, to, reason)),
      return: async (id, body) => accepted(await tasks.return(caller, id, body)),
      addApprover: async (id, person) =>
        accepted(await tasks.changeApprovers(caller, id, "approval.add", person)),
      removeApprover: async (id, person) =>
        accepted(await tasks.changeApprovers(caller, id, "approval.remove", person)),
    },
    messages: { send: async (body) => accepted(await messages.send(caller, body)) },
    signals: { send: async (body) => accepted(await messages.signal(caller, body)) },
    incidents: { resolve: async (id) => accepted(await incidents.resolve(caller, id)) },
  };
}

/** The value of what was accepted; throws the refusal with all that was said about it. */
export function accepted<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { problem, problems = [] } = result.refusal;
  const more = (language: "en" | "zh-CN") =>
    [problem, ...problems].map(({ path, message }) => `${path} ${message[language]}`.trim()).join(" ");
  throw new ScenarioRefusal(problem.code, { en: more("en"), "zh-CN": more("zh-CN") });
}
