import type { Page, TaskCounts, TaskSummary } from "@flowright/client";
import { type RawBuilder, sql } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { TaskQuery } from "../contract/runtime.ts";
import { decodeCursor, isInstant, likePattern, pageLimit, pageOf } from "../database/list-page.ts";
import { isUuid, parseRowId } from "../database/row-id.ts";
import { withTenant } from "../database/with-tenant.ts";
import { type TurnParts, turnTime } from "../turns/turn-parts.ts";
import { readTasks } from "./read-tasks.ts";

/** One box of the caller's inbox: open tasks by urgency, done ones the latest first. */
export async function listTasks(
  parts: TurnParts,
  caller: Caller,
  query: TaskQuery,
): Promise<Page<TaskSummary>> {
  if (query.instanceId !== undefined && !isUuid(query.instanceId)) return { items: [], next: null };
  const limit = pageLimit(query.limit);
  const done = query.box === "done";
  const conditions = [sql`t.tenant_id = ${caller.tenant}`, boxOf(caller, query.box), ...filtersOf(query)];
  const after = done ? afterDone(query.cursor) : afterOpen(query.cursor);
  if (after) conditions.push(after);
  const order = done
    ? sql`t.closed_at desc, t.instance_id desc, t.number desc`
    : sql`coalesce(t.due, 'infinity'), t.instance_id, t.number`;
  const rows = await withTenant(parts.database, caller, (trx) =>
    readTasks(trx, sql.join(conditions, sql` and `), order, limit + 1),
  );
  return pageOf(
    rows,
    limit,
    (task) => task,
    (task) => [done ? task.closedAt : task.due, task.id],
  );
}

/** Overdue, due today (UTC) and later are the caller's and available tasks; done are those of today. */
export async function countTasks(parts: TurnParts, caller: Caller): Promise<TaskCounts> {
  return await withTenant(parts.database, caller, async (trx) => {
    // The day by `now()`, which is stable, so that the index on the time serves.
    const today = sql`date_trunc('day', now() + ${Math.round(parts.clockShift?.() ?? 0)}::bigint * interval '1 millisecond')`;
    const { rows } = await sql<TaskCounts>`
      with clock as materialized (select ${turnTime(parts)} as now, ${today} + interval '1 day' as tomorrow)
      select count(*) filter (where t.due < clock.now)::int as overdue,
             count(*) filter (where t.due >= clock.now and t.due < clock.tomorrow)::int as today,
             count(*) filter (where t.due is null
               or t.due >= clock.tomorrow and t.due >= clock.now)::int as later,
             (select count(*)::int from task t where t.tenant_id = ${caller.tenant} and ${doneBy(caller)}
               and t.closed_at >= ${today}) as done,
             (select count(*)::int from task t where t.tenant_id = ${caller.tenant} and ${upcoming(caller)})
               as upcoming
        from clock, task t
       where t.tenant_id = ${caller.tenant} and ${toDo(caller)}`.execute(trx);
    return rows[0] ?? { overdue: 0, today: 0, later: 0, done: 0, upcoming: 0 };
  });
}

/** What the caller may do now: a task that others may do as well waits in each one's list until somebody takes it. */
function toDo(caller: Caller): RawBuilder<unknown> {
  return sql`((t.status = 'open' and t.assignee = ${caller.user}) or (${available(caller)}))`;
}

function available(caller: Caller): RawBuilder<unknown> {
  return sql`t.status = 'open' and t.assignee is null and (${caller.user} = any(t.candidate_people)
    or t.candidate_roles && ${[...caller.roles]}::text[])`;
}

/** Steps of plans that will be the caller's to do. */
function upcoming(caller: Caller): RawBuilder<unknown> {
  return sql`t.status = 'waiting' and (t.assignee = ${caller.user} or t.assignee is null
    and (${caller.user} = any(t.candidate_people) or t.candidate_roles && ${[...caller.roles]}::text[]))`;
}

function doneBy(caller: Caller): RawBuilder<unknown> {
  return sql`t.status in ('completed', 'returned') and t.closed_by = ${caller.user}`;
}

/** `all`: everything open that the caller may see; whoever reads all cases sees everybody's. */
function boxOf(caller: Caller, box: TaskQuery["box"]): RawBuilder<unknown> {
  switch (box) {
    case "mine":
      return toDo(caller);
    case "available":
      return available(caller);
    case "upcoming":
      return upcoming(caller);
    case "done":
      return doneBy(caller);
    default:
      return caller.permissions.has("instance.read") ? sql`t.status = 'open'` : toDo(caller);
  }
}

function filtersOf(query: TaskQuery): RawBuilder<unknown>[] {
  const filters: RawBuilder<unknown>[] = [];
  if (query.definitionId !== undefined) filters.push(sql`t.definition_id = ${query.definitionId}`);
  if (query.instanceId !== undefined) filters.push(sql`t.instance_id = ${query.instanceId}::uuid`);
  const search = query.search?.trim();
  if (search) {
    const pattern = likePattern(search);
    filters.push(sql`(i.number ilike ${pattern} or i.business_key ilike ${pattern} or i.title ilike ${pattern}
      or t.name::text ilike ${pattern} or t.assignee in (select m.user_name from member m
        where m.tenant_id = t.tenant_id and (m.name ilike ${pattern} or m.user_name ilike ${pattern})))`);
  }
  return filters;
}

function afterOpen(cursor: string | undefined): RawBuilder<unknown> | null {
  const [due, id] = decodeCursor(cursor, 2) ?? [];
  const last = typeof id === "string" ? parseRowId(id) : null;
  if (!last) return null;
  const time = isInstant(due) ? due : "infinity";
  return sql`(coalesce(t.due, 'infinity'), t.instance_id, t.number)
    > (${time}::timestamptz, ${last.instance}::uuid, ${last.number}::int)`;
}

function afterDone(cursor: string | undefined): RawBuilder<unknown> | null {
  const [at, id] = decodeCursor(cursor, 2) ?? [];
  const last = typeof id === "string" ? parseRowId(id) : null;
  if (!last || !isInstant(at)) return null;
  return sql`(t.closed_at, t.instance_id, t.number)
    < (${at}::timestamptz, ${last.instance}::uuid, ${last.number}::int)`;
}
