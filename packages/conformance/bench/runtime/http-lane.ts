import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { type Measured, measureClosed, measureOpen } from "../http-complete/measure.ts";
import { openCaller } from "../http-complete/open-caller.ts";
import type { Lane } from "./lane.ts";
import { processorTime } from "./processor-time.ts";

/** The product's server, and what is asked of it besides its greatest rate. */
export interface HttpLane extends Lane {
  /** Requests at their times, so many completions a second. */
  measureRate(perSecond: number, seconds: number): Promise<Measured>;
  /** One caller alone. */
  measureAlone(seconds: number): Promise<Measured>;
}

const CALLERS = 64;

/** The product over HTTP: a server process of its own, 64 clients in this one, connections kept open. */
export async function openHttpLane(postgres: string, database: string): Promise<HttpLane> {
  const password = randomBytes(12).toString("hex");
  const server = fork(new URL("../http-complete/serve.ts", import.meta.url), [postgres, database, password]);
  const ended = once(server, "exit");
  const told = await Promise.race([once(server, "message"), ended.then(() => null)]);
  if (told === null) throw new Error("The server did not start");
  const caller = await openCaller((told[0] as { address: string }).address, "alice", password);
  return {
    name: "Flowright over HTTP, 64 clients",
    run: async (seconds) => {
      const began = performance.now();
      const { perSecond, p50, p99 } = await measureClosed(caller, CALLERS, seconds);
      const elapsed = (performance.now() - began) / 1_000;
      return { steps: perSecond * elapsed, seconds: elapsed, p50, p99 };
    },
    measureRate: (perSecond, seconds) => measureOpen(caller, perSecond, seconds),
    measureAlone: (seconds) => measureClosed(caller, 1, seconds),
    spent: {
      application: () => processorTime(server.pid ?? -1),
      client: () => {
        const { user, system } = process.cpuUsage();
        return (user + system) / 1_000;
      },
    },
    check: async () => [],
    close: async () => {
      caller.close();
      if (server.connected) server.send("stop");
      await ended;
    },
  };
}
