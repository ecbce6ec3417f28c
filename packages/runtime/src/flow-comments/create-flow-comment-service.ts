import type { AddFlowComment, ChangeFlowComment, FlowComment, FlowCommentPlace } from "@flowright/client";
import { type Selectable, sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { FlowCommentService } from "../contract/runtime.ts";
import type { Database } from "../database/open-database.ts";
import type { FlowCommentTable } from "../database/people-tables.ts";
import { isUuid } from "../database/row-id.ts";
import type { Tables } from "../database/tables.ts";
import { withTenant } from "../database/with-tenant.ts";
import { refuseFlowComment } from "./flow-comment-problems.ts";

/** Comments of one flow, answers included. */
const MOST = 2_000;

type Row = Selectable<FlowCommentTable>;
type Written = Promise<Result<FlowComment>>;

/** Comments on the drawings of flows. `changed` is told after each, so that live readers look for what is new. */
export function createFlowCommentService(database: Database, changed: () => void): FlowCommentService {
  const telling = async <T>(work: Promise<Result<T>>): Promise<Result<T>> => {
    const result = await work;
    if (result.ok) changed();
    return result;
  };
  return {
    list: (caller, flow) => withTenant(database, caller, (trx) => listComments(trx, caller, flow)),
    add: (caller, flow, body) =>
      telling(withTenant(database, caller, (trx) => addComment(trx, caller, flow, body))),
    change: (caller, flow, id, body) =>
      telling(withTenant(database, caller, (trx) => changeComment(trx, caller, flow, id, body))),
    remove: (caller, flow, id) =>
      telling(withTenant(database, caller, (trx) => removeComment(trx, caller, flow, id))),
    seen: (caller, flow) =>
      withTenant(database, caller, async (trx) => {
        await sql`insert into flow_comment_seen (tenant_id, flow_id, user_name)
          values (${caller.tenant}, ${flow}, ${caller.user})
          on conflict (tenant_id, flow_id, user_name) do update set at = clock_timestamp()`.execute(trx);
        return null;
      }),
  };
}

async function listComments(trx: Transaction<Tables>, caller: Caller, flow: string): Promise<FlowComment[]> {
  const seen = await trx
    .selectFrom("flow_comment_seen")
    .select("at")
    .where("tenant_id", "=", caller.tenant)
    .where("flow_id", "=", flow)
    .where("user_name", "=", caller.user)
    .executeTakeFirst();
  const rows = await trx
    .selectFrom("flow_comment")
    .selectAll()
    .where("tenant_id", "=", caller.tenant)
    .where("flow_id", "=", flow)
    .orderBy("at")
    .orderBy("id")
    .limit(MOST)
    .execute();
  const unread = (row: Row) => row.by_user !== caller.user && (seen === undefined || row.at > seen.at);
  return rows
    .filter((row) => row.thread_id === null)
    .flatMap((first) => [first, ...rows.filter((row) => row.thread_id === first.id)])
    .map((row) => commentOf(row, unread(row)));
}

async function addComment(
  trx: Transaction<Tables>,
  caller: Caller,
  flow: string,
  { text, thread, place }: AddFlowComment,
): Written {
  if (!isText(text)) return refuseFlowComment("flow-comment.text-wrong", {}, { path: "/text" });
  if ((thread === undefined) === (place === undefined) || !isPlace(place)) {
    return refuseFlowComment("flow-comment.place-wrong", {}, { path: "/place" });
  }
  if (thread !== undefined) {
    const first = await selectComment(trx, caller, flow, thread);
    if (!first || first.thread_id !== null) {
      return refuseFlowComment("flow-comment.unknown", {}, { path: "/thread" });
    }
  }
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from flow_comment
    where tenant_id = ${caller.tenant} and flow_id = ${flow}`.execute(trx);
  if ((rows[0]?.count ?? 0) >= MOST) return refuseFlowComment("flow-comment.too-many", { most: MOST });
  const row = await trx
    .insertInto("flow_comment")
    .values({
      tenant_id: caller.tenant,
      flow_id: flow,
      thread_id: thread ?? null,
      ...(place ? columnsOf(place) : {}),
      text,
      by_user: caller.user,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await tell(trx, caller, flow);
  return { ok: true, value: commentOf(row, false) };
}

async function changeComment(
  trx: Transaction<Tables>,
  caller: Caller,
  flow: string,
  id: string,
  { text, resolved, place }: ChangeFlowComment,
): Written {
  const row = await selectComment(trx, caller, flow, id);
  if (!row || row.deleted) return refuseFlowComment("flow-comment.unknown");
  if (text !== undefined && !isText(text)) {
    return refuseFlowComment("flow-comment.text-wrong", {}, { path: "/text" });
  }
  if (text !== undefined && row.by_user !== caller.user) {
    return refuseFlowComment("flow-comment.not-yours", { by: row.by_user });
  }
  if ((resolved !== undefined || place !== undefined) && row.thread_id !== null) {
    return refuseFlowComment("flow-comment.place-wrong");
  }
  if (!isPlace(place)) return refuseFlowComment("flow-comment.place-wrong", {}, { path: "/place" });
  const written = await trx
    .updateTable("flow_comment")
    .set({
      text: text ?? row.text,
      ...(text === undefined ? {} : { edited_at: sql<string>`clock_timestamp()` }),
      ...(place ? columnsOf(place) : {}),
      ...(resolved === undefined
        ? {}
        : {
            resolved_at: resolved ? sql<string>`clock_timestamp()` : null,
            resolved_by: resolved ? caller.user : null,
          }),
    })
    .where("tenant_id", "=", caller.tenant)
    .where("flow_id", "=", flow)
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await tell(trx, caller, flow);
  return { ok: true, value: commentOf(written, false) };
}

/** Takes a comment back. What others have answered stays below an empty one. */
async function removeComment(
  trx: Transaction<Tables>,
  caller: Caller,
  flow: string,
  id: string,
): Promise<Result<null>> {
  const row = await selectComment(trx, caller, flow, id);
  if (!row) return refuseFlowComment("flow-comment.unknown");
  if (row.by_user !== caller.user) return refuseFlowComment("flow-comment.not-yours", { by: row.by_user });
  const same = sql`tenant_id = ${caller.tenant} and flow_id = ${flow}`;
  const { rows } = await sql`update flow_comment set deleted = true, text = '' where ${same} and id = ${id}
    and exists (select from flow_comment where ${same} and thread_id = ${id}) returning id`.execute(trx);
  if (rows.length === 0) await sql`delete from flow_comment where ${same} and id = ${id}`.execute(trx);
  // The last answer below an empty comment takes it along.
  if (row.thread_id !== null) {
    await sql`delete from flow_comment where ${same} and id = ${row.thread_id} and deleted
      and not exists (select from flow_comment where ${same} and thread_id = ${row.thread_id})`.execute(trx);
  }
  await tell(trx, caller, flow);
  return { ok: true, value: null };
}

async function selectComment(
  trx: Transaction<Tables>,
  caller: Caller,
  flow: string,
  id: string,
): Promise<Row | undefined> {
  if (!isUuid(id)) return undefined;
  return await trx
    .selectFrom("flow_comment")
    .selectAll()
    .where("tenant_id", "=", caller.tenant)
    .where("flow_id", "=", flow)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

async function tell(trx: Transaction<Tables>, caller: Caller, flow: string): Promise<void> {
  const change = { kind: "comments.changed", definitionId: flow, by: caller.user };
  await sql`insert into live_change (tenant_id, topic, change)
    values (${caller.tenant}, ${`drafts:${flow}`}, ${JSON.stringify(change)})`.execute(trx);
}

function isText(text: string): boolean {
  return text.trim() !== "" && text.length <= 4_000 && !text.includes("\u0000") && text.isWellFormed();
}

function isPlace(place: FlowCommentPlace | undefined): boolean {
  if (place === undefined) return true;
  const words = `${place.on ?? ""}${place.called}`;
  const numbers = Number.isFinite(place.x) && Number.isFinite(place.y);
  return numbers && words.length <= 600 && !words.includes("\u0000") && words.isWellFormed();
}

function columnsOf({ on, called, x, y }: FlowCommentPlace) {
  return { place_on: on, place_called: called, place_x: x, place_y: y };
}

function commentOf(row: Row, unread: boolean): FlowComment {
  return {
    id: row.id,
    thread: row.thread_id,
    place:
      row.thread_id === null
        ? { on: row.place_on, called: row.place_called ?? "", x: row.place_x ?? 0, y: row.place_y ?? 0 }
        : null,
    text: row.text,
    by: row.by_user,
    at: row.at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    deleted: row.deleted,
    resolvedAt: row.resolved_at?.toISOString() ?? null,
    resolvedBy: row.resolved_by,
    unread: unread && !row.deleted,
  };
}
