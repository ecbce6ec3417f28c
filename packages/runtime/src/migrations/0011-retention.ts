import { type Kysely, sql } from "kysely";

/**
 * For how long finished cases are kept: per workspace (`definition_id` empty) or per flow in it. Without a row, and
 * with `days` null, for ever. The index by which finished cases are found is made when the first rule is, beside
 * running servers, because most databases never need it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table retention (
  tenant_id text not null,
  definition_id text not null,
  days integer check (days >= 7),
  export boolean not null,
  set_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, definition_id)
);
select protect_tenant_table('retention', 'select');
`.execute(db);
}
