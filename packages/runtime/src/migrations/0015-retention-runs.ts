import { type Kysely, sql } from "kysely";

/**
 * Removals of finished cases: asked for by somebody (`asked_by`) or begun by a server itself (null). At most one of a
 * workspace is open; a server that dies leaves it open, and the next one goes on with it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table retention_run (
  tenant_id text not null,
  id bigint generated always as identity primary key,
  asked_at timestamptz not null,
  asked_by text,
  total integer not null,
  cases integer not null default 0,
  exported integer not null default 0,
  finished_at timestamptz,
  problem text
);
create index retention_run_list on retention_run (tenant_id, id);
create unique index retention_run_open on retention_run (tenant_id) where finished_at is null;
select protect_tenant_table('retention_run', 'select');
`.execute(db);
}
