import { type Kysely, sql } from "kysely";

/**
 * Comments on the drawing of a flow: threads at a step, a line or a place of the ground, and who has seen how much of
 * them. They are no part of the definition. A server of the version before goes on without them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table flow_comment (
  tenant_id text not null,
  id uuid not null default gen_random_uuid(),
  flow_id text not null,
  thread_id uuid,
  place_on text,
  place_called text,
  place_x double precision,
  place_y double precision,
  text text not null,
  by_user text not null,
  at timestamptz not null default clock_timestamp(),
  edited_at timestamptz,
  deleted boolean not null default false,
  resolved_at timestamptz,
  resolved_by text,
  primary key (tenant_id, flow_id, id),
  foreign key (tenant_id, flow_id, thread_id) references flow_comment on delete cascade,
  check ((thread_id is null) = (place_x is not null))
);
create index flow_comment_thread on flow_comment (tenant_id, flow_id, thread_id) where thread_id is not null;
select protect_tenant_table('flow_comment', 'select, insert, update, delete');

create table flow_comment_seen (
  tenant_id text not null,
  flow_id text not null,
  user_name text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, flow_id, user_name)
);
select protect_tenant_table('flow_comment_seen', 'select, insert, update, delete');
`.execute(db);
}
