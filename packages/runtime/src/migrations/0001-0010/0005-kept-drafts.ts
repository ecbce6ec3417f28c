import { type Kysely, sql } from "kysely";

/**
 * States of a draft beside the draft itself: those that somebody named, and what was replaced by somebody else's save, set
 * aside in a conflict or discarded. A server of the version before saves drafts beside this without keeping any.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table kept_draft (
  tenant_id text not null,
  id uuid not null default gen_random_uuid(),
  draft_id text not null,
  reason text not null check (reason in ('named', 'replaced', 'setAside', 'discarded')),
  name text not null default '',
  note text not null default '',
  definition json not null,
  based_on integer,
  saved_at timestamptz not null,
  saved_by text not null,
  kept_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, draft_id, id)
);
create index kept_draft_age on kept_draft (kept_at) where reason <> 'named';
select protect_tenant_table('kept_draft', 'select, insert, delete');
`.execute(db);
}
