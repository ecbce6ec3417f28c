import type pg from "pg";

/**
 * The schema as text, one line per column, index, policy, grant and function: the committed picture that a
 * test compares after all migrations. Monthly partitions are left out, since they depend on the date.
 */
export async function describeSchema(client: pg.Client | pg.Pool, schema: string): Promise<string> {
  const { rows } = await client.query<{ line: string }>(
    `with tables as (
       select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, c.reloptions
         from pg_class c
        where c.relnamespace = ($1::text)::regnamespace and c.relkind in ('r', 'p')
          and c.relname !~ '_[0-9]{6}$' and c.relname not like 'kysely%'
     )
     select line from (
       select relname as place, 0 as rank, 0 as position,
              'table ' || relname || case when relrowsecurity then ' rls' else '' end ||
              case when relforcerowsecurity then ' forced' else '' end ||
              coalesce(' (' || array_to_string(reloptions, ', ') || ')', '') as line
         from tables
       union all
       select relname, 1, a.attnum,
              '  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) ||
              case when a.attnotnull then ' not null' else '' end ||
              case a.attidentity when '' then '' else ' identity' end ||
              coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
         from tables join pg_attribute a on a.attrelid = tables.oid and a.attnum > 0 and not a.attisdropped
         left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
       union all
       select relname, 2, row_number() over (partition by relname order by con.conname),
              '  constraint ' || con.conname || ' ' || pg_get_constraintdef(con.oid)
         from tables join pg_constraint con on con.conrelid = tables.oid and con.contype in ('p', 'u', 'f', 'c')
       union all
       select relname, 3, row_number() over (partition by relname order by i.indexrelid::regclass::text),
              '  ' || replace(pg_get_indexdef(i.indexrelid), $1::text || '.', '')
         from tables join pg_index i on i.indrelid = tables.oid and not i.indisprimary
       union all
       select relname, 4, row_number() over (partition by relname order by p.polname),
              '  policy ' || p.polname || ' using ' || pg_get_expr(p.polqual, p.polrelid)
         from tables join pg_policy p on p.polrelid = tables.oid
       union all
       select relname, 5, row_number() over (partition by relname order by g.grantee),
              '  grant to ' || g.grantee || ': ' || g.rights
         from tables join lateral (
           select replace(grantee::regrole::text, '_' || $1::text || '_', '_<schema>_') as grantee,
                  string_agg(lower(privilege_type), ', ' order by privilege_type) as rights
             from pg_class c, aclexplode(c.relacl) where c.oid = tables.oid and grantee::regrole::text like 'flowright\\_%'
            group by 1
         ) g on true
       union all
       select '~' || p.proname, 6, 0, 'function ' || p.proname || '(' || pg_get_function_arguments(p.oid) || ')'
         from pg_proc p where p.pronamespace = ($1::text)::regnamespace
     ) lines order by place, rank, position`,
    [schema],
  );
  return `${rows.map(({ line }) => line).join("\n")}\n`;
}
