import { randomBytes } from "node:crypto";
import type { SaveSystem } from "@flowright/client";
import { nodesOf } from "@flowright/definition";
import { type Caller, createRuntime, migrate, type Runtime } from "@flowright/runtime";
import { type LoadedScenario, SCENARIO_BEGINS, type ScenarioClock } from "@flowright/scenarios";
import pg from "pg";
import { type CallsByHand, callsByHand } from "./calls-by-hand.ts";
import { accepted } from "./runtime-api.ts";

export const PASSWORD = "scenario-password";

/** The person who sets the workspace up and looks after the cases; no scenario uses the name. */
export const OVERSEER = "overseer";

export interface ScenarioRuntime {
  readonly runtime: Runtime;
  /** All processes on the database; the first is `runtime`. */
  readonly nodes: readonly Runtime[];
  readonly clock: ScenarioClock;
  readonly calls: CallsByHand;
  /** Acts as a person of the scenario. */
  callerOf(user: string): Promise<Caller>;
  close(): Promise<void>;
}

/**
 * A runtime on a schema of its own, with the scenario's people, flows and tables, and a clock to move; `count` runtimes
 * share the schema as the processes of a company would.
 */
export async function openScenarioRuntime(
  loaded: LoadedScenario,
  systems: readonly SaveSystem[],
  count = 1,
): Promise<ScenarioRuntime> {
  const { scenario, definitions, decisions } = loaded;
  const connectionString = process.env.FLOWRIGHT_TEST_DATABASE_URL ?? "";
  const schema = `scenario_${randomBytes(6).toString("hex")}`;
  await migrate(connectionString, schema);
  const database = new pg.Pool({ connectionString, max: 2 });
  let shift = Date.parse(scenario.begins ?? SCENARIO_BEGINS) - Date.now();
  const open = () =>
    createRuntime({
      connectionString,
      schema,
      secretKey: new Uint8Array(32).fill(7),
      connections: { turns: 2, reads: 2 },
      clockShift: () => shift,
    });
  const runtime = await open();
  const nodes = [runtime, ...(await Promise.all(Array.from({ length: count - 1 }, open)))];
  accepted(await runtime.workspaces.create(workspaceOf(loaded)));
  const callerOf = async (user: string) => {
    const { secret } = accepted(await runtime.sessions.enter(user));
    const found = await runtime.sessions.caller(secret);
    if (!found) throw new Error(`${user} has no session`);
    return found.caller;
  };
  const overseer = await callerOf(OVERSEER);
  for (const system of systems) accepted(await runtime.systems.save(overseer, system));
  for (const [id, table] of Object.entries(decisions))
    accepted(await runtime.decisions.publish(overseer, { id, table }));
  // The flows that are called first, since the one that calls them is checked for them.
  for (const definition of [...definitions].reverse())
    accepted(await runtime.definitions.publish(overseer, { definition }));

  const earliest = async (statement: string, values: readonly string[] = []) => {
    const { rows } = await database.query<{ at: Date | null }>(statement, [...values]);
    return rows[0]?.at?.getTime() ?? null;
  };
  const jobs = `${schema}.job`;
  const calls = callsByHand(runtime, jobTypesOf(loaded), async (id, lease) => {
    const [instance, number] = id.split(".");
    const { rowCount } = await database.query(
      `select 1 from ${jobs} where instance_id = $1 and number = $2 and lease = $3`,
      [instance, number, lease],
    );
    return rowCount === 1;
  });
  return {
    runtime,
    nodes,
    calls,
    callerOf,
    clock: {
      now: () => Date.now() + shift,
      moveTo: (time) => {
        shift = time - Date.now();
      },
      nextTimer: () =>
        earliest(`select min(due) as at from (select due from ${schema}.timer where not paused
          union all select due from ${schema}.timer_start) as due`),
      nextAttempt: (instance) =>
        earliest(
          `select min(next_at) as at from ${jobs} where instance_id = $1 and attempt > 0 and lease is null`,
          [instance],
        ),
      busy: async () => {
        const { rowCount } = await database.query(
          `select 1 from ${schema}.delivery where settled_at is null limit 1`,
        );
        return rowCount === 1;
      },
    },
    close: async () => {
      calls.stop();
      await Promise.all(nodes.map((node) => node.close()));
      await database.query(`drop schema ${schema} cascade`);
      await database.end();
    },
  };
}

function workspaceOf({ scenario: { people } }: LoadedScenario) {
  const names = [...new Set(Object.values(people).flat())];
  const rolesOf = (user: string) => Object.keys(people).filter((role) => people[role]?.includes(user));
  return {
    id: "scenario",
    name: "Scenario",
    sample: true,
    roles: Object.keys(people)
      .filter((role) => !BUILT_IN.has(role))
      .map((role) => ({ id: role, name: role, permissions: ["task.work", "instance.start"] as const }))
      .map(({ permissions, ...role }) => ({ ...role, permissions: [...permissions] })),
    people: [
      ...names.map((user) => ({ user, name: user, title: "", roles: rolesOf(user), password: PASSWORD })),
      { user: OVERSEER, name: OVERSEER, title: "", roles: ["admin"], password: PASSWORD },
    ],
  };
}

/** Roles that every workspace has. */
const BUILT_IN: ReadonlySet<string> = new Set(["admin", "designer", "manager", "operator"]);

/** Calls to systems, and the types of jobs that the flows leave to workers. */
function jobTypesOf({ definitions, others }: LoadedScenario): string[] {
  const types = [...definitions, ...others.values()].flatMap((definition) =>
    [...nodesOf(definition)].flatMap(({ node }) =>
      "jobType" in node && node.jobType !== undefined ? [node.jobType] : [],
    ),
  );
  return [...new Set(["system", ...types])];
}
