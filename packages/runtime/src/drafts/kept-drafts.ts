import type { KeepDraft, KeptDraft, KeptDraftDetail } from "@flowright/client";
import { type Selectable, sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { KeptDraftTable } from "../database/people-tables.ts";
import type { Tables } from "../database/tables.ts";
import { versionOf } from "./based-on.ts";
import { refuseDraft } from "./draft-problems.ts";

/** How long what nobody named is kept. */
export const KEPT_DAYS = 30;
/** Named states of one flow. */
const MOST_NAMED = 500;
/** Unnamed states of one flow that are listed; older ones wait for their end unseen. */
const MOST_LISTED = 100;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Row = Omit<Selectable<KeptDraftTable>, "definition">;

const COLUMNS = [
  "tenant_id",
  "id",
  "draft_id",
  "reason",
  "name",
  "note",
  "based_on",
  "saved_at",
  "saved_by",
  "kept_at",
] as const;

/** The states of a draft that can be restored, the latest first. */
export async function listKept(
  trx: Transaction<Tables>,
  tenant: string,
  draft: string,
): Promise<KeptDraft[]> {
  const all = trx
    .selectFrom("kept_draft")
    .select(COLUMNS)
    .where("tenant_id", "=", tenant)
    .where("draft_id", "=", draft)
    .orderBy("kept_at", "desc");
  const named = await all.where("reason", "=", "named").execute();
  const unnamed = await all
    .where("reason", "<>", "named")
    .where("kept_at", ">", sql<Date>`clock_timestamp() - make_interval(days => ${KEPT_DAYS})`)
    .limit(MOST_LISTED)
    .execute();
  return [...named, ...unnamed]
    .sort((one, other) => other.kept_at.getTime() - one.kept_at.getTime())
    .map(keptOf);
}

/** Keeps a state beside the draft: under a name, or set aside for a while. */
export async function keepState(
  trx: Transaction<Tables>,
  caller: Caller,
  draft: string,
  body: KeepDraft,
): Promise<Result<KeptDraft>> {
  const name = (body.name ?? "").trim();
  if (name !== "") {
    const { rows } = await sql<{ named: number }>`
      select count(*)::int as named from kept_draft
       where tenant_id = ${caller.tenant} and draft_id = ${draft} and reason = 'named'`.execute(trx);
    if ((rows[0]?.named ?? 0) >= MOST_NAMED) return refuseDraft("draft.too-many-named", { most: MOST_NAMED });
  }
  const row = await trx
    .insertInto("kept_draft")
    .values({
      tenant_id: caller.tenant,
      draft_id: draft,
      reason: name === "" ? "setAside" : "named",
      name,
      note: body.note ?? "",
      definition: JSON.stringify(body.definition),
      based_on: versionOf(body.basedOn),
      saved_at: sql<string>`clock_timestamp()`,
      saved_by: caller.user,
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
  return { ok: true, value: keptOf(row) };
}

/** A state with its definition. */
export async function readKept(
  trx: Transaction<Tables>,
  tenant: string,
  draft: string,
  id: string,
): Promise<Result<KeptDraftDetail>> {
  const row = UUID.test(id)
    ? await trx
        .selectFrom("kept_draft")
        .selectAll()
        .where("tenant_id", "=", tenant)
        .where("draft_id", "=", draft)
        .where("id", "=", id)
        .executeTakeFirst()
    : undefined;
  if (row === undefined) return refuseDraft("draft.kept-unknown");
  return { ok: true, value: { ...keptOf(row), definition: row.definition } };
}

/** Forgets a state. */
export async function removeKept(
  trx: Transaction<Tables>,
  tenant: string,
  draft: string,
  id: string,
): Promise<Result<null>> {
  const row = UUID.test(id)
    ? await trx
        .deleteFrom("kept_draft")
        .where("tenant_id", "=", tenant)
        .where("draft_id", "=", draft)
        .where("id", "=", id)
        .returning("id")
        .executeTakeFirst()
    : undefined;
  return row === undefined ? refuseDraft("draft.kept-unknown") : { ok: true, value: null };
}

function keptOf(row: Row): KeptDraft {
  const until = new Date(row.kept_at.getTime() + KEPT_DAYS * 86_400_000);
  return {
    id: row.id,
    reason: row.reason,
    name: row.name,
    note: row.note,
    savedAt: row.saved_at.toISOString(),
    savedBy: row.saved_by,
    basedOn: row.based_on,
    until: row.reason === "named" ? null : until.toISOString(),
  };
}
