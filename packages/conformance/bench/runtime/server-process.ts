import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../../../apps/server/bin/flowright.mjs", import.meta.url));
/** Milliseconds without a request after which the server counts as idle. */
const IDLE = 8_000;

export interface ServerProcess {
  /** Seconds from the start of the process until it says that it is ready. */
  readonly ready: number;
  /** MB of memory in use (resident) when idle; null where the system does not tell. */
  readonly memory: number | null;
}

/** Starts the product's server on a database that has data already, waits until it is ready and idle, and ends it. */
export async function measureServer(databaseUrl: string, folder: string): Promise<ServerProcess> {
  const port = await freePort();
  const began = performance.now();
  const server = spawn(
    process.execPath,
    [PROGRAM, "start", "--no-open", "--no-sample", "--port", `${port}`],
    {
      stdio: "ignore",
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        FLOWRIGHT_DATA: path.join(folder, "server"),
      },
    },
  );
  const ended = once(server, "exit");
  try {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
      await answer?.arrayBuffer();
      if (answer?.ok) break;
      if (server.exitCode !== null) throw new Error(`The server ended with code ${server.exitCode}`);
      if (performance.now() - began > 60_000) throw new Error("The server did not get ready within a minute");
      await sleep(10);
    }
    const ready = (performance.now() - began) / 1_000;
    await sleep(IDLE);
    return { ready, memory: await residentMemory(server.pid ?? -1) };
  } finally {
    server.kill("SIGTERM");
    await ended;
  }
}

async function residentMemory(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? null : (Number(kilobytes) * 1_024) / 1e6;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No free port");
  return address.port;
}
