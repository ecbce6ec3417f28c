import { type Kysely, sql } from "kysely";

/**
 * Workspaces, people, sessions, tokens, systems, files and drafts. Sign-in is global: `workspace`, `person` and
 * `sign_in_attempt` belong to no tenant. Secrets are kept as hashes, those that must be read again encrypted.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
create table workspace (
  id text primary key,
  name text not null,
  -- Its people may be entered with one click, on the loopback address.
  sample boolean not null,
  -- Made with one click; its owner may come back that way until a password is set.
  own boolean not null default false,
  created_at timestamptz not null default now()
);

create table person (
  user_name text primary key,
  password_hash text,
  language text,
  last_workspace text,
  created_at timestamptz not null default now()
);

create table sign_in_attempt (
  key bytea primary key,
  failures integer not null,
  last_at timestamptz not null
);
create index sign_in_attempt_age on sign_in_attempt (last_at);

create table member (
  tenant_id text not null,
  user_name text not null references person,
  name text not null,
  title json,
  roles text[] not null,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (tenant_id, user_name)
);
create index member_person on member (user_name);
select protect_tenant_table('member', 'select, update');

do $grants$
declare
  app text := 'flowright_' || current_schema() || '_app';
  engine text := 'flowright_' || current_schema() || '_engine';
begin
  execute format('grant select, insert, update, delete on workspace, person, sign_in_attempt to %I', engine);
  alter table person enable row level security;
  alter table person force row level security;
  execute format('create policy engine on person to %I using (true) with check (true)', engine);
  -- Within a workspace, its people's language and nothing else.
  execute format('create policy colleague on person to %I using '
    '(exists (select from member m where m.user_name = person.user_name))', app);
  execute format('grant select (user_name, language), update (language) on person to %I', app);
end
$grants$;

create table role (
  tenant_id text not null,
  id text not null,
  name json not null,
  permissions text[] not null,
  built_in boolean not null default false,
  primary key (tenant_id, id)
);
select protect_tenant_table('role', 'select');

create table session (
  secret_hash bytea primary key,
  tenant_id text not null,
  user_name text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_person on session (user_name);
create index session_age on session (expires_at);
select protect_tenant_table('session', '');

create table api_token (
  tenant_id text not null,
  id uuid primary key,
  name text not null,
  secret_hash bytea not null unique,
  permissions text[] not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  unique (tenant_id, name)
);
select protect_tenant_table('api_token', 'select, insert, delete');

create table system (
  tenant_id text not null,
  id text not null,
  name json not null,
  address text not null,
  secret_header text,
  secret bytea,
  operations json not null,
  primary key (tenant_id, id)
);
select protect_tenant_table('system', 'select, insert, update, delete');

create table file (
  tenant_id text not null,
  id uuid primary key,
  instance_id uuid,
  name text not null,
  media_type text not null,
  size integer not null,
  by_user text not null,
  at timestamptz not null default now(),
  content bytea not null
);
-- Photos and documents are compressed already.
alter table file alter column content set storage external;
create index file_instance on file (instance_id, at) where instance_id is not null;
select protect_tenant_table('file', 'select, insert, update');

create table draft (
  tenant_id text not null,
  id text not null,
  revision bigint not null,
  definition json not null,
  based_on integer,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (tenant_id, id)
);
select protect_tenant_table('draft', 'select, insert, update, delete');
`.execute(db);
}
