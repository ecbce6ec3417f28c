import type { Json, JsonObject } from "@flowright/client";
import { type RawBuilder, sql, type Transaction } from "kysely";
import type { CaseRecord, HistoryQuery } from "../contract/history.ts";
import type { Database } from "../database/open-database.ts";
import type { Tables } from "../database/tables.ts";
import { withEngine } from "../database/with-tenant.ts";
import { type StoredEvent, unpackEvents } from "../turns/sql/stored-events.ts";

/** Cases that are read at a time. */
const PAGE = 50;

/** The records of these cases, as the database has them now. */
export async function readCaseRecords(
  trx: Transaction<Tables>,
  ids: readonly string[],
  files: boolean,
): Promise<CaseRecord[]> {
  const list = (table: string, columns: RawBuilder<unknown>, order: string) => sql`
    coalesce((select json_agg(r order by ${sql.raw(order)}) from (
      select ${columns} from ${sql.table(table)} t where t.instance_id = i.id) r), '[]')`;
  const contents = files ? sql`, encode(t.content, 'base64') as content` : sql``;
  const { rows } = await sql<CaseRecord>`
    select 'flowright/case/v1' as schema, i.tenant_id as workspace,
           json_build_object('id', i.id, 'number', i.number, 'flow', i.definition_id, 'version', i.version,
             'status', i.status, 'title', i.title, 'businessKey', i.business_key, 'startedBy', i.started_by,
             'startedAt', i.started_at, 'endedAt', i.ended_at, 'parent', i.parent_id,
             'variables', i.state -> 'scopes' -> '0' -> 'vars') as case,
           ${list("instance_event", sql`t.seq, t.at, t.actor, t.command, t.events`, "seq")} as history,
           ${list(
             "task",
             sql`t.number, t.node, t.name, t.type, t.status, t.assignee, t.form, t.due, t.opened_at as "openedAt",
               t.closed_at as "closedAt", t.closed_by as "closedBy", t.outcome, t.comment`,
             "number",
           )} as tasks,
           ${list("comment", sql`t.task, t.by_user as by, t.at, t.text`, "at")} as comments,
           ${list(
             "incident",
             sql`t.number, t.node, t.code, t.params, t.message, t.attempts, t.raised_at as "raisedAt",
               t.resolved_at as "resolvedAt", t.resolved_by as "resolvedBy"`,
             "number",
           )} as incidents,
           ${list(
             "file",
             sql`t.id, t.name, t.media_type as "mediaType", t.size, t.by_user as by, t.at${contents}`,
             "at",
           )} as files
      from instance i where i.id = any(${ids}::uuid[]) order by i.id`.execute(trx);
  return rows.map((row) => ({ ...row, history: row.history.map(withEvents) }));
}

/** A turn with its events as they happened. */
function withEvents(turn: JsonObject): JsonObject {
  const events = unpackEvents(turn.events as unknown as readonly StoredEvent[]);
  return { ...turn, events: events as unknown as Json };
}

/** Cases in the order of their start, page by page; each page is one transaction. */
export async function* exportCases(database: Database, query: HistoryQuery): AsyncGenerator<CaseRecord> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const page = await withEngine(database, async (trx) => {
      const { rows } = await sql<{ id: string }>`
        select i.id from instance i where i.id > ${after}::uuid
           and (${query.workspace ?? null}::text is null or i.tenant_id = ${query.workspace ?? null})
           and (${query.flow ?? null}::text is null or i.definition_id = ${query.flow ?? null})
           and (i.ended_at is not null or ${query.running ?? false})
           and (${query.before ?? null}::timestamptz is null or i.ended_at < ${query.before ?? null}::timestamptz)
         order by i.id limit ${PAGE}`.execute(trx);
      const ids = rows.map(({ id }) => id);
      return { ids, records: await readCaseRecords(trx, ids, query.files ?? false) };
    });
    yield* page.records;
    const last = page.ids.at(-1);
    if (last === undefined || page.ids.length < PAGE) return;
    after = last;
  }
}
