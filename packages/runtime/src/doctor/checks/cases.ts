import type { Check } from "../check.ts";
import { objectOf, storedWaits } from "../stored-waits.ts";

const ENDED = "('completed', 'terminated', 'cancelled')";

/** Whether a case goes on, by its row and by its state. Asked first: only what goes on waits for anything. */
export const rowCheck: Check = {
  code: "I3.row-differs",
  find: (cases) => `
    select i.tenant_id as tenant, i.id as instance, null::int as number, i.id::text as subject,
           json_build_object('case', i.number, 'status', i.status, 'state', i.state ->> 'status',
             'endedAt', i.ended_at) as detail
      from instance i
     where (i.status is distinct from i.state ->> 'status'
       or (i.ended_at is not null) <> (i.state ->> 'status' in ${ENDED})) and ${cases("i.id")}`,
  repair: `
    update instance i set status = i.state ->> 'status',
           ended_at = case when i.state ->> 'status' in ${ENDED} then coalesce(i.ended_at,
             (select max(x.at) from instance_event x where x.instance_id = i.id), clock_timestamp()) end
      from found where i.id = found.instance and i.state ->> 'status' is not null
    returning found.tenant, found.subject, found.detail as before`,
};

/** What the row of a case says of it, against its state; and what the parts of a state say of each other. */
export const caseChecks: readonly Check[] = [
  {
    code: "I1.started-twice",
    find: (cases) => `
      select i.tenant_id as tenant, min(i.parent_id::text)::uuid as instance, i.parent_call as number,
             i.parent_id || '.' || i.parent_call as subject,
             json_build_object('cases', json_agg(i.number order by i.id)) as detail
        from instance i where i.parent_id is not null and ${cases("i.parent_id")}
       group by i.tenant_id, i.parent_id, i.parent_call having count(*) > 1`,
  },
  {
    code: "I1.start-lost",
    // Cases stay for at least a week after their end; answers are kept for a week.
    find: (cases) => `
      select o.tenant_id as tenant, (o.response ->> 'id')::uuid as instance, null::int as number,
             o.response ->> 'number' as subject, json_build_object('startedBy', o.user_name) as detail
        from idempotency o
       where o.created_at > clock_timestamp() - interval '6 days' and o.response ->> 'definitionId' is not null
         and o.response ->> 'startedAt' is not null and ${cases("(o.response ->> 'id')::uuid")}
         and not exists (select from instance i where i.id = (o.response ->> 'id')::uuid)`,
  },
  {
    code: "I3.incidents-differ",
    find: (cases) => `
      select i.tenant_id as tenant, i.id as instance, null::int as number, i.id::text as subject,
             json_build_object('case', i.number, 'counted', i.open_incidents, 'open', n.open) as detail
        from instance i cross join lateral (
          select count(*)::int as open from incident n where n.instance_id = i.id and n.resolved_at is null) n
       where i.open_incidents <> n.open and ${cases("i.id")}`,
    repair: `
      update instance i set open_incidents = (found.detail ->> 'open')::int from found where i.id = found.instance
      returning found.tenant, found.subject, found.detail as before`,
  },
  {
    code: "I6.lease-broken",
    find: (cases) => `
      select j.tenant_id as tenant, j.instance_id as instance, j.number, j.instance_id || '.' || j.number as subject,
             json_build_object('type', j.type, 'worker', j.worker, 'attempt', j.attempt, 'attempts', j.attempts)
               as detail
        from job j where ((j.lease is null) <> (j.lease_until is null) or j.attempt > j.attempts or j.attempt < 0)
         and ${cases("j.instance_id")}`,
    // Whoever works on it loses the lease and hears so; the job is taken again, under the same key.
    repair: `
      update job j set lease = null, lease_until = null, worker = null, attempt = greatest(0, least(j.attempt,
        j.attempts - 1)) from found where j.instance_id = found.instance and j.number = found.number
      returning found.tenant, found.subject, found.detail as before`,
  },
  {
    code: "I8.token-lost",
    // Looked up within each state, so that it takes as long as there are tokens.
    find: (cases) => `
      with ${storedWaits(cases)}
      select t.tenant_id as tenant, t.id as instance, t.token as number, t.id || '.' || t.token as subject,
             json_build_object('case', t.case_number, 'step', t.value ->> 'n', 'scope', t.value -> 's') as detail
        from token t where t.scopes -> (t.value ->> 's') is null
      union all
      select i.tenant_id, i.id, (s.value ->> 'parent')::int, i.id || '.' || (s.value ->> 'parent'),
             json_build_object('case', i.number, 'step', s.value ->> 'node', 'scope', s.key)
        from living i, json_each(${objectOf("i.state -> 'scopes'")}) s
       where s.value ->> 'parent' is not null and i.state -> 'tokens' -> (s.value ->> 'parent') is null
      union all
      select i.tenant_id, i.id, null, i.id::text, json_build_object('case', i.number)
        from living i where not exists (select from json_each(${objectOf("i.state -> 'tokens'")}))
         and not exists (select from json_each(${objectOf("i.state -> 'scopes'")}) s
           where s.value -> 'ahead' is not null)`,
  },
  {
    code: "I8.step-unknown",
    find: (cases) => `
      with ${storedWaits(cases)}, known as materialized (
        select v.tenant_id, v.definition_id, v.version,
               array(select jsonb_path_query(v.definition::jsonb, '$.**.nodes[*].id') #>> '{}') as ids
          from definition_version v where (v.tenant_id, v.definition_id, v.version) in (
            select tenant_id, definition_id, version from living))
      select t.tenant_id as tenant, t.id as instance, t.token as number, t.id || '.' || t.token as subject,
             json_build_object('case', t.case_number, 'step', t.value ->> 'n') as detail
        from token t join known k on k.tenant_id = t.tenant_id and k.definition_id = t.definition_id
         and k.version = t.version
       where t.value ->> 'n' <> all (k.ids) and not exists (
         select from living i where i.id = t.id
            and jsonb_path_exists((i.state -> 'added')::jsonb, '$.**.nodes[*] ? (@.id == $id)',
              jsonb_build_object('id', t.value ->> 'n')))`,
  },
  {
    code: "I5.nothing-awaited",
    find: (cases) => `
      with candidate as materialized (
        select i.* from instance i where i.ended_at is null and i.status = 'active' and ${cases("i.id")}
           and not exists (select from task s where s.instance_id = i.id and s.status = 'open')
           and not exists (select from job s where s.instance_id = i.id)
           and not exists (select from timer s where s.instance_id = i.id)
           and not exists (select from subscription s where s.instance_id = i.id)
           and not exists (select from incident s where s.instance_id = i.id and s.resolved_at is null)
           and not exists (select from instance s where s.parent_id = i.id and s.ended_at is null)
           and not exists (select from delivery s where s.instance_id = i.id and s.settled_at is null)
           and not exists (select from delivery s where s.source_id = i.id and s.settled_at is null))
      select i.tenant_id as tenant, i.id as instance, null::int as number, i.id::text as subject,
             json_build_object('case', i.number, 'steps', array(
               select t.value ->> 'n' from json_each(${objectOf("i.state -> 'tokens'")}) t)) as detail
        from candidate i join definition_version v on v.tenant_id = i.tenant_id
         and v.definition_id = i.definition_id and v.version = i.version
       where not exists (select from json_each(${objectOf("i.state -> 'tokens'")}) t
               where t.value -> 'w' -> 'conds' is not null)
         -- Where people begin steps as they see fit, the case waits for them.
         and not exists (select from json_each(${objectOf("i.state -> 'scopes'")}) s
               where s.value ->> 'node' is not null and jsonb_path_exists(v.definition::jsonb,
                 '$.**.nodes[*] ? (@.id == $id && @.kind == "adHoc")',
                 jsonb_build_object('id', s.value ->> 'node')))`,
  },
];
