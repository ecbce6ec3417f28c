import type { InstanceSummary, Waiting } from "@flowright/client";
import { nodeNameOf } from "../turns/program-cache.ts";
import type { TurnDone } from "../turns/turn-request.ts";
import { isShownWait } from "./is-shown-wait.ts";

/** The summary of a case that this very turn started: all that it waits for is among the turn's effects. */
export function startedSummary(done: TurnDone): InstanceSummary {
  const { instance } = done;
  return {
    id: instance.id,
    number: instance.number,
    definitionId: instance.definitionId,
    definitionName: done.definitionName,
    version: instance.version,
    status: instance.status,
    businessKey: instance.businessKey,
    title: instance.title,
    startedBy: instance.startedBy,
    startedAt: instance.startedAt,
    endedAt: instance.endedAt,
    waiting: waitsOfTurn(done),
    openIncidents: instance.openIncidents,
    overdueTasks: 0,
  };
}

function waitsOfTurn(done: TurnDone): Waiting[] {
  const waits = new Map<string, Waiting>();
  const { nodes, choices } = done.program;
  const open = (key: string, kind: Waiting["kind"], node: string, more: Partial<Waiting> = {}) => {
    if (!isShownWait(nodes, { kind, node })) return;
    const nodeName = nodeNameOf(nodes, node);
    const choice = choices.get(node) ?? null;
    waits.set(key, {
      node,
      nodeName,
      choice,
      kind,
      calledCase: null,
      since: done.now,
      due: null,
      people: [],
      roles: [],
      ...more,
    });
  };
  for (const effect of done.effects) {
    switch (effect.kind) {
      case "task.open": {
        const { roles, people } = effect.candidates;
        const who =
          effect.assignee === null
            ? { people: [...people], roles: [...roles] }
            : { people: [effect.assignee] };
        open(`task ${effect.task}`, "task", effect.node, { due: effect.due, ...who });
        break;
      }
      case "job.create":
        open(`job ${effect.job}`, "job", effect.node);
        break;
      case "timer.schedule":
        open(`timer ${effect.timer}`, "timer", effect.node, { due: effect.due });
        break;
      case "subscription.open":
        open(`subscription ${effect.subscription}`, effect.type, effect.node);
        break;
      case "incident.raise":
        open(`incident ${effect.incident}`, "incident", effect.node);
        break;
      case "task.close":
        waits.delete(`task ${effect.task}`);
        break;
      case "job.cancel":
        waits.delete(`job ${effect.job}`);
        break;
      case "timer.cancel":
        waits.delete(`timer ${effect.timer}`);
        break;
      case "subscription.close":
        waits.delete(`subscription ${effect.subscription}`);
        break;
      case "incident.resolve":
        waits.delete(`incident ${effect.incident}`);
        break;
      default:
        break;
    }
  }
  return [...waits.values()];
}
