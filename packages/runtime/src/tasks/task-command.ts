import type { TaskResult } from "@flowright/client";
import type { Command } from "@flowright/engine";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Once } from "../contract/runtime.ts";
import { parseRowId } from "../database/row-id.ts";
import { onceKeyOf } from "../idempotency/once-key.ts";
import { requirePermission } from "../problem/require-permission.ts";
import { openTaskOf } from "../turns/open-task-of.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import type { TurnDone, TurnView } from "../turns/turn-request.ts";
import { isCandidate, type TaskPeople } from "./task-access.ts";
import { refuseTask } from "./task-problems.ts";
import { wasTaskFor } from "./was-task-for.ts";

/** An open task inside a turn. */
export interface OpenTask extends TaskPeople {
  readonly number: number;
  readonly node: string;
  readonly type: "w" | "a" | "r";
  readonly scope: number;
}

/**
 * A person's command on a task. It is judged inside the turn, against the locked state: of two people who
 * complete the same task at once, one wins and the other hears that it is closed.
 */
export async function taskCommand(
  parts: TurnParts,
  caller: Caller,
  id: string,
  verb: { readonly name: string; readonly body: unknown },
  once: Once | undefined,
  decide: (task: OpenTask, view: TurnView & { state: NonNullable<TurnView["state"]> }) => Result<Command>,
): Promise<Result<TaskResult>> {
  const missing = requirePermission(caller, "task.work");
  if (missing) return missing;
  const key = parseRowId(id);
  if (!key) return refuseTask("task.unknown", { id });
  const result = await parts.turns.submit({
    tenant: caller.tenant,
    target: { kind: "instance", id: key.instance },
    actor: caller.user,
    once: onceKeyOf(caller, once, `task.${verb.name}`, { id, body: verb.body }),
    decide: (view) => {
      const { state } = view;
      const task = state === null ? null : openTaskOf(state, key.number);
      if (state === null || task === null) return refuseTask("task.closed", { status: "" });
      return decide({ ...task, number: key.number }, { ...view, state });
    },
    answer: (done) => resultOf(caller, done),
    shorten: shortened,
    restore: (kept) => restored(key.instance, kept),
  });
  if (result.ok) return result;
  const { code } = result.refusal.problem;
  if (code === "instance.unknown") return refuseTask("task.unknown", { id });
  // Only those who were concerned hear what became of the task.
  if (code === "task.closed" || code === "task.not-yours") return await wasTaskFor(parts, caller, id, result);
  return result;
}

/** Kept of a result: all but the case, which the request names, too. `next` is the number of the task. */
type KeptResult = readonly [status: TaskResult["status"], next: number | null];

function shortened({ status, nextTask }: TaskResult): KeptResult {
  return [status, nextTask === null ? null : (parseRowId(nextTask)?.number ?? null)];
}

function restored(instanceId: string, kept: unknown): TaskResult {
  if (!Array.isArray(kept)) return kept as TaskResult;
  const [status, next] = kept as unknown as KeptResult;
  return { instanceId, status, nextTask: next === null ? null : `${instanceId}.${next}` };
}

function resultOf(caller: Caller, done: TurnDone): TaskResult {
  const closed = new Set(
    done.effects.flatMap((effect) => (effect.kind === "task.close" ? [effect.task] : [])),
  );
  const next = done.effects.find(
    (effect) =>
      effect.kind === "task.open" &&
      !closed.has(effect.task) &&
      (effect.assignee === caller.user ||
        (effect.assignee === null && isCandidate(caller, { assignee: null, ...effect.candidates }))),
  );
  return {
    instanceId: done.instance.id,
    status: done.instance.status,
    nextTask: next?.kind === "task.open" ? `${done.instance.id}.${next.task}` : null,
  };
}
