import type { InstanceStatus, InstanceSummary, Waiting } from "@flowright/client";
import { type RawBuilder, sql, type Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";
import { loadVersions, versionKey } from "../definitions/load-versions.ts";
import { type LoadedProgram, nodeNameOf } from "../turns/program-cache.ts";
import { type TurnParts, turnTime } from "../turns/turn-parts.ts";
import { isShownWait } from "./is-shown-wait.ts";

/** Columns of an instance in lists and details. */
export interface InstanceListRow {
  id: string;
  number: string;
  definition_id: string;
  version: number;
  status: InstanceStatus;
  business_key: string | null;
  title: string | null;
  started_by: string | null;
  started_at: Date;
  ended_at: Date | null;
  open_incidents: number;
}

/** The columns of `InstanceListRow`, of the table `i`. */
export const INSTANCE_COLUMNS: RawBuilder<InstanceListRow> = sql`
  i.id, i.number, i.definition_id, i.version, i.status, i.business_key, i.title, i.started_by, i.started_at,
  i.ended_at, i.open_incidents`;

interface WaitRow {
  instance_id: string;
  kind: Waiting["kind"];
  node: string;
  called: string | null;
  since: Date;
  due: Date | null;
  overdue: boolean;
  people: string[];
  roles: string[];
}

/** Summaries with what each case waits for: two more queries for the whole list, whatever its length. */
export async function instanceSummaries(
  parts: TurnParts,
  trx: Transaction<Tables>,
  tenant: string,
  rows: readonly InstanceListRow[],
): Promise<InstanceSummary[]> {
  if (rows.length === 0) return [];
  const versions = await loadVersions(
    trx,
    parts.programs,
    tenant,
    rows.map((row) => ({ definitionId: row.definition_id, version: row.version })),
  );
  const live = rows.filter((row) => row.ended_at === null).map((row) => row.id);
  const waits = Map.groupBy(await readWaits(parts, trx, live), (wait) => wait.instance_id);
  return rows.map((row) => {
    const program = versions.get(versionKey(row.definition_id, row.version));
    const own = waits.get(row.id) ?? [];
    return {
      id: row.id,
      number: row.number,
      definitionId: row.definition_id,
      definitionName: program?.definition.name ?? row.definition_id,
      version: row.version,
      status: row.status,
      businessKey: row.business_key,
      title: row.title,
      startedBy: row.started_by,
      startedAt: row.started_at.toISOString(),
      endedAt: row.ended_at?.toISOString() ?? null,
      waiting: own
        .filter((wait) => isShownWait(program?.nodes, wait))
        .map((wait) => waitingOf(program, wait)),
      openIncidents: row.open_incidents,
      overdueTasks: own.filter((wait) => wait.overdue).length,
    };
  });
}

async function readWaits(
  parts: TurnParts,
  trx: Transaction<Tables>,
  ids: readonly string[],
): Promise<WaitRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<WaitRow>`
    with wanted as materialized (select unnest(${[...ids]}::uuid[]) as id)
    select w.instance_id, 'task' as kind, w.node, null::uuid as called, w.opened_at as since, w.due,
           coalesce(w.due < ${turnTime(parts)}, false) as overdue,
           case when w.assignee is null then w.candidate_people else array[w.assignee] end as people,
           case when w.assignee is null then w.candidate_roles else '{}' end as roles
      from wanted join task w on w.instance_id = wanted.id where w.status = 'open'
    union all
    select w.instance_id, 'job', w.node, null, w.opened_at, null, false, '{}', '{}'
      from wanted join job w on w.instance_id = wanted.id
    union all
    select w.instance_id, 'timer', w.node, null, w.opened_at, w.due, false, '{}', '{}'
      from wanted join timer w on w.instance_id = wanted.id
    union all
    select w.parent_id, 'call', w.parent_node, w.id, w.started_at, null, false, '{}', '{}'
      from wanted join instance w on w.parent_id = wanted.id where w.ended_at is null
    union all
    select w.instance_id, w.type, w.node, null, w.opened_at, null, false, '{}', '{}'
      from wanted join subscription w on w.instance_id = wanted.id
    union all
    select w.instance_id, 'incident', w.node, null, w.raised_at, null, false, '{}', '{}'
      from wanted join incident w on w.instance_id = wanted.id where w.resolved_at is null
    order by since, node`.execute(trx);
  return rows;
}

function waitingOf(program: LoadedProgram | undefined, wait: WaitRow): Waiting {
  return {
    node: wait.node,
    nodeName: nodeNameOf(program?.nodes ?? new Map(), wait.node),
    choice: program?.choices.get(wait.node) ?? null,
    kind: wait.kind,
    calledCase: wait.called,
    since: wait.since.toISOString(),
    due: wait.due?.toISOString() ?? null,
    people: wait.people,
    roles: wait.roles,
  };
}
