import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createClient, type FlowrightClient } from "@flowright/client";
import { isAlive } from "../src/postgres/process-identity.ts";

const PROGRAM = fileURLToPath(new URL("../bin/flowright.mjs", import.meta.url));
const PATIENCE_MS = 90_000;

export interface ServerUnderTest {
  readonly pid: number;
  readonly port: number;
  /** As the person at the terminal would type it into the browser. */
  readonly url: string;
  readonly began: number;
  /** What it printed so far, both streams. */
  output(): string;
  /** Moments at which it printed something, in milliseconds since its start. */
  spoke(): readonly number[];
  /** Waits until it has printed something, or ended. */
  until(pattern: RegExp): Promise<void>;
  /** Sends the signal, waits for the end and gives the exit code; null where the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

interface Launch {
  readonly dataDir: string;
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** The program as a process of its own, on a port that it chooses; answers as soon as it listens. */
export async function launchServer({ dataDir, args = [], env = {} }: Launch): Promise<ServerUnderTest> {
  const began = performance.now();
  const { child, output, spoke } = launch(["start", "--no-open", ...args], {
    FLOWRIGHT_DATA: dataDir,
    PORT: "0",
    ...env,
  });
  const until = async (pattern: RegExp) => {
    while (!pattern.test(output())) {
      if (child.exitCode !== null || child.signalCode !== null) {
        throw new Error(`The server ended before it said ${pattern}:\n${output()}`);
      }
      if (performance.now() - began > PATIENCE_MS) {
        throw new Error(`The server did not say ${pattern} within ${PATIENCE_MS / 1000} s:\n${output()}`);
      }
      await delay(10);
    }
  };
  await until(/http:\/\/localhost:\d+/);
  const port = Number(/http:\/\/localhost:(\d+)/.exec(output())?.[1]);
  return {
    pid: child.pid as number,
    port,
    url: `http://localhost:${port}`,
    began,
    output,
    spoke: () => spoke.map((at) => at - began),
    until,
    end: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, "close");
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

/** The same, waiting until it is ready. */
export async function startServer(launch: Launch): Promise<ServerUnderTest> {
  const server = await launchServer(launch);
  await server.until(/Ctrl-C stops it\.|按 Ctrl-C 停止。/);
  return server;
}

/** Runs the program to its end. */
export async function runFlowright(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number | null; output: string }> {
  const { child, output } = launch(args, env);
  await once(child, "close");
  return { code: child.exitCode, output: output() };
}

function launch(args: readonly string[], env: NodeJS.ProcessEnv) {
  const { FLOWRIGHT_BOOTSTRAP_TOKEN: _, FLOWRIGHT_TOKEN: __, DATABASE_URL: ___, ...inherited } = process.env;
  const child: ChildProcess = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...inherited, LANG: "C", LC_ALL: "", LC_MESSAGES: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const spoke: number[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
      spoke.push(performance.now());
    });
  }
  return { child, output: () => output, spoke };
}

/** A folder of its own, removed with `removeFolder`. */
export function newFolder(): Promise<string> {
  return mkdtemp(path.join(os.tmpdir(), "flowright-server-test-"));
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

/** Pid of the embedded PostgreSQL of a data folder, while it runs. */
export async function postgresPid(dataDir: string): Promise<number> {
  const text = await readFile(path.join(dataDir, "postgres/postmaster.pid"), "utf8");
  return Number.parseInt(text, 10);
}

export async function untilGone(pid: number): Promise<void> {
  for (const until = performance.now() + 15_000; isAlive(pid) && performance.now() < until; ) await delay(20);
  if (isAlive(pid)) throw new Error(`The process ${pid} still runs`);
}

/** A client with a session of its own, as a browser on this machine has it. */
export async function browserOf(
  server: Pick<ServerUnderTest, "url">,
  enter: (client: FlowrightClient) => Promise<unknown>,
): Promise<FlowrightClient> {
  let cookie = "";
  const client = createClient({
    baseUrl: server.url,
    fetch: async (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set("origin", server.url);
      if (cookie) headers.set("cookie", cookie);
      const answer = await fetch(input, { ...init, headers });
      cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? cookie;
      return answer;
    },
  });
  await enter(client);
  return client;
}
