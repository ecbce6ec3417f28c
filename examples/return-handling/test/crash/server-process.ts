import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../../../apps/server/bin/flowright.mjs", import.meta.url));
const READY_WITHIN_MS = 60_000;

export interface ServerProcess {
  readonly url: string;
  /** Starts the server and waits until it is ready. */
  start(): Promise<void>;
  /** `kill -9`: nothing is said, nothing is finished. */
  kill(): Promise<void>;
  /** Ctrl-C. */
  stop(): Promise<void>;
}

/** The `flowright` program as a process of its own, on an embedded PostgreSQL in `dataDir`. */
export async function serverProcess(dataDir: string, token: string): Promise<ServerProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let output = "";
  return {
    url,
    start: async () => {
      output = "";
      child = spawn(process.execPath, [PROGRAM, "start", "--no-sample", "--no-open"], {
        env: {
          ...process.env,
          FLOWRIGHT_DATA: dataDir,
          PORT: String(port),
          FLOWRIGHT_BOOTSTRAP_TOKEN: token,
          DATABASE_URL: "",
          LANG: "C",
          LC_ALL: "C",
        },
        stdio: ["ignore", "pipe", "pipe"],
      });
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on("data", (chunk) => {
          output = `${output}${chunk}`.slice(-4_000);
        });
      }
      await untilReady(url, child, () => output);
    },
    kill: () => end(child, "SIGKILL"),
    stop: () => end(child, "SIGINT"),
  };
}

/** Runs another command of the program to its end. */
export async function runProgram(args: readonly string[], dataDir: string): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, FLOWRIGHT_DATA: dataDir, DATABASE_URL: "" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let output = "";
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`flowright ${args[0]} ended with ${code}: ${output}`);
}

async function end(child: ChildProcess | null, signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const until = performance.now() + READY_WITHIN_MS;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${output()}`);
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(
      () => null,
    );
    if (answer?.ok) return;
    await delay(50);
  }
  throw new Error(`The server was not ready after ${READY_WITHIN_MS / 1000} s:\n${output()}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
