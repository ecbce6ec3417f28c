import type { Person, ReturnTask, TaskResult } from "@flowright/client";
import { sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Once } from "../contract/runtime.ts";
import type { Tables } from "../database/tables.ts";
import { withTenant } from "../database/with-tenant.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { isCandidate, mayDo } from "./task-access.ts";
import { taskCommand } from "./task-command.ts";
import { refuseTask } from "./task-problems.ts";

/** Takes a task that several people could do. */
export function claimTask(
  parts: TurnParts,
  caller: Caller,
  id: string,
  once: Once | undefined,
): Promise<Result<TaskResult>> {
  return taskCommand(parts, caller, id, { name: "claim", body: null }, once, (task) => {
    const other = mayDo(caller, task);
    if (other) return other;
    return { ok: true, value: { kind: "task.claim", task: task.number, by: caller.user } };
  });
}

/** Gives a claimed task back to all its candidates. */
export function releaseTask(
  parts: TurnParts,
  caller: Caller,
  id: string,
  once: Once | undefined,
): Promise<Result<TaskResult>> {
  return taskCommand(parts, caller, id, { name: "release", body: null }, once, (task) => {
    if (task.assignee !== caller.user) return refuseTask("task.not-yours");
    return { ok: true, value: { kind: "task.release", task: task.number, by: caller.user } };
  });
}

/** Sends a case back to whoever started it, or to an earlier step. */
export function returnTask(
  parts: TurnParts,
  caller: Caller,
  id: string,
  body: ReturnTask,
  once: Once | undefined,
): Promise<Result<TaskResult>> {
  const { reason, to, way } = body;
  if (isNoReason(reason)) return Promise.resolve(refuseTask("task.reason-missing", {}, { path: "/reason" }));
  return taskCommand(parts, caller, id, { name: "return", body }, once, (task, view) => {
    const other = mayDo(caller, task);
    if (other) return other;
    if (to === undefined && view.instance?.startedBy?.startsWith("token:"))
      return refuseTask("task.no-initiator");
    const target = { ...(to === undefined ? {} : { to }), ...(way === undefined ? {} : { way }) };
    return {
      ok: true,
      value: { kind: "task.return", task: task.number, by: caller.user, reason, ...target },
    };
  });
}

/** Asks one more person for a decision, or no longer asks one; whoever may decide may do it. */
export async function changeApprovers(
  parts: TurnParts,
  caller: Caller,
  id: string,
  kind: "approval.add" | "approval.remove",
  person: string,
  once: Once | undefined,
): Promise<Result<TaskResult>> {
  const known = await withTenant(parts.database, caller, (trx) => activePeople(trx, caller.tenant, person));
  return await taskCommand(parts, caller, id, { name: kind, body: { person } }, once, (task) => {
    const other = caller.permissions.has("instance.operate") ? null : mayDo(caller, task);
    if (other) return other;
    if (kind === "approval.add" && known.length === 0)
      return refuseTask("task.person-unknown", { user: person }, { path: "/person" });
    return { ok: true, value: { kind, task: task.number, by: caller.user, person } };
  });
}

/** Hands a task to a colleague. Those who operate cases may do it for others. */
export async function transferTask(
  parts: TurnParts,
  caller: Caller,
  id: string,
  to: string,
  reason: string,
  once: Once | undefined,
): Promise<Result<TaskResult>> {
  if (isNoReason(reason)) return refuseTask("task.reason-missing", {}, { path: "/reason" });
  const known = await withTenant(parts.database, caller, (trx) => activePeople(trx, caller.tenant, to));
  return await taskCommand(parts, caller, id, { name: "transfer", body: { to, reason } }, once, (task) => {
    const mine = task.assignee === caller.user || (task.assignee === null && isCandidate(caller, task));
    if (!mine && !caller.permissions.has("instance.operate")) return refuseTask("task.not-yours");
    if (known.length === 0) return refuseTask("task.person-unknown", { user: to }, { path: "/to" });
    return { ok: true, value: { kind: "task.transfer", task: task.number, by: caller.user, to, reason } };
  });
}

/** Active people of the workspace, or the one named. */
export async function activePeople(
  trx: Transaction<Tables>,
  tenant: string,
  user?: string,
): Promise<Person[]> {
  const { rows } = await sql<{ user_name: string; name: string; roles: string[] }>`
    select user_name, name, roles from member
     where tenant_id = ${tenant} and active and (${user ?? null}::text is null or user_name = ${user ?? null})
     order by name, user_name`.execute(trx);
  return rows.map((row) => ({
    user: row.user_name,
    name: row.name,
    roles: row.roles,
    active: true,
    language: null,
  }));
}

function isNoReason(reason: string): boolean {
  return reason.trim() === "" || reason.length > 4_000;
}
