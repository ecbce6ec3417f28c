import type { Narrow } from "./check.ts";

/**
 * Common table expressions: `token`, what stands in the state of each living case, and `wait`, everything that
 * these states wait for, with the name of the kind of row that belongs to it.
 */
export function storedWaits(cases: Narrow): string {
  return `
    living as (
      select i.* from instance i where i.ended_at is null and ${cases("i.id")}
    ), token as (
      select i.id, i.tenant_id, i.number as case_number, i.definition_id, i.version, i.status,
             t.key::int as token, t.value as value, t.value -> 'w' as w, i.state -> 'scopes' as scopes
        from living i, json_each(${objectOf("i.state -> 'tokens'")}) t
    ), ahead as (
      select i.id, i.tenant_id, i.number as case_number, i.definition_id, i.version, i.status,
             (a ->> 0)::int as token, a ->> 1 as node,
             case json_array_length(a) when 2 then (a ->> 0)::int + 1 else (a ->> 2)::int end as task
        from living i, json_each(${objectOf("i.state -> 'scopes'")}) s, json_array_elements(s.value -> 'ahead') a
    ), wait as (
      select id, tenant_id, case_number, definition_id, version, status, token, 'task' as kind, n::int as number,
             value ->> 'n' as node, w -> 'tasks' -> n as open from token, json_object_keys(w -> 'tasks') n
      union all
      select id, tenant_id, case_number, definition_id, version, status, token, 'announced',
             (w -> 'ahead' ->> 'task')::int, value ->> 'n', null from token where w -> 'ahead' ->> 'task' is not null
      union all
      select id, tenant_id, case_number, definition_id, version, status, token, 'announced', task, node, null
        from ahead where task is not null
      union all
      select id, tenant_id, case_number, definition_id, version, status, token, 'timer', t.key::int, t.value, null
        from token, json_each_text(w -> 'timers') t
      union all
      select id, tenant_id, case_number, definition_id, version, status, token, 'message', t.key::int, t.value, null
        from token, json_each_text(w -> 'subs') t
      union all
      select id, tenant_id, case_number, definition_id, version, status, token, 'signal', t.key::int, t.value, null
        from token, json_each_text(w -> 'signals') t
      union all
      select id, tenant_id, case_number, definition_id, version, status, token, k.kind, (w ->> k.kind)::int,
             value ->> 'n', null
        from token, (values ('job'), ('call'), ('incident')) k (kind) where w ->> k.kind is not null
    )`;
}

/** An object of a state that may be damaged: empty where it is none. */
export function objectOf(json: string): string {
  return `case json_typeof(${json}) when 'object' then ${json} else '{}' end`;
}
