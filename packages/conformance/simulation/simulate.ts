import { createRuntime } from "@flowright/runtime";
import { cancelCase, resolveIncidents, suspendForAWhile } from "./actors/operators.ts";
import { orderBatch } from "./actors/order-batch.ts";
import { workOnTasks } from "./actors/people.ts";
import { ring, sendMessage } from "./actors/senders.ts";
import { type Surroundings, TENANT } from "./actors/shop.ts";
import { startCase } from "./actors/starters.ts";
import { type Habits, handlerOf, workOutside } from "./actors/workers.ts";
import { checkEnd, unfinished } from "./check/check-end.ts";
import { Ledger, type Violation } from "./check/ledger.ts";
import { watchCommits } from "./check/watch-commits.ts";
import { FLOWS, type SimulatedFlow } from "./flows/flows.ts";
import { seedFlows } from "./flows/seed-flows.ts";
import { emptyTables, readSchema } from "./store/read-schema.ts";
import { causeMisfortune } from "./world/cause-misfortune.ts";
import { enterWorld } from "./world/current-world.ts";
import { DatabaseServer } from "./world/database-server.ts";
import { drawFaults, endFaults } from "./world/faults.ts";
import { Network } from "./world/network.ts";
import { ServerNode } from "./world/node.ts";
import { Random } from "./world/random.ts";
import { Scheduler } from "./world/scheduler.ts";
import { Trace } from "./world/trace.ts";

/** How one world came out. */
export interface Outcome {
  readonly seed: number;
  /** Equal for the same seed and the same code. */
  readonly hash: string;
  readonly violation: Violation | null;
  readonly events: number;
  /** Virtual milliseconds. */
  readonly lasted: number;
  readonly commits: number;
  readonly nodes: number;
  readonly cases: number;
  /** Only where they were asked for. */
  readonly lines: readonly string[] | null;
}

/** Virtual milliseconds in which things may go wrong, and in which everything must have come to its end after that. */
const TROUBLE = 4_000;
const HEALING = 600_000;

const tables = emptyTables(readSchema());

/** Runs the world of one seed to its end, or to the first violation. Throws where the model itself fails. */
export async function simulate(seed: number, keepLines = false): Promise<Outcome> {
  for (const table of tables.values()) {
    table.slots = [];
    table.counter = 0;
  }
  const random = new Random(seed);
  const outside = { name: "clients", alive: true, pausedUntil: 0, skew: 0 };
  const scheduler = new Scheduler(random, outside);
  const faults = drawFaults(random);
  const trace = new Trace(keepLines);
  const server = new DatabaseServer(tables, { scheduler, random, faults, trace });
  const { database } = server;
  const slowness = random.pick([1, 8, 16, 30]);
  enterWorld({ scheduler, random, server, slowness });
  try {
    const flows = chosenFlows(random);
    seedFlows(database, TENANT, flows);
    const ledger = new Ledger(() => scheduler.now);
    const habits: Habits = {
      failure: random.pick([0, 0.2, 0.6]),
      slow: random.pick([0, 0.1, 0.5]),
      listens: random.pick([0, 0.5, 1]),
    };
    let healed = false;
    let over = false;
    const options = {
      secretKey: new Uint8Array(32).fill(1),
      connections: { turns: 1 + random.whole(3), reads: 1 + random.whole(4) },
    };
    // Less than a slow job lasts, so that some are broken off when their server ends.
    const patience = random.pick([50, 1_000, 5_000]);
    const nodes = Array.from(
      { length: random.pick([1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 2, 2, random.pick([3, 4, 5])]) },
      (_, index) =>
        new ServerNode(`node ${index + 1}`, server, async (address, log) => {
          const runtime = await createRuntime({
            ...options,
            connectionString: address,
            node: { name: address, patience },
            log,
          });
          runtime.jobs.work(
            "inside",
            handlerOf(random, habits, () => healed),
            { concurrency: 2 },
          );
          return runtime;
        }),
    );
    watchCommits(database, ledger, flows, (address) => nodes.some(({ asked }) => asked.has(address)));
    for (const node of nodes) node.start();
    const network = new Network({ scheduler, random, faults, nodes });
    const around: Surroundings = {
      network,
      random,
      ledger,
      database,
      healed: () => healed,
      over: () => over,
    };
    const jobs = beginEverything(around, flows, habits);
    causeMisfortune({ scheduler, random, server, nodes, mean: faults.misfortune, over: () => healed });

    let looked = -1;
    let left: string[] = [];
    const finished = () => {
      if (jobs.open > 0 || nodes.some(({ ending }) => ending)) return false;
      if (looked !== database.commits) left = unfinished(database);
      looked = database.commits;
      return left.length === 0;
    };
    const ends = () => ledger.violation !== null || server.failure !== null;
    await scheduler.run(TROUBLE, () => ends() || finished());
    healed = true;
    trace.add(scheduler.now, "world", "heals");
    endFaults(faults);
    // Where timers are ever late, leases end before they are renewed, and what needs one would have to be lucky.
    enterWorld({ scheduler, random, server, slowness: 1 });
    server.heal();
    for (const node of nodes) {
      node.process.pausedUntil = 0;
      if (!node.alive) node.start();
    }
    const began = scheduler.now;
    await scheduler.run(began + HEALING, () => ends() || finished());
    if (!ends() && !finished())
      ledger.violated(
        "everything comes to its end after the faults",
        nodes.some(({ ending }) => ending)
          ? "a server that was asked to end"
          : (left[0] ?? `${jobs.open} clients have no answer`),
      );
    if (!ends()) checkEnd(database, ledger);
    over = true;
    if (server.failure !== null) throw server.failure;
    const cases = database.rows("instance").length;
    trace.add(scheduler.now, "world", `ends with ${cases} cases and ${database.commits} commits`);
    return {
      seed,
      hash: trace.hash,
      violation: ledger.violation,
      events: scheduler.events,
      lasted: scheduler.now,
      commits: database.commits,
      nodes: nodes.length,
      cases,
      lines: trace.lines,
    };
  } finally {
    enterWorld(null);
  }
}

