import { CASE_INCIDENT } from "../../damage/look-at-case.ts";
import { eventsIn } from "../../turns/sql/stored-events.ts";
import type { Check, Narrow } from "../check.ts";
import { storedWaits } from "../stored-waits.ts";

/** What a state waits for without a row for it: the case would stand still for ever. */
function waitsWithout(kinds: readonly string[], row: string): (cases: Narrow) => string {
  const names = kinds.map((kind) => `'${kind}'`).join(", ");
  return (cases) => `
    with ${storedWaits(cases)}
    select w.tenant_id as tenant, w.id as instance, w.number, w.id || '.' || w.number as subject,
           json_build_object('case', w.case_number, 'kind', w.kind, 'step', w.node, 'token', w.token) as detail
      from wait w where w.kind in (${names}) and not exists (${row})`;
}

/** Rows that are ready to be worked on though no state waits for them. */
function rowsWithout(kinds: readonly string[], from: string, number: string): (cases: Narrow) => string {
  const names = kinds.map((kind) => `'${kind}'`).join(", ");
  return (cases) => `
    with ${storedWaits(cases)}
    select s.tenant_id as tenant, s.instance_id as instance, s.number, s.instance_id || '.' || s.number as subject,
           json_build_object('case', i.number, 'step', s.node) as detail
      from ${from} join instance i on i.id = s.instance_id and ${cases("i.id")}
     where not exists (select from wait w where w.id = s.instance_id and w.number = ${number}
       and w.kind in (${names}))`;
}

/** The event that opened the wait: the newest of the kind with its number. */
function openedBy(kinds: string, number: string): string {
  return `cross join lateral (
      select x.at, x.seq, e from instance_event x, ${eventsIn("x.events")} e(e)
       where x.instance_id = found.instance and e ->> 'kind' in (${kinds}) and (e ->> '${number}')::int = found.number
       order by x.seq desc limit 1) opened`;
}

const TIMERS: readonly Check[] = [
  {
    code: "I4.timer-missing",
    find: waitsWithout(["timer"], "select from timer s where s.instance_id = w.id and s.number = w.number"),
    repair: `
      insert into timer (tenant_id, instance_id, number, node, due, opened_at, paused)
      select found.tenant, found.instance, found.number, found.detail ->> 'step', (opened.e ->> 'due')::timestamptz,
             opened.at, i.status = 'suspended'
        from found join instance i on i.id = found.instance ${openedBy("'timer.scheduled'", "timer")}
      returning tenant_id as tenant, instance_id || '.' || number as subject, null::json as before`,
  },
  {
    code: "I4.timer-unawaited",
    find: rowsWithout(["timer"], "timer s", "s.number"),
    repair: `
      delete from timer s using found where s.instance_id = found.instance and s.number = found.number
      returning found.tenant, found.subject, row_to_json(s) as before`,
  },
  {
    code: "I4.pause-differs",
    find: (cases) => `
      select i.tenant_id as tenant, i.id as instance, s.number, i.id || '.' || s.number as subject,
             json_build_object('case', i.number, 'kind', s.kind, 'paused', s.paused) as detail
        from instance i join (
          select 'timer' as kind, instance_id, number, paused from timer
          union all select 'job', instance_id, number, paused from job
          union all select 'subscription', instance_id, number, paused from subscription) s on s.instance_id = i.id
       where s.paused <> (i.status = 'suspended' or exists (select from incident n where n.instance_id = i.id
               and n.number = ${CASE_INCIDENT} and n.resolved_at is null))
         and i.ended_at is null and ${cases("i.id")}`,
    repair: `
      , timers as (update timer s set paused = not s.paused from found where s.instance_id = found.instance
          and s.number = found.number and found.detail ->> 'kind' = 'timer'),
        jobs as (update job s set paused = not s.paused from found where s.instance_id = found.instance
          and s.number = found.number and found.detail ->> 'kind' = 'job'),
        subscriptions as (update subscription s set paused = not s.paused from found
         where s.instance_id = found.instance and s.number = found.number
           and found.detail ->> 'kind' = 'subscription')
      select tenant, subject, detail as before from found`,
  },
];

