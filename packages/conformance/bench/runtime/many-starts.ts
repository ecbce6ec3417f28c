import type { SixStepFlow } from "../durable-steps/six-step-flow.ts";

/** Seconds from one call that starts so many cases until all of them wait at their first task. */
export async function startMany({ runtime, caller, database }: SixStepFlow, cases: number): Promise<number> {
  const bodies = Array.from({ length: cases }, (_, index) => ({
    definitionId: "six-steps",
    variables: { order: `MANY-${index}` },
  }));
  const began = performance.now();
  const started = await runtime.instances.startMany(caller, bodies);
  const seconds = (performance.now() - began) / 1_000;
  if (!started.ok) throw new Error(started.refusal.problem.message.en);
  const ids = started.value.map(({ id }) => id);
  const { rows } = await database.query<{ waiting: number }>(
    "select count(*)::int as waiting from flowright.task where instance_id = any($1::uuid[]) and status = 'open'",
    [ids],
  );
  if (rows[0]?.waiting !== cases) throw new Error(`${rows[0]?.waiting} of ${cases} started cases wait`);
  return seconds;
}
