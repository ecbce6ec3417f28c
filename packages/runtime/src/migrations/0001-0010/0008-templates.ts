import { type Kysely, sql } from "kysely";

/** Templates of flows and of steps that people of a workspace made. A server of the version before does without. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table workspace_template (
  tenant_id text not null,
  kind text not null check (kind in ('flow', 'step')),
  id text not null,
  version integer not null,
  content json not null,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (tenant_id, kind, id)
);
select protect_tenant_table('workspace_template', 'select, insert, update, delete');
`.execute(db);
}