/** The row of an open task as its step, its event and the state say it should be. */
const REOPEN_TASK = `
  insert into task (tenant_id, instance_id, number, definition_id, version, node, name, type, status, assignee,
    candidate_roles, candidate_people, form, due, opened_at, waits_for)
  select found.tenant, found.instance, found.number, i.definition_id, i.version, found.detail ->> 'step',
         coalesce((step.node -> 'name')::json, to_json(found.detail ->> 'step')), opened.e ->> 'type',
         case found.detail ->> 'kind' when 'announced' then 'waiting' else 'open' end,
         task.now ->> 'assignee', texts(task.now -> 'roles'), texts(task.now -> 'people'),
         step.node ->> 'form', (opened.e ->> 'due')::timestamptz, opened.at,
         case found.detail ->> 'kind' when 'announced' then texts(waits.e -> 'waitsFor') end
    from found join instance i on i.id = found.instance
    left join definition_version v on v.tenant_id = i.tenant_id and v.definition_id = i.definition_id
     and v.version = i.version
    ${openedBy("'task.opened'", "task")}
    left join lateral (
      select e from instance_event x, ${eventsIn("x.events")} e(e)
       where x.instance_id = found.instance and e ->> 'token' = found.detail ->> 'token'
         and (e ->> 'kind' = 'step.waits' or (e ->> 'kind' = 'task.opened' and (e ->> 'task')::int = found.number))
       order by x.seq desc limit 1) waits on true
    left join lateral (select coalesce(
        jsonb_path_query_first(v.definition::jsonb, '$.**.nodes[*] ? (@.id == $id)',
          jsonb_build_object('id', found.detail ->> 'step')),
        jsonb_path_query_first((i.state -> 'added')::jsonb, '$.**.nodes[*] ? (@.id == $id)',
          jsonb_build_object('id', found.detail ->> 'step'))) as node) step on true
    left join lateral (select coalesce(i.state -> 'tokens' -> (found.detail ->> 'token') -> 'w' -> 'tasks'
        -> (found.number::text), json_build_object('assignee', opened.e -> 'assignee',
          'roles', opened.e -> 'candidates' -> 'roles', 'people', opened.e -> 'candidates' -> 'people')) as now) task
      on true
  on conflict (instance_id, number) do update set status = excluded.status, assignee = excluded.assignee,
    candidate_roles = excluded.candidate_roles, candidate_people = excluded.candidate_people,
    waits_for = excluded.waits_for, closed_at = null, closed_by = null, outcome = null, comment = null
  returning tenant_id as tenant, instance_id || '.' || number as subject, null::json as before`.replaceAll(
  /texts\(([^()]*)\)/g,
  "coalesce(array(select json_array_elements_text(case json_typeof($1) when 'array' then $1 else '[]' end)), '{}')",
);

