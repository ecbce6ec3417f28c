import { setTimeout as delay } from "node:timers/promises";
import type { WorkflowDefinition } from "@flowright/definition";
import type { Result } from "@flowright/runtime";
import { accepted, machine } from "../../../runtime/test/turns/open-world.ts";
import { anyOf, type FaultWorld } from "./fault-world.ts";

/** Durable steps a second of the load. */
const STEPS = 300;
/** Durable steps of each of its cases: the start, five calls, a timer. */
const CASE_STEPS = 7;

/** A case that was acknowledged. */
export interface StartedCase {
  readonly id: string;
  /** When it was asked for, by `performance.now()`, and the milliseconds until the answer. */
  readonly asked: number;
  readonly waited: number;
}

/** How late somebody was served, as milliseconds at the 99th of a hundred. */
export interface Lateness {
  readonly calls: number;
  readonly timers: number;
  /** A second. */
  readonly steps: number;
}

/** Starts cases of the chain at an even pace until the signal, and gives those that were acknowledged. */
export async function startCases(faults: FaultWorld, signal: AbortSignal): Promise<StartedCase[]> {
  const started: StartedCase[] = [];
  const open: Promise<void>[] = [];
  const startOne = async () => {
    const asked = performance.now();
    const { node } = anyOf(faults.places);
    const body = { definitionId: "chain" };
    const result = await node?.ask<Result<{ id: string }>>("instances", "start", machine, body);
    if (result) started.push({ id: accepted(result).id, asked, waited: performance.now() - asked });
  };
  const began = performance.now();
  while (!signal.aborted) {
    const due = ((performance.now() - began) / 1000) * (STEPS / CASE_STEPS);
    while (open.length < due) open.push(startOne());
    await delay(20);
  }
  await Promise.all(open);
  return started;
}

/**
 * How late calls and timers were in the milliseconds that follow. Each call is held against the step that asked for it:
 * the calls of a case come one after the other.
 */
export async function lateness(faults: FaultWorld, milliseconds: number): Promise<Lateness> {
  const from = await now(faults);
  await delay(milliseconds);
  return await faults.look(async (client) => {
    const { rows } = await client.query<{ calls: number | null; timers: number | null; steps: number }>(
      `with step as (
         select instance_id, at, command, seq from instance_event where at >= $1::timestamptz - interval '5 seconds'
       ), call as (
         select key, split_part(key, '.', 1)::uuid as instance_id, at from public.sink where at >= $1::timestamptz and attempt = 1
       ), late as (
         select extract(epoch from c.at - max(s.at)) as late from call c
           join step s on s.instance_id = c.instance_id and s.at <= c.at and s.seq in (1, 2, 3, 5, 6)
          group by c.key, c.at
       ), fired as (
         select extract(epoch from f.at - a.at) - 0.5 as late from step f
           join step a on a.instance_id = f.instance_id and a.seq = f.seq - 1
          where f.command = 'timer.fire' and f.at >= $1::timestamptz)
       select (select percentile_cont(0.99) within group (order by late)::float8 * 1000 from late) as calls,
              (select percentile_cont(0.99) within group (order by late)::float8 * 1000 from fired) as timers,
              (select count(*)::int from step where at >= $1::timestamptz) as steps`,
      [from],
    );
    const [row] = rows;
    return {
      calls: row?.calls ?? Number.POSITIVE_INFINITY,
      timers: row?.timers ?? Number.POSITIVE_INFINITY,
      steps: ((row?.steps ?? 0) / milliseconds) * 1000,
    };
  });
}

async function now(faults: FaultWorld): Promise<string> {
  const { rows } = await faults.world.admin.query<{ now: string }>("select clock_timestamp()::text as now");
  return rows[0]?.now ?? "";
}

/** The cases that have not ended when nothing has ended for so many milliseconds. */
export async function untilEnded(faults: FaultWorld, patience: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let until = performance.now() + patience; performance.now() < until; await delay(250)) {
    const { rows } = await faults.world.admin.query<{ open: number }>(
      "select count(*)::int as open from instance where ended_at is null",
    );
    const open = rows[0]?.open ?? 0;
    if (open === 0) return 0;
    if (open < least) until = performance.now() + patience;
    least = Math.min(least, open);
  }
  return least;
}

/** Acknowledged cases that are not stored, and stored ones with more steps than there are. */
export async function counted(
  faults: FaultWorld,
  started: readonly StartedCase[],
): Promise<{ lost: number; doubled: number }> {
  const { rows } = await faults.world.admin.query<{ lost: number; doubled: number }>(
    `select (select count(*)::int from unnest($1::uuid[]) s(id) where not exists (
               select from instance i where i.id = s.id)) as lost,
            (select count(*)::int from instance where seq > $2) as doubled`,
    [started.map(({ id }) => id), CASE_STEPS],
  );
  return rows[0] ?? { lost: started.length, doubled: 0 };
}

/** Calls one after the other, and a timer of half a second between them. */
export function chain(): WorkflowDefinition {
  const call = (id: string) => ({
    id,
    kind: "serviceTask" as const,
    jobType: "ship",
    timeout: "PT30S",
    retry: { attempts: 5, backoff: ["PT0.1S"] },
  });
  const nodes: WorkflowDefinition["nodes"] = [
    { id: "begin", kind: "start" },
    call("first"),
    call("second"),
    call("third"),
    { id: "dry", kind: "catch", event: { type: "timer", duration: "PT0.5S" } },
    call("fourth"),
    call("fifth"),
    { id: "done", kind: "end" },
  ];
  return {
    schema: "flowright/workflow/v1",
    id: "chain",
    name: "Chain",
    nodes,
    edges: nodes
      .slice(1)
      .map(({ id }, index) => ({ id: `e${index}`, source: nodes[index]?.id ?? "", target: id })),
  };
}
