import { randomBytes } from "node:crypto";
import type { WorkflowDefinition } from "@flowright/definition";
import { type Caller, createRuntime, migrate, type Result, type Runtime } from "@flowright/runtime";
import pg from "pg";
import { copyWaitingCases } from "./copy-waiting-cases.ts";
import { freshDatabase } from "./fresh-database.ts";

const STEPS = 6;
/** Cases that are carried to their end at a time while the database is filled. */
const LANES = 256;

/** The product in a database of its own, with one flow of six user tasks in a row. */
export interface SixStepFlow {
  readonly runtime: Runtime;
  readonly caller: Caller;
  readonly database: pg.Client;
  /** One case from start to end; tells the milliseconds of each step. */
  carry(onStep: (milliseconds: number) => void): Promise<void>;
  /** Sentences about completed cases that lack a closed task or events; empty where all is right. */
  check(): Promise<string[]>;
  close(): Promise<void>;
}

/** Makes the database, with so many finished cases, and so many that wait at their first task. */
export async function createSixStepFlow(
  server: string,
  name: string,
  { finished, waiting }: { readonly finished: number; readonly waiting: number },
): Promise<SixStepFlow> {
  const connectionString = await freshDatabase(server, name);
  await migrate(connectionString);
  const runtime = await createRuntime({ connectionString, secretKey: randomBytes(32) });
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

  // The number of the first task is the engine's business; the first case tells it.
  const probe = ok(
    await runtime.instances.start(caller, { definitionId: "six-steps", variables: { order: "probe" } }),
  );
  const tasks = await runtime.tasks.list(caller, { box: "all", instanceId: probe.id });
  const firstTask = tasks.items[0]?.id.split(".")[1] ?? "";

  let count = 0;
  async function carry(onStep: (milliseconds: number) => void): Promise<void> {
    count += 1;
    const key = `SO-${count}`;
    const started = ok(
      await runtime.instances.start(caller, {
        definitionId: "six-steps",
        businessKey: key,
        variables: { order: key },
      }),
    );
    let task: string | null = `${started.id}.${firstTask}`;
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

  const database = new pg.Client({ connectionString });
  await database.connect();
  // The finished cases are made by the engine itself, the waiting ones are copies of one that it made.
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      while (count < finished) await carry(() => undefined);
    }),
  );
  if (waiting > 0) await copyWaitingCases(database, probe.id, waiting);
  await database.query("vacuum analyze");

  return {
    runtime,
    caller,
    database,
    carry,
    check: async () => {
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
