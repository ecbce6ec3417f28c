import { eventsIn } from "../../turns/sql/stored-events.ts";
import type { Check } from "../check.ts";

/** What the history of a case says of itself. Every event is read. */
export const historyChecks: readonly Check[] = [
  {
    code: "I2.done-twice",
    history: true,
    find: (cases) => `
      select x.tenant_id as tenant, x.instance_id as instance, e.number, x.instance_id || '.' || e.number as subject,
             json_build_object('what', e.kind, 'times', count(*)) as detail
        from instance_event x, lateral (
          select e ->> 'kind' as kind,
                 (coalesce(e ->> 'job', e ->> 'task', e ->> 'timer', e ->> 'call'))::int as number
            from ${eventsIn("x.events")} e(e)
           where e ->> 'kind' in ('job.completed', 'task.completed', 'timer.fired', 'call.completed')) e
       where ${cases("x.instance_id")}
       group by x.tenant_id, x.instance_id, e.kind, e.number having count(*) > 1`,
  },
  {
    code: "I3.turn-missing",
    history: true,
    find: (cases) => `
      select i.tenant_id as tenant, i.id as instance, null::int as number, i.id::text as subject,
             json_build_object('case', i.number, 'turns', i.seq, 'kept', kept.turns) as detail
        from instance i left join (
          select instance_id, count(distinct seq)::int as turns, min(seq) as first, max(seq) as last
            from instance_event x where ${cases("x.instance_id")} group by instance_id) kept on kept.instance_id = i.id
       where ${cases("i.id")}
         and (kept.turns is null or kept.turns <> i.seq or kept.first <> 1 or kept.last <> i.seq)`,
  },
  {
    code: "I6.turn-twice",
    history: true,
    find: (cases) => `
      select x.tenant_id as tenant, x.instance_id as instance, x.seq as number, x.instance_id || '.' || x.seq as subject,
             json_build_object('turn', x.seq, 'times', count(*)) as detail
        from instance_event x where ${cases("x.instance_id")}
       group by x.tenant_id, x.instance_id, x.seq having count(*) > 1`,
  },
  {
    code: "I4.timer-early",
    history: true,
    find: (cases) => `
      with timed as (
        select x.tenant_id, x.instance_id, x.at, e ->> 'kind' as kind, (e ->> 'timer')::int as number,
               (e ->> 'due')::timestamptz as due
          from instance_event x, ${eventsIn("x.events")} e(e)
         where e ->> 'kind' in ('timer.scheduled', 'timer.fired') and ${cases("x.instance_id")})
      select f.tenant_id as tenant, f.instance_id as instance, f.number, f.instance_id || '.' || f.number as subject,
             json_build_object('due', s.due, 'fired', f.at) as detail
        from timed f join timed s on s.instance_id = f.instance_id and s.number = f.number
         and s.kind = 'timer.scheduled'
       where f.kind = 'timer.fired' and f.at < s.due`,
  },
];
