import { randomUUID } from "node:crypto";
import { freshDatabase } from "../durable-steps/fresh-database.ts";
import { runClosed, serveLane } from "../runtime/serve-lane.ts";
import { loadPeer } from "./install-peers.ts";

/**
 * DBOS Transact: `dbos-lane.ts <PostgreSQL> <database> steps|signals`. Either workflows of six steps that do nothing,
 * or workflows that receive six messages sent from outside, each sent once the one before was received.
 */
const [server = "", database = "", what = "steps"] = process.argv.slice(2);
const STEPS = 6;
/** More workflows at once, or more connections, made both slower here. */
const CALLERS = 64;
const CONNECTIONS = 20;

interface Dbos {
  readonly DBOS: {
    readonly workflowID: string;
    setConfig(config: object): void;
    launch(): Promise<void>;
    shutdown(): Promise<void>;
    registerWorkflow<Given extends unknown[], Answer>(
      work: (...given: Given) => Promise<Answer>,
      options: { readonly name: string },
    ): (...given: Given) => Promise<Answer>;
    startWorkflow<Given extends unknown[], Answer>(
      workflow: (...given: Given) => Promise<Answer>,
      options?: { readonly workflowID: string },
    ): (...given: Given) => Promise<{ getResult(): Promise<Answer> }>;
    runStep<Answer>(work: () => Promise<Answer>, options: { readonly name: string }): Promise<Answer>;
    recv<Message>(topic: string, seconds: number): Promise<Message | null>;
    send(workflow: string, message: unknown, topic: string): Promise<void>;
    listWorkflows(filter: object): Promise<readonly unknown[]>;
  };
}

const { DBOS } = loadPeer<Dbos>("@dbos-inc/dbos-sdk");
/** Told when a workflow has received its message. */
const received = new Map<string, () => void>();

const stepping = DBOS.registerWorkflow(
  async (order: string) => {
    for (let step = 0; step < STEPS; step++) {
      const began = performance.now();
      await DBOS.runStep(async () => ({ order, outcome: "done", comment: "checked" }), { name: `n${step}` });
      onStep.get(order)?.(performance.now() - began);
    }
  },
  { name: "stepping" },
);
const onStep = new Map<string, (milliseconds: number) => void>();

const listening = DBOS.registerWorkflow(
  async (id: string) => {
    for (let step = 0; step < STEPS; step++) {
      if ((await DBOS.recv("done", 60)) === null) throw new Error("A message did not come");
      received.get(id)?.();
    }
  },
  { name: "listening" },
);

await serveLane(async () => {
  DBOS.setConfig({
    name: "bench",
    systemDatabaseUrl: await freshDatabase(server, database),
    systemDatabasePoolSize: CONNECTIONS,
    logLevel: "error",
    tracingEnabled: false,
  });
  await DBOS.launch();
  return {
    run: (seconds) => runClosed(seconds, CALLERS, what === "signals" ? signals : steps),
    check: async () => {
      const failed = await DBOS.listWorkflows({ status: "ERROR", limit: 1 });
      return failed.length === 0 ? [] : ["A workflow of DBOS failed"];
    },
    close: () => DBOS.shutdown(),
  };
});

async function steps(tell: (milliseconds: number) => void): Promise<void> {
  const id = randomUUID();
  onStep.set(id, tell);
  await (await DBOS.startWorkflow(stepping, { workflowID: id })(id)).getResult();
  onStep.delete(id);
}

async function signals(tell: (milliseconds: number) => void): Promise<void> {
  const id = randomUUID();
  const handle = await DBOS.startWorkflow(listening, { workflowID: id })(id);
  for (let step = 0; step < STEPS; step++) {
    const began = performance.now();
    const heard = new Promise<void>((resolve) => received.set(id, resolve));
    await DBOS.send(id, { outcome: "done", comment: "checked" }, "done");
    await heard;
    tell(performance.now() - began);
  }
  received.delete(id);
  await handle.getResult();
}
