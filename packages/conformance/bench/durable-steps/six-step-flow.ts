import { randomBytes } from "node:crypto";
import type { WorkflowDefinition } from "@flowright/definition";
import { type Caller, createRuntime, migrate, type Result } from "@flowright/runtime";
import pg from "pg";

const STEPS = 6;
const FINISHED_FLOWS = 20_000;

export interface Measured {
  readonly stepsPerSecond: number;
  /** Milliseconds from command to answer. */
  readonly p50: number;
  readonly p99: number;
}

/** The product with one flow of six user tasks in a row and 20,000 finished cases of it. */
export async function createSixStepFlow(server: string) {
  const url = new URL(server);
  url.pathname = "/flowright";
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query("create database flowright");
  await client.end();
  await migrate(url.href);
  const runtime = await createRuntime({ connectionString: url.href, secretKey: randomBytes(32) });
  ok(
    await runtime.workspaces.create({
      id: "bench",
      name: "Bench",
      sample: false,
      roles: [],
      people: [{ user: "alice", name: "Alice", title: "", roles: ["admin", "operator"] }],
    }),
  );
  const caller: Caller = {
    tenant: "bench",
    user: "alice",
    permissions: new Set([
      "task.work",
      "instance.start",
      "instance.read",
      "definition.publish",
      "definition.write",
    ]),
    roles: ["admin", "operator"],
  };
  ok(await runtime.definitions.publish(caller, { definition: sixSteps() }));

  /** One case from start to end; tells the time of each step. */
  async function carry(key: string, onStep: (milliseconds: number) => void): Promise<void> {
    const started = ok(
      await runtime.instances.start(caller, {
        definitionId: "six-steps",
        businessKey: key,
        variables: { order: key },
      }),
    );
    let task: string | null = `${started.id}.${FIRST_TASK}`;
    for (let step = 0; step < STEPS && task !== null; step++) {
      const began = performance.now();
      const done: Result<{ nextTask: string | null }> = await runtime.tasks.complete(
        caller,
        task,
        { data: {}, comment: "checked" },
        { idempotencyKey: `${key}-${step}` },
      );
      onStep(performance.now() - began);
      task = ok(done).nextTask;
    }
  }

  // The number of the first task is the engine's business; the first case tells it.
  const probe = ok(
    await runtime.instances.start(caller, { definitionId: "six-steps", variables: { order: "probe" } }),
  );
  const tasks = await runtime.tasks.list(caller, { box: "all", instanceId: probe.id });
  const FIRST_TASK = tasks.items[0]?.id.split(".")[1] ?? "";

  let count = 0;
  const database = new pg.Client({ connectionString: url.href });
  await database.connect();

  async function run(seconds: number, callers: number): Promise<Measured> {
    const until = performance.now() + seconds * 1_000;
    const times: number[] = [];
    const began = performance.now();
    await Promise.all(
      Array.from({ length: callers }, async () => {
        while (performance.now() < until) {
          count += 1;
          await carry(`SO-${count}`, (milliseconds) => times.push(milliseconds));
        }
      }),
    );
    const elapsed = (performance.now() - began) / 1_000;
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
    return { stepsPerSecond: times.length / elapsed, p50: at(0.5), p99: at(0.99) };
  }

  // As many finished cases as the baseline has, made by the engine itself.
  const before = Math.ceil(FINISHED_FLOWS / 256);
  await Promise.all(
    Array.from({ length: 256 }, async (_, lane) => {
      for (let round = 0; round < before; round++) await carry(`OLD-${lane}-${round}`, () => undefined);
    }),
  );
  await database.query("analyze");

  return {
    run,
    /** Sentences about completed cases that lack a closed task or events; empty where all is right. */
    check: async (): Promise<string[]> => {
      const { rows } = await database.query(`
        select i.number, (select count(*) from flowright.task t where t.instance_id = i.id and t.status = 'completed')::int as tasks,
               (select count(*) from flowright.instance_event e where e.instance_id = i.id)::int as turns
          from flowright.instance i where i.status = 'completed'`);
      return rows
        .filter((row) => row.tasks !== STEPS || row.turns !== STEPS + 1)
        .map((row) => `${row.number} has ${row.tasks} closed tasks and ${row.turns} turns`);
    },
    close: async () => {
      await database.end();
      await runtime.close();
    },
  };
}

/** Six user tasks in a row, each for whoever started the case. */
export function sixSteps(): WorkflowDefinition {
  const ids = Array.from({ length: STEPS }, (_, index) => `n${index + 1}`);
  const chain = ["start", ...ids, "end"];
  return {
    schema: "flowright/workflow/v1",
    id: "six-steps",
    name: "Six steps",
    variables: { type: "object", properties: { order: { type: "string" } } },
    nodes: [
      { id: "start", kind: "start" },
      ...ids.map((id) => ({ id, kind: "userTask" as const, name: id, who: { type: "initiator" as const } })),
      { id: "end", kind: "end" },
    ],
    edges: chain.slice(1).map((target, index) => ({ id: `e${index}`, source: chain[index] ?? "", target })),
  };
}

function ok<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.problem.code}: ${result.refusal.problem.message.en}`);
  return result.value;
}