/** One to three flows of clients, and with them whatever they call. */
function chosenFlows(random: Random): SimulatedFlow[] {
  const called = FLOWS.find(({ definition }) => definition.id === "called");
  const own = FLOWS.filter((flow) => flow !== called);
  const chosen = new Set([random.pick(own), ...(random.happens(0.3) ? [random.pick(own)] : [])]);
  const calls = [...chosen].some(({ definition }) =>
    definition.nodes.some(({ kind }) => kind === "callActivity"),
  );
  if (calls && called) chosen.add(called);
  return [...chosen];
}

/** Sets everybody to work. `open` counts those who have to come to an end. */
function beginEverything(
  around: Surroundings,
  flows: readonly SimulatedFlow[],
  habits: Habits,
): { open: number } {
  const { random, database } = around;
  const jobs = { open: 0 };
  const must = (work: Promise<unknown>) => {
    jobs.open++;
    void work.finally(() => {
      jobs.open--;
    });
  };
  void workOnTasks(around);
  void resolveIncidents(around);
  if (random.happens(0.25)) must(orderBatch(around));
  const workers = random.pick([1, 2]);
  for (let index = 0; index < workers; index++) void workOutside(around, `worker ${index}`, habits);
  for (const { definition, byCommand } of flows) {
    if (definition.id === "ordering") {
      const keys = 1 + random.whole(2);
      for (let index = 0; index < 3; index++)
        must(
          sendMessage(around, {
            name: "order",
            key: `order ${random.whole(keys)}`,
            id: `order message ${index}`,
          }),
        );
    }
    if (!byCommand) continue;
    const count = 1 + random.whole(2);
    for (let index = 0; index < count; index++) {
      const mark = `${definition.id} ${index}`;
      must(
        startCase(around, definition.id, mark).then((id) => {
          if (id === null) return;
          if (random.happens(0.15)) must(suspendForAWhile(around, id));
          if (random.happens(0.08)) must(cancelCase(around, id));
        }),
      );
      if (definition.id === "parcel")
        must(sendMessage(around, { name: "parcel", key: mark, id: `parcel message ${index}` }));
      if (definition.id === "letters") {
        for (const part of ["a", "b"])
          must(sendMessage(around, { name: "letter", key: mark, id: `letter ${index}${part}` }));
      }
    }
    if (definition.id === "bell")
      must(
        ring(around, () => {
          const cases = database.rows("instance").filter(({ definition_id }) => definition_id === "bell");
          return cases.length >= count && cases.every(({ ended_at }) => ended_at !== null);
        }),
      );
  }
  return jobs;
}
