import type { FlowStats } from "@flowright/client";
import { sql, type Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";
import { type TurnParts, turnTime } from "../turns/turn-parts.ts";

interface StepRow {
  node: string;
  waiting: number;
  overdue: number;
  incidents: number;
  oldest: Date | null;
}

/** Cases that wait at each step of one version, in one query over the open waits. */
export async function flowStats(
  parts: TurnParts,
  trx: Transaction<Tables>,
  tenant: string,
  definitionId: string,
  version: number,
): Promise<FlowStats> {
  const cases = await sql<{ running: number; withPeople: number; overdue: number }>`
    with live as materialized (
      select id from instance where tenant_id = ${tenant} and definition_id = ${definitionId}
         and version = ${version} and ended_at is null
    )
    select (select count(*)::int from live) as running, count(distinct t.instance_id)::int as "withPeople",
           count(distinct t.instance_id) filter (where t.due < ${turnTime(parts)})::int as overdue
      from live join task t on t.instance_id = live.id where t.status = 'open'`.execute(trx);
  const { rows } = await sql<StepRow>`
    with live as materialized (
      select id from instance where tenant_id = ${tenant} and definition_id = ${definitionId}
         and version = ${version} and ended_at is null
    ), wait as (
      select t.instance_id, t.node, t.opened_at, t.due < ${turnTime(parts)} as overdue, false as incident
        from live join task t on t.instance_id = live.id where t.status = 'open'
      union all
      select w.instance_id, w.node, w.opened_at, false, false from live join job w on w.instance_id = live.id
      union all
      select w.instance_id, w.node, w.opened_at, false, false from live join timer w on w.instance_id = live.id
      union all
      select w.instance_id, w.node, w.opened_at, false, false
        from live join subscription w on w.instance_id = live.id
      union all
      select w.parent_id, w.parent_node, w.started_at, false, false
        from live join instance w on w.parent_id = live.id where w.ended_at is null
      union all
      select w.instance_id, w.node, w.raised_at, false, true
        from live join incident w on w.instance_id = live.id where w.resolved_at is null
    )
    select node, count(distinct instance_id)::int as waiting,
           count(distinct instance_id) filter (where overdue)::int as overdue,
           count(*) filter (where incident)::int as incidents, min(opened_at) as oldest
      from wait group by node order by node`.execute(trx);
  return {
    definitionId,
    version,
    ...(cases.rows[0] ?? { running: 0, withPeople: 0, overdue: 0 }),
    steps: rows.map((row) => ({
      node: row.node,
      waiting: row.waiting,
      overdue: row.overdue,
      incidents: row.incidents,
      oldestSince: row.oldest?.toISOString() ?? null,
    })),
  };
}
