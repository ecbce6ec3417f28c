import { randomBytes } from "node:crypto";
import type { WorkflowDefinition } from "@flowright/definition";
import { type Caller, createRuntime, migrate, type Result, type Runtime } from "@flowright/runtime";
import type { ScenarioClock } from "@flowright/scenarios";
import pg from "pg";
import { SAMPLE_WORKSPACE } from "../../sample/workspace.ts";
import { shopSystem } from "../../shop/system.ts";
import { type CallsByHand, callsByHand } from "./calls-by-hand.ts";

/** The moment at which every scenario begins, on the engine alone and on a runtime. */
export const SCENARIO_BEGINS = "2026-01-05T01:00:00.000Z";

export const PASSWORD = "scenario-password";

export interface ScenarioRuntime {
  readonly runtime: Runtime;
  readonly clock: ScenarioClock;
  readonly calls: CallsByHand;
  /** Acts as a person of the sample workspace. */
  callerOf(user: string): Promise<Caller>;
  close(): Promise<void>;
}

/** A runtime on a schema of its own, with the sample's people and the flow published, and a clock to move. */
export async function openScenarioRuntime(definition: WorkflowDefinition): Promise<ScenarioRuntime> {
  const connectionString = process.env.FLOWRIGHT_TEST_DATABASE_URL ?? "";
  const schema = `scenario_${randomBytes(6).toString("hex")}`;
  await migrate(connectionString, schema);
  const database = new pg.Pool({ connectionString, max: 2 });
  let shift = Date.parse(SCENARIO_BEGINS) - Date.now();
  const runtime = await createRuntime({
    connectionString,
    schema,
    secretKey: new Uint8Array(32).fill(7),
    connections: { turns: 2, reads: 2 },
    clockShift: () => shift,
  });
  accepted(
    await runtime.workspaces.create({
      id: SAMPLE_WORKSPACE.id,
      name: SAMPLE_WORKSPACE.name.en,
      sample: true,
      roles: SAMPLE_WORKSPACE.roles.map((role) => ({ ...role, permissions: [...role.permissions] })),
      people: SAMPLE_WORKSPACE.people.map((person) => ({ ...person, password: PASSWORD })),
    }),
  );
  const callerOf = async (user: string) => {
    const { secret } = accepted(await runtime.sessions.enter(user));
    const found = await runtime.sessions.caller(secret);
    if (!found) throw new Error(`${user} has no session`);
    return found.caller;
  };
  const manager = await callerOf("lin");
  accepted(await runtime.systems.save(manager, shopSystem("http://127.0.0.1:9")));
  accepted(await runtime.definitions.publish(manager, { definition }));

  const earliest = async (statement: string, instance: string) => {
    const { rows } = await database.query<{ at: Date | null }>(statement, [instance]);
    return rows[0]?.at?.getTime() ?? null;
  };
  const jobs = `${schema}.job`;
  const calls = callsByHand(runtime, async (id, lease) => {
    const [instance, number] = id.split(".");
    const { rowCount } = await database.query(
      `select 1 from ${jobs} where instance_id = $1 and number = $2 and lease = $3`,
      [instance, number, lease],
    );
    return rowCount === 1;
  });
  return {
    runtime,
    calls,
    callerOf,
    clock: {
      now: () => Date.now() + shift,
      moveTo: (time) => {
        shift = time - Date.now();
      },
      nextTimer: (instance) =>
        earliest(`select min(due) as at from ${schema}.timer where instance_id = $1`, instance),
      nextAttempt: (instance) =>
        earliest(
          `select min(next_at) as at from ${jobs} where instance_id = $1 and attempt > 0 and lease is null`,
          instance,
        ),
    },
    close: async () => {
      calls.stop();
      await runtime.close();
      await database.query(`drop schema ${schema} cascade`);
      await database.end();
    },
  };
}

/** The value of what must not be refused here. */
export function accepted<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { problem, problems = [] } = result.refusal;
  throw new Error([problem, ...problems].map(({ code, message }) => `${code}: ${message.en}`).join("\n"));
}