const OTHERS: readonly Check[] = [
  {
    code: "I5.task-missing",
    find: waitsWithout(
      ["task", "announced"],
      `select from task s where s.instance_id = w.id and s.number = w.number
         and s.status = case w.kind when 'task' then 'open' else 'waiting' end`,
    ),
    repair: REOPEN_TASK,
  },
  {
    code: "I7.task-unawaited",
    find: rowsWithout(
      ["task", "announced"],
      "(select * from task where status in ('open', 'waiting')) s",
      "s.number",
    ),
    repair: `
      update task s set status = 'cancelled', closed_at = clock_timestamp(), waits_for = null
        from found join task was on was.instance_id = found.instance and was.number = found.number
       where s.instance_id = was.instance_id and s.number = was.number
      returning found.tenant, found.subject,
        json_build_object('status', was.status, 'assignee', was.assignee, 'waitsFor', was.waits_for) as before`,
  },
  {
    code: "I5.job-missing",
    find: waitsWithout(["job"], "select from job s where s.instance_id = w.id and s.number = w.number"),
  },
  {
    code: "I5.job-unawaited",
    find: rowsWithout(["job"], "job s", "s.number"),
    repair: `
      delete from job s using found where s.instance_id = found.instance and s.number = found.number
      returning found.tenant, found.subject, row_to_json(s) as before`,
  },
  {
    code: "I5.subscription-missing",
    find: waitsWithout(
      ["message", "signal"],
      "select from subscription s where s.instance_id = w.id and s.number = w.number and s.type = w.kind",
    ),
    repair: `
      insert into subscription (tenant_id, instance_id, number, definition_id, node, type, name, key, opened_at, paused)
      select found.tenant, found.instance, found.number, i.definition_id, found.detail ->> 'step',
             found.detail ->> 'kind', opened.e ->> 'name', opened.e ->> 'key', opened.at, i.status = 'suspended'
        from found join instance i on i.id = found.instance
        ${openedBy("'message.awaited', 'signal.awaited'", "subscription")}
      on conflict (instance_id, number) do update set type = excluded.type, name = excluded.name, key = excluded.key
      returning tenant_id as tenant, instance_id || '.' || number as subject, null::json as before`,
  },
  {
    code: "I5.subscription-unawaited",
    find: rowsWithout(["message", "signal"], "subscription s", "s.number"),
    repair: `
      delete from subscription s using found where s.instance_id = found.instance and s.number = found.number
      returning found.tenant, found.subject, row_to_json(s) as before`,
  },
  {
    code: "I5.incident-missing",
    find: waitsWithout(
      ["incident"],
      `select from incident s where s.instance_id = w.id and s.number = w.number and s.resolved_at is null`,
    ),
    repair: `
      insert into incident (tenant_id, instance_id, number, definition_id, version, node, code, params, message, job,
        attempts, raised_at)
      select found.tenant, found.instance, found.number, i.definition_id, i.version, found.detail ->> 'step',
             opened.e ->> 'code', opened.e -> 'params', opened.e -> 'message', (opened.e ->> 'job')::int, 0, opened.at
        from found join instance i on i.id = found.instance ${openedBy("'incident.raised'", "incident")}
      on conflict (instance_id, number) do update set resolved_at = null, resolved_by = null
      returning tenant_id as tenant, instance_id || '.' || number as subject, null::json as before`,
  },
  {
    code: "I5.incident-unawaited",
    // That of the case itself is no wait: it says that the state cannot be read.
    find: rowsWithout(
      ["incident"],
      `(select * from incident where resolved_at is null and number <> ${CASE_INCIDENT}) s`,
      "s.number",
    ),
    repair: `
      update incident s set resolved_at = clock_timestamp(), resolved_by = 'doctor' from found
       where s.instance_id = found.instance and s.number = found.number
      returning found.tenant, found.subject, json_build_object('code', s.code) as before`,
  },
  {
    code: "I5.call-missing",
    find: waitsWithout(
      ["call"],
      `select from instance c where c.parent_id = w.id and c.parent_call = w.number and c.ended_at is null
        union all
        select from delivery d where d.source_id = w.id and d.source_number = w.number and d.settled_at is null`,
    ),
    // A called case that has ended tells so once more; one that never began cannot be begun: its data is not kept.
    repair: `
      insert into delivery (id, tenant_id, kind, definition_id, instance_id, payload, source_id, source_number,
        created_at)
      select gen_random_uuid(), found.tenant, 'call.end', called.definition_id, found.instance,
             case when called.status = 'cancelled' or ended.e -> 'error' is not null
               then json_build_object('status', called.status, 'error', ended.e -> 'error')
               else json_build_object('status', called.status,
                 'result', coalesce(called.state -> 'scopes' -> '0' -> 'vars', '{}')) end,
             found.instance, found.number, clock_timestamp() - interval '1 hour'
        from found join lateral (
          select * from instance c where c.parent_id = found.instance and c.parent_call = found.number
             and c.ended_at is not null limit 1) called on true
        left join lateral (
          select e from instance_event x, ${eventsIn("x.events")} e(e)
           where x.instance_id = called.id and e ->> 'kind' = 'instance.ended' limit 1) ended on true
      returning tenant_id as tenant, source_id || '.' || source_number as subject, null::json as before`,
  },
];

/** Every wait of a state has its row, and every row its wait. */
export const waitChecks: readonly Check[] = [...TIMERS, ...OTHERS];
