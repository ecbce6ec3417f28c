import { type RawBuilder, sql } from "kysely";
import type { Caller } from "../contract/caller.ts";

/**
 * Condition on `alias.id` (an instance): who may read a case is whoever has `instance.read`, started it, or
 * was ever asked to do one of its tasks.
 */
export function caseReadable(caller: Caller, alias: string): RawBuilder<boolean> {
  if (caller.permissions.has("instance.read")) return sql`true`;
  const instance = sql.ref(alias);
  return sql`(${instance}.started_by = ${caller.user} or exists (
    select from task readable where readable.instance_id = ${instance}.id and (
      readable.assignee = ${caller.user} or readable.closed_by = ${caller.user}
      or ${caller.user} = any(readable.candidate_people)
      or readable.candidate_roles && ${[...caller.roles]}::text[])))`;
}
