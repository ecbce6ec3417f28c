import type { CompleteTask, JsonObject } from "@flowright/client";
import type { Command } from "@flowright/engine";
import { ScenarioFailure } from "@flowright/scenarios";
import type { ScenarioApi } from "./scenario-api.ts";

type CommandOf<K extends Command["kind"]> = Extract<Command, { kind: K }>;

/** Sends the request that stands for what a person does in a case. */
export async function carryCommand(api: ScenarioApi, instance: string, command: Command): Promise<void> {
  const { instances, tasks, incidents } = api;
  const task = "task" in command ? `${instance}.${command.task}` : "";
  switch (command.kind) {
    case "task.complete":
      await complete(api, task, command);
      break;
    case "task.claim":
      await tasks.claim(task);
      break;
    case "task.release":
      await tasks.release(task);
      break;
    case "task.transfer":
      await tasks.transfer(task, command.to, command.reason);
      break;
    case "task.return": {
      const { reason, to, way } = command;
      await tasks.return(task, { reason, ...(to === undefined ? {} : { to }), ...(way ? { way } : {}) });
      break;
    }
    case "approval.add":
      await tasks.addApprover(task, command.person);
      break;
    case "approval.remove":
      await tasks.removeApprover(task, command.person);
      break;
    case "adHoc.start":
      await instances.beginStep(instance, { scope: command.scope, node: command.node });
      break;
    case "adHoc.finish":
      await instances.finishSteps(instance, { scope: command.scope });
      break;
    case "plan.add": {
      const { scope, node, after, before } = command;
      const step = node as unknown as JsonObject;
      await instances.addStep(instance, { scope, step, after: [...after], before: [...before] });
      break;
    }
    case "instances.add":
      await instances.addItems(instance, { token: command.token, items: [...command.items] });
      break;
    case "instances.remove":
      await instances.removeItem(instance, { token: command.token, index: command.index });
      break;
    case "instance.modify": {
      const { cancel, start, reason } = command;
      const begun = start.map(({ node, scope }) => ({ node, ...(scope === undefined ? {} : { scope }) }));
      await instances.modify(instance, { cancel: [...cancel], start: begun, reason });
      break;
    }
    case "variables.set":
      await instances.setVariables(instance, command.variables as JsonObject);
      break;
    case "instance.cancel":
      await instances.cancel(instance, command.reason);
      break;
    case "instance.suspend":
      await instances.suspend(instance);
      break;
    case "instance.resume":
      await instances.resume(instance);
      break;
    case "incident.retry":
      await incidents.resolve(`${instance}.${command.incident}`);
      break;
    default:
      throw new ScenarioFailure({
        en: `this host has no request for ${command.kind}`,
        "zh-CN": `此环境没有与 ${command.kind} 对应的请求`,
      });
  }
}

async function complete(api: ScenarioApi, task: string, command: CommandOf<"task.complete">): Promise<void> {
  const { outcome } = command;
  const body = bodyOf(command);
  if (outcome === "approved") await api.tasks.approve(task, body);
  else if (outcome === "rejected") await api.tasks.reject(task, body);
  else await api.tasks.complete(task, body);
}

/** What the scenario says and nothing more: what is left out is not the same as what is empty. */
function bodyOf({ data, comment, checked }: CommandOf<"task.complete">): Omit<CompleteTask, "outcome"> {
  return {
    ...(Object.keys(data).length === 0 ? {} : { data: data as JsonObject }),
    ...(comment === undefined ? {} : { comment }),
    ...(checked === undefined ? {} : { checked: [...checked] }),
  };
}
