import { type Kysely, sql } from "kysely";

/**
 * Definitions, instances and every row that an instance waits on. Hot tables carry tenant and instance, no
 * foreign keys (each would lock the parent row per step; `doctor` checks instead) and few indexes. JSON that
 * is only read back whole is `json`, which keeps the order of keys and costs less to write than `jsonb`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create function protect_tenant_table(target regclass, app_rights text) returns void
language plpgsql as $body$
declare
  app text := 'flowright_' || current_schema() || '_app';
  engine text := 'flowright_' || current_schema() || '_engine';
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s to %I using (tenant_id = current_setting(''flowright.tenant'', true)) '
    'with check (tenant_id = current_setting(''flowright.tenant'', true))', target, app);
  execute format('create policy engine on %s to %I using (true) with check (true)', target, engine);
  execute format('grant select, insert, update, delete on %s to %I', target, engine);
  if app_rights <> '' then
    execute format('grant %s on %s to %I', app_rights, target, app);
  end if;
end
$body$;

do $grants$
begin
  execute format('grant usage on schema %I to %I, %I', current_schema(),
    'flowright_' || current_schema() || '_app', 'flowright_' || current_schema() || '_engine');
end
$grants$;

create table definition (
  tenant_id text not null,
  id text not null,
  name json not null,
  description json,
  latest_version integer not null,
  startable_by text[],
  number_prefix text not null,
  primary key (tenant_id, id)
);
select protect_tenant_table('definition', 'select');

create table definition_version (
  tenant_id text not null,
  definition_id text not null,
  version integer not null,
  hash text not null,
  definition json not null,
  note text not null,
  published_at timestamptz not null,
  published_by text not null,
  primary key (tenant_id, definition_id, version)
);
select protect_tenant_table('definition_version', 'select');

create table message_start (
  tenant_id text not null,
  definition_id text not null,
  version integer not null,
  node text not null,
  name text not null,
  one_per_key boolean not null,
  primary key (tenant_id, name, definition_id, node)
);
select protect_tenant_table('message_start', 'select');

create table case_counter (
  tenant_id text not null,
  prefix text not null,
  last bigint not null,
  primary key (tenant_id, prefix)
);
select protect_tenant_table('case_counter', '');

create table instance (
  id uuid primary key,
  tenant_id text not null,
  definition_id text not null,
  version integer not null,
  number text not null,
  business_key text,
  title text,
  status text not null,
  seq integer not null,
  state json not null,
  started_by text,
  started_at timestamptz not null,
  ended_at timestamptz,
  start_message text,
  start_key text,
  open_incidents integer not null default 0
) with (fillfactor = 70);
create index instance_list on instance (tenant_id, id);
create index instance_running on instance (tenant_id, definition_id, version) where ended_at is null;
create unique index instance_number on instance (tenant_id, number);
create index instance_business_key on instance (tenant_id, business_key) where business_key is not null;
create unique index instance_one_per_key on instance (tenant_id, definition_id, start_message, start_key)
  where ended_at is null and start_key is not null;
select protect_tenant_table('instance', 'select');

create table instance_event (
  tenant_id text not null,
  instance_id uuid not null,
  seq integer not null,
  at timestamptz not null,
  actor text,
  command text not null,
  events json not null,
  primary key (instance_id, seq, at)
) partition by range (at);
select protect_tenant_table('instance_event', 'select');
create table instance_event_default partition of instance_event default;
alter table instance_event_default enable row level security;
alter table instance_event_default force row level security;

create table task (
  tenant_id text not null,
  instance_id uuid not null,
  number integer not null,
  definition_id text not null,
  version integer not null,
  node text not null,
  name json not null,
  type text not null,
  status text not null,
  assignee text,
  candidate_roles text[] not null,
  candidate_people text[] not null,
  form text,
  due timestamptz,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by text,
  outcome text,
  comment text,
  return_reason text,
  primary key (instance_id, number)
) with (fillfactor = 80);
create index task_assigned on task (tenant_id, assignee) where status = 'open' and assignee is not null;
create index task_open on task (tenant_id, (coalesce(due, 'infinity'::timestamptz)), instance_id, number)
  where status = 'open';
create index task_done on task (tenant_id, closed_by, closed_at) where status in ('completed', 'returned');
select protect_tenant_table('task', 'select');

create table task_draft (
  tenant_id text not null,
  instance_id uuid not null,
  task integer not null,
  user_name text not null,
  data json not null,
  saved_at timestamptz not null,
  primary key (instance_id, task, user_name)
);
select protect_tenant_table('task_draft', 'select, insert, update, delete');

create table comment (
  tenant_id text not null,
  id uuid primary key,
  instance_id uuid not null,
  task integer,
  by_user text not null,
  at timestamptz not null,
  text text not null
);
create index comment_instance on comment (instance_id, at);
select protect_tenant_table('comment', 'select, insert');

create table timer (
  tenant_id text not null,
  instance_id uuid not null,
  number integer not null,
  node text not null,
  due timestamptz not null,
  opened_at timestamptz not null,
  paused boolean not null default false,
  primary key (instance_id, number)
);
create index timer_due on timer (due) where not paused;
select protect_tenant_table('timer', 'select');

create table job (
  tenant_id text not null,
  instance_id uuid not null,
  number integer not null,
  definition_id text not null,
  node text not null,
  type text not null,
  call json,
  input json not null,
  attempts integer not null,
  attempt integer not null default 0,
  backoff integer[] not null,
  timeout_ms integer not null,
  opened_at timestamptz not null,
  -- When it may be taken: at first at once, then after the back-off.
  next_at timestamptz not null,
  lease uuid,
  -- By the database's own clock, whatever the moved clock of sample data says.
  lease_until timestamptz,
  worker text,
  last_failure json,
  paused boolean not null default false,
  primary key (instance_id, number)
) with (fillfactor = 70);
create index job_next on job (type, next_at) where not paused;
select protect_tenant_table('job', 'select');

create table subscription (
  tenant_id text not null,
  instance_id uuid not null,
  number integer not null,
  definition_id text not null,
  node text not null,
  name text not null,
  key text,
  opened_at timestamptz not null,
  paused boolean not null default false,
  primary key (instance_id, number)
);
create index subscription_message on subscription (tenant_id, name, key);
select protect_tenant_table('subscription', 'select');

create table message (
  tenant_id text not null,
  id text not null,
  name text not null,
  key text,
  data json not null,
  by_user text not null,
  received_at timestamptz not null,
  expires_at timestamptz not null,
  -- Set once some instance was chosen to receive it; until then it is buffered.
  matched_at timestamptz,
  primary key (tenant_id, id)
);
create index message_buffered on message (tenant_id, name, key) where matched_at is null;
create index message_received on message (received_at);
select protect_tenant_table('message', 'select');

-- A message on its way to one instance (subscription), or to a new one (start node).
create table delivery (
  id uuid primary key,
  tenant_id text not null,
  message_id text not null,
  definition_id text not null,
  version integer,
  instance_id uuid,
  subscription integer,
  start_node text,
  created_at timestamptz not null,
  -- Set in the turn that carried it out, or once the receiver turned out to wait no longer.
  settled_at timestamptz,
  refused boolean not null default false
);
create index delivery_pending on delivery (created_at) where settled_at is null;
create index delivery_message on delivery (tenant_id, message_id);
select protect_tenant_table('delivery', '');

create table incident (
  tenant_id text not null,
  instance_id uuid not null,
  number integer not null,
  definition_id text not null,
  version integer not null,
  node text not null,
  code text not null,
  params json not null,
  message json not null,
  detail json,
  job integer,
  attempts integer not null,
  raised_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by text,
  primary key (instance_id, number)
);
create index incident_list on incident (tenant_id, raised_at);
create index incident_open on incident (tenant_id, definition_id) where resolved_at is null;
select protect_tenant_table('incident', 'select');

create table idempotency (
  tenant_id text not null,
  user_name text not null,
  key text not null,
  body_hash text not null,
  response json,
  created_at timestamptz not null,
  primary key (tenant_id, user_name, key)
);
create index idempotency_age on idempotency (created_at);
select protect_tenant_table('idempotency', 'select, insert, update, delete');

create table audit (
  tenant_id text not null,
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  detail json not null
);
create index audit_list on audit (tenant_id, id);
select protect_tenant_table('audit', 'select, insert');

-- What changed, for live readers. Read in the order (xid, position) up to pg_snapshot_xmin, so that a
-- transaction that commits late is never skipped. Rows with an audience are for these people and roles only.
create table live_change (
  position bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  tenant_id text not null,
  topic text not null,
  people text[],
  roles text[],
  change json not null,
  at timestamptz not null default clock_timestamp()
);
create index live_change_order on live_change (tenant_id, topic, xid, position);
create index live_change_xid on live_change (xid);
select protect_tenant_table('live_change', 'select, insert');

-- One row: changes of transactions before this one may be gone.
create table live_horizon (pruned xid8 not null);
insert into live_horizon values ('0');
do $horizon$
begin
  execute format('grant select, update on live_horizon to %I', 'flowright_' || current_schema() || '_engine');
end
$horizon$;
`.execute(db);
}
