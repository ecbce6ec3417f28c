import type { Check, Narrow } from "../check.ts";

/** Tables whose rows belong to a case. */
const OF_CASES = [
  "task",
  "task_draft",
  "comment",
  "timer",
  "job",
  "subscription",
  "incident",
  "instance_event",
] as const;

/** Rows that nothing but their case could make use of. The history stays: it tells what the case was. */
const USELESS_ALONE = ["task", "task_draft", "timer", "job", "subscription", "incident"] as const;

function ofTables(
  tables: readonly string[],
  query: (table: string, cases: Narrow) => string,
): (cases: Narrow) => string {
  return (cases) => tables.map((table) => query(table, cases)).join(" union all ");
}

/** A statement per table, as members of one `with`, before the statement that tells what was there. */
function perTable(tables: readonly string[], statement: (table: string) => string): string {
  return `, ${tables
    .map((table) => `${table}_rows as (${statement(table)})`)
    .join(", ")} select tenant, subject, detail as before from found`;
}

/** Rows in the right workspace, rows of cases that are there, versions that are there; and the walls between. */
export const tableChecks: readonly Check[] = [
  {
    code: "I9.tenant-differs",
    find: ofTables(
      OF_CASES,
      (table, cases) => `
      select distinct s.tenant_id as tenant, i.id as instance, null::int as number, i.id || ' ${table}' as subject,
             json_build_object('case', i.number, 'table', '${table}', 'tenant', i.tenant_id)::jsonb as detail
        from ${table} s join instance i on i.id = s.instance_id
       where s.tenant_id <> i.tenant_id and ${cases("i.id")}`,
    ),
    repair: perTable(
      OF_CASES,
      (table) => `update ${table} s set tenant_id = found.detail ->> 'tenant' from found
        where s.instance_id = found.instance and found.detail ->> 'table' = '${table}'
          and s.tenant_id <> found.detail ->> 'tenant'`,
    ),
  },
  {
    code: "I9.table-open",
    find: () => `
      select '' as tenant, null::uuid as instance, null::int as number, c.relname::text as subject,
             json_build_object('rowSecurity', c.relrowsecurity, 'forced', c.relforcerowsecurity,
               'policies', (select json_agg(p.polname) from pg_policy p where p.polrelid = c.oid)) as detail
        from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
       where c.relkind in ('r', 'p')
         and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id'
           and not a.attisdropped)
         and (not c.relrowsecurity or not c.relforcerowsecurity or (not c.relispartition and not exists (
           select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant')))`,
    repairTable: ({ subject, detail }, app) => {
      const name = `"${subject.replaceAll('"', '""')}"`;
      const { policies } = detail as { policies: readonly string[] | null };
      const own = "tenant_id = current_setting('flowright.tenant', true)";
      return [
        `alter table ${name} enable row level security`,
        `alter table ${name} force row level security`,
        ...((policies ?? []).includes("tenant") || /_\d{6}$|_default$/.test(subject)
          ? []
          : [`create policy tenant on ${name} to ${app} using (${own}) with check (${own})`]),
      ];
    },
  },
  {
    code: "R.case-missing",
    find: ofTables(
      USELESS_ALONE,
      (table, cases) => `
      select s.tenant_id as tenant, s.instance_id as instance, null::int as number,
             s.instance_id || ' ${table}' as subject,
             json_build_object('table', '${table}', 'rows', count(*)) as detail
        from ${table} s where not exists (select from instance i where i.id = s.instance_id)
         and ${cases("s.instance_id")} group by s.tenant_id, s.instance_id`,
    ),
    repair: perTable(
      USELESS_ALONE,
      (table) => `delete from ${table} s using found where s.instance_id = found.instance
        and found.detail ->> 'table' = '${table}'`,
    ),
  },
  {
    code: "R.history-alone",
    history: true,
    find: (cases) => `
      select x.tenant_id as tenant, x.instance_id as instance, null::int as number, x.instance_id::text as subject,
             json_build_object('turns', count(*), 'last', max(x.at)) as detail
        from instance_event x where not exists (select from instance i where i.id = x.instance_id)
         and ${cases("x.instance_id")} group by x.tenant_id, x.instance_id`,
  },
  {
    code: "R.version-missing",
    find: (cases) => `
      select i.tenant_id as tenant, i.id as instance, null::int as number, i.id::text as subject,
             json_build_object('case', i.number, 'flow', i.definition_id, 'version', i.version) as detail
        from instance i where i.ended_at is null and ${cases("i.id")} and not exists (
          select from definition_version v where v.tenant_id = i.tenant_id and v.definition_id = i.definition_id
             and v.version = i.version)`,
  },
  {
    code: "R.latest-differs",
    find: () => `
      select d.tenant_id as tenant, null::uuid as instance, null::int as number, d.id as subject,
             json_build_object('latest', d.latest_version, 'newest', max(v.version)) as detail
        from definition d join definition_version v on v.tenant_id = d.tenant_id and v.definition_id = d.id
       group by d.tenant_id, d.id, d.latest_version having max(v.version) <> d.latest_version`,
    repair: `
      update definition d set latest_version = (found.detail ->> 'newest')::int from found
       where d.tenant_id = found.tenant and d.id = found.subject
      returning found.tenant, found.subject, found.detail as before`,
  },
];
