import type { JsonObject, TaskDraft } from "@flowright/client";
import { checkStoredJson } from "@flowright/definition";
import { sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Tables } from "../database/tables.ts";
import { problemsBelow } from "../problem/problems-below.ts";
import { type TurnParts, turnTime } from "../turns/turn-parts.ts";
import { refuseTask } from "./task-problems.ts";

interface TaskKey {
  readonly instance: string;
  readonly number: number;
}

/** The caller's half-filled form, or null. */
export async function readTaskDraft(
  trx: Transaction<Tables>,
  caller: Caller,
  task: TaskKey,
): Promise<TaskDraft | null> {
  const { rows } = await sql<{ data: JsonObject; saved_at: Date }>`
    select data, saved_at from task_draft
     where instance_id = ${task.instance}::uuid and task = ${task.number} and user_name = ${caller.user}`.execute(
    trx,
  );
  const row = rows[0];
  return row ? { data: row.data, savedAt: row.saved_at.toISOString() } : null;
}

/** Keeps the caller's half-filled form as it is; it is checked when the task is completed. */
export async function saveTaskDraft(
  parts: TurnParts,
  trx: Transaction<Tables>,
  caller: Caller,
  task: TaskKey,
  data: JsonObject,
): Promise<Result<TaskDraft>> {
  const text = JSON.stringify(data);
  const problems = problemsBelow("/data", checkStoredJson(data));
  if (problems.length > 0) {
    return refuseTask("task.data-wrong", { count: problems.length }, { path: "/data", problems });
  }
  if (text.length > 262_144) return refuseTask("draft.too-large", {}, { path: "/data" });
  const { rows } = await sql<{ saved_at: Date }>`
    insert into task_draft (tenant_id, instance_id, task, user_name, data, saved_at)
    values (${caller.tenant}, ${task.instance}, ${task.number}, ${caller.user}, ${text}, ${turnTime(parts)})
    on conflict (instance_id, task, user_name) do update set data = excluded.data, saved_at = excluded.saved_at
    returning saved_at`.execute(trx);
  return { ok: true, value: { data, savedAt: rows[0]?.saved_at.toISOString() ?? "" } };
}
