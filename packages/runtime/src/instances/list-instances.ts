import type { InstanceSummary, Page } from "@flowright/client";
import { type RawBuilder, sql } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { InstanceQuery } from "../contract/runtime.ts";
import { decodeCursor, likePattern, pageLimit, pageOf } from "../database/list-page.ts";
import { isUuid } from "../database/row-id.ts";
import { withTenant } from "../database/with-tenant.ts";
import { type TurnParts, turnTime } from "../turns/turn-parts.ts";
import { caseReadable } from "./case-readable.ts";
import { INSTANCE_COLUMNS, type InstanceListRow, instanceSummaries } from "./instance-summaries.ts";

/** Cases that the caller may read, the newest first. */
export function listInstances(
  parts: TurnParts,
  caller: Caller,
  query: InstanceQuery,
): Promise<Page<InstanceSummary>> {
  const limit = pageLimit(query.limit);
  return withTenant(parts.database, caller, async (trx) => {
    const { rows } = await sql<InstanceListRow>`
      select ${INSTANCE_COLUMNS} from instance i
       where i.tenant_id = ${caller.tenant} and ${caseReadable(caller, "i")}
         and ${instanceConditions(parts, caller, query)}
       order by i.id desc limit ${limit + 1}`.execute(trx);
    const page = pageOf(
      rows,
      limit,
      (row) => row,
      (row) => [row.id],
    );
    return {
      items: await instanceSummaries(parts, trx, caller.tenant, page.items),
      next: page.next,
    };
  });
}

/** The condition of a query on the instance `i`. */
export function instanceConditions(
  parts: TurnParts,
  caller: Caller,
  query: InstanceQuery,
): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`true`];
  const after = decodeCursor(query.cursor, 1)?.[0];
  if (typeof after === "string" && isUuid(after)) all.push(sql`i.id < ${after}::uuid`);
  if (query.definitionId !== undefined) all.push(sql`i.definition_id = ${query.definitionId}`);
  if (query.version !== undefined) {
    const known = Number.isInteger(query.version) && Math.abs(query.version) < 2 ** 31;
    all.push(known ? sql`i.version = ${query.version}::int` : sql`false`);
  }
  if (query.status !== undefined) all.push(sql`i.status = ${query.status}`);
  if (query.startedByMe) all.push(sql`i.started_by = ${caller.user}`);
  if (query.incident !== undefined) {
    all.push(query.incident ? sql`i.open_incidents > 0` : sql`i.open_incidents = 0`);
  }
  if (query.overdue) {
    all.push(sql`i.ended_at is null and exists (select from task t where t.instance_id = i.id
      and t.status = 'open' and t.due < ${turnTime(parts)})`);
  }
  if (query.node !== undefined) all.push(waitsAt(query.node));
  const search = query.search?.trim();
  if (search) all.push(found(likePattern(search)));
  return sql.join(all, sql` and `);
}

function waitsAt(node: string): RawBuilder<unknown> {
  return sql`i.ended_at is null and (
    exists (select from task w where w.instance_id = i.id and w.node = ${node} and w.status = 'open')
    or exists (select from job w where w.instance_id = i.id and w.node = ${node})
    or exists (select from timer w where w.instance_id = i.id and w.node = ${node})
    or exists (select from subscription w where w.instance_id = i.id and w.node = ${node})
    or exists (select from incident w where w.instance_id = i.id and w.node = ${node}
                 and w.resolved_at is null))`;
}

/** Number, business key, title, or a person: who started it or has one of its open tasks. */
function found(pattern: string): RawBuilder<unknown> {
  const people = sql`(select m.user_name from member m where m.tenant_id = i.tenant_id
    and (m.name ilike ${pattern} or m.user_name ilike ${pattern}))`;
  return sql`(i.number ilike ${pattern} or i.business_key ilike ${pattern} or i.title ilike ${pattern}
    or i.started_by in ${people} or exists (select from task t where t.instance_id = i.id
      and t.status = 'open' and t.assignee in ${people}))`;
}
