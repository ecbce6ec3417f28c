import { type Kysely, sql } from "kysely";

/**
 * What the further kinds of steps need: signals beside messages, cases that call cases, tasks that wait for others,
 * starts by the clock, and decision tables with versions of their own. A server of the version before goes on beside
 * this: every new column has a default or may be null.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
alter table subscription add column type text not null default 'message';
alter table message add column type text not null default 'message';
alter table message_start add column type text not null default 'message';

-- A delivery brings one thing to one case, exactly once: a message or signal, or what cases that call each
-- other have to tell. source: the case and the number of its call, message or signal that it comes from.
alter table delivery alter column message_id drop not null;
alter table delivery add column kind text not null default 'message';
alter table delivery add column payload json;
alter table delivery add column source_id uuid;
alter table delivery add column source_number integer;
create index delivery_source on delivery (source_id, source_number) where settled_at is null and source_id is not null;

-- The case that called this one, and the number of the call and the step there.
alter table instance add column parent_id uuid;
alter table instance add column parent_call integer;
alter table instance add column parent_node text;
create index instance_parent on instance (parent_id) where parent_id is not null;

-- Steps of a plan that must be done before; set while the status is 'waiting'.
alter table task add column waits_for text[];
create index task_waiting on task (tenant_id, instance_id) where status = 'waiting';

create table timer_start (
  tenant_id text not null,
  definition_id text not null,
  version integer not null,
  node text not null,
  due timestamptz not null,
  primary key (tenant_id, definition_id, node)
);
create index timer_start_due on timer_start (due);
select protect_tenant_table('timer_start', 'select');

create table decision (
  tenant_id text not null,
  id text not null,
  name json not null,
  latest_version integer not null,
  primary key (tenant_id, id)
);
select protect_tenant_table('decision', 'select');

create table decision_version (
  tenant_id text not null,
  decision_id text not null,
  version integer not null,
  hash text not null,
  decision_table json not null,
  note text not null,
  published_at timestamptz not null,
  published_by text not null,
  primary key (tenant_id, decision_id, version)
);
select protect_tenant_table('decision_version', 'select');
`.execute(db);
}
