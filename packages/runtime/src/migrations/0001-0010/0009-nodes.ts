import { type Kysely, sql } from "kysely";

/**
 * The processes that work on this schema, each with a lease by the database's clock, and what each of them took.
 * No index on the node of a job: it would cost every job, and is asked for only when a process has died. A server of
 * the version before takes jobs without a node, and its leases run out by time as they always did.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table node (
  epoch bigint generated always as identity primary key,
  name text not null,
  state text not null default 'running' check (state in ('running', 'draining')),
  started_at timestamptz not null default clock_timestamp(),
  lease_until timestamptz not null
) with (fillfactor = 50);
do $grants$
begin
  execute format('grant select, insert, update, delete on node to %I',
    'flowright_' || current_schema() || '_engine');
end
$grants$;

alter table job add column node_epoch bigint, add column deaths integer not null default 0;
alter table batch add column node_epoch bigint;
`.execute(db);
}
