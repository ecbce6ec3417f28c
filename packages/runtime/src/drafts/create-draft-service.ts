import type { Draft, SaveDraft } from "@flowright/client";
import { sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { DraftService } from "../contract/runtime.ts";
import type { Database } from "../database/open-database.ts";
import type { Tables } from "../database/tables.ts";
import { withTenant } from "../database/with-tenant.ts";
import { versionOf } from "./based-on.ts";
import { refuseDraft } from "./draft-problems.ts";
import { keepState, listKept, readKept, removeKept } from "./kept-drafts.ts";

/** As the schema of definitions has it. */
const FLOW_ID = /^[A-Za-z_\u00C0-\u1FFF\u3001-\uD7FF][A-Za-z0-9_.\-\u00B7\u00C0-\u1FFF\u3001-\uD7FF]{0,99}$/;

export interface DraftServiceOptions {
  readonly database: Database;
  /** Told after a save, so that live readers look for what is new. */
  readonly changed?: ((tenant: string) => void) | undefined;
}

/**
 * Drafts of definitions: saved as they are, problems and all, under an optimistic lock. What a save replaces is kept
 * where somebody else had saved it, or some while ago.
 */
export function createDraftService({ database, changed }: DraftServiceOptions): DraftService {
  return {
    read: (caller, id) =>
      withTenant(database, caller, async (trx) => {
        const draft = await selectDraft(trx, caller.tenant, id);
        return draft ? { ok: true, value: draft } : refuseDraft("draft.unknown", { id });
      }),
    save: async (caller, id, body, ifMatch) => {
      const refused = checkDraft(id, body, ifMatch);
      if (refused) return refused;
      const result = await withTenant(database, caller, (trx) =>
        saveDraft(trx, caller, id, body, ifMatch ?? null),
      );
      if (result.ok) changed?.(caller.tenant);
      return result;
    },
    remove: (caller, id) => withTenant(database, caller, (trx) => removeDraft(trx, caller, id)),
    kept: (caller, id) => withTenant(database, caller, (trx) => listKept(trx, caller.tenant, id)),
    keep: async (caller, id, body) => {
      const refused = checkId(id, body);
      return refused ?? withTenant(database, caller, (trx) => keepState(trx, caller, id, body));
    },
    readKept: (caller, id, kept) =>
      withTenant(database, caller, (trx) => readKept(trx, caller.tenant, id, kept)),
    removeKept: (caller, id, kept) =>
      withTenant(database, caller, (trx) => removeKept(trx, caller.tenant, id, kept)),
  };
}

function checkDraft(id: string, body: SaveDraft, ifMatch: string | null | undefined) {
  if (ifMatch === undefined) return refuseDraft("draft.revision-missing");
  return checkId(id, body);
}

function checkId(id: string, body: Pick<SaveDraft, "definition">) {
  if (!FLOW_ID.test(id)) return refuseDraft("draft.id-malformed", { id });
  const inside = body.definition.id;
  if (typeof inside === "string" && inside !== id) {
    return refuseDraft("draft.id-differs", { id, inside }, { path: "/definition/id" });
  }
  return null;
}

async function saveDraft(
  trx: Transaction<Tables>,
  caller: Caller,
  id: string,
  body: SaveDraft,
  revision: string | null,
): Promise<Result<Draft>> {
  const definition = JSON.stringify(body.definition);
  const basedOn = versionOf(body.basedOn);
  const written =
    revision === null
      ? await sql`insert into draft values
          (${caller.tenant}, ${id}, 1, ${definition}, ${basedOn}, now(), ${caller.user})
          on conflict do nothing returning 1`.execute(trx)
      : await sql`
          with replaced as (
            insert into kept_draft (tenant_id, draft_id, reason, definition, based_on, saved_at, saved_by)
            select tenant_id, id, 'replaced', definition, based_on, saved_at, saved_by from draft
             where tenant_id = ${caller.tenant} and id = ${id} and revision::text = ${revision}
               and definition::text <> ${definition}
               and (${body.keepReplaced === true} or saved_by <> ${caller.user}
                 or saved_at < now() - interval '10 minutes')
          )
          update draft set revision = revision + 1, definition = ${definition},
             based_on = coalesce(${basedOn}, based_on), saved_at = now(), saved_by = ${caller.user}
           where tenant_id = ${caller.tenant} and id = ${id} and revision::text = ${revision}
          returning 1`.execute(trx);
  const draft = await selectDraft(trx, caller.tenant, id);
  if (!draft) return refuseDraft("draft.gone");
  if (written.rows.length === 0) {
    return refuseDraft("draft.stale", { by: draft.savedBy, revision: draft.revision });
  }
  const change = { kind: "draft.saved", definitionId: id, revision: draft.revision, by: caller.user };
  await sql`insert into live_change (tenant_id, topic, change)
    values (${caller.tenant}, ${`drafts:${id}`}, ${JSON.stringify(change)})`.execute(trx);
  return { ok: true, value: draft };
}

async function selectDraft(trx: Transaction<Tables>, tenant: string, id: string): Promise<Draft | null> {
  const row = await trx
    .selectFrom("draft")
    .selectAll()
    .where("tenant_id", "=", tenant)
    .where("id", "=", id)
    .executeTakeFirst();
  return row
    ? {
        id,
        revision: row.revision,
        definition: row.definition,
        savedAt: row.saved_at.toISOString(),
        savedBy: row.saved_by,
        basedOn: row.based_on,
      }
    : null;
}

/** Deletes a draft; what it was stays restorable. */
async function removeDraft(trx: Transaction<Tables>, caller: Caller, id: string): Promise<Result<null>> {
  const { rows } = await sql`
    with removed as (
      delete from draft where tenant_id = ${caller.tenant} and id = ${id} returning *
    )
    insert into kept_draft (tenant_id, draft_id, reason, definition, based_on, saved_at, saved_by)
    select tenant_id, id, 'discarded', definition, based_on, saved_at, saved_by from removed
    returning draft_id`.execute(trx);
  return rows.length > 0 ? { ok: true, value: null } : refuseDraft("draft.unknown", { id });
}
