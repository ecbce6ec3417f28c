import { type Kysely, sql } from "kysely";

/** Batches: the same done to many cases, with what came of each. A server of the version before does not know them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table batch (
  id uuid primary key,
  tenant_id text not null,
  operation json not null,
  status text not null check (status in ('running', 'paused', 'finished', 'cancelled')),
  total integer not null,
  done integer not null default 0,
  failed integer not null default 0,
  created_by text not null,
  created_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  -- One server carries out a part of it until then.
  leased_until timestamptz
);
create index batch_list on batch (tenant_id, id desc);
create index batch_running on batch (created_at) where status = 'running';
select protect_tenant_table('batch', 'select, insert, update');

create table batch_item (
  tenant_id text not null,
  batch_id uuid not null references batch on delete cascade,
  position integer not null,
  instance_id uuid not null,
  instance_number text,
  status text not null default 'waiting' check (status in ('waiting', 'done', 'failed')),
  problem json,
  finished_at timestamptz,
  primary key (batch_id, position)
) with (fillfactor = 70);
create index batch_item_waiting on batch_item (batch_id, position) where status = 'waiting';
create index batch_item_failed on batch_item (batch_id, position) where status = 'failed';
select protect_tenant_table('batch_item', 'select, insert');
`.execute(db);
}
