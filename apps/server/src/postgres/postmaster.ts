import { type ChildProcess, spawn } from "node:child_process";
import { open, readFile, rename, stat } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { ProgramProblem } from "../terminal/program-problem.ts";
import { say } from "../terminal/say.ts";
import { freePort } from "./free-port.ts";
import { postgresEnvironment } from "./postgres-environment.ts";
import { readPostmasterPidFile, runningPostmaster } from "./postmaster-pid-file.ts";
import { isAlive } from "./process-identity.ts";

export interface PostmasterOptions {
  readonly prefix: readonly string[];
  readonly program: string;
  readonly cluster: string;
  readonly logFile: string;
  /** Server settings, each given as `-c name=value`. */
  readonly settings: Readonly<Record<string, string>>;
  /** The port to listen on; a free one where it is not given. */
  readonly port?: number | undefined;
  readonly log: (line: string) => void;
}

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
}

const READY_WITHIN_SECONDS = 120;
const LARGE_LOG_BYTES = 10_000_000;

/** Starts PostgreSQL on a cluster and waits until it accepts connections. */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const started = await launch(options, port);
    if (started.kind === "ready") return started.postmaster;
    // Somebody took the port between our look and PostgreSQL's: try another one.
    const portTaken = /could not bind|Address already in use/i.test(started.output);
    if (!portTaken || attempt === 5) {
      throw new ProgramProblem("postgres.start.failed", { logFile: options.logFile, output: started.output });
    }
  }
}

/** Ends a postmaster that an earlier run, killed or crashed, left on this cluster. */
export async function stopOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const orphan = await runningPostmaster(cluster);
  if (!orphan) return;
  log(say("postgres.orphan", { pid: orphan.pid }));
  if (await end(orphan.pid, () => Promise.resolve(!isAlive(orphan.pid)))) return;
  throw new ProgramProblem("postgres.orphan.stuck", { pid: orphan.pid });
}

type Launched = { kind: "ready"; postmaster: Postmaster } | { kind: "failed"; output: string };

async function launch(options: PostmasterOptions, port: number): Promise<Launched> {
  await turnLargeLog(options.logFile);
  const logged = await open(options.logFile, "a", 0o600);
  const logStart = (await logged.stat()).size;
  const settings = { ...options.settings, listen_addresses: "127.0.0.1", unix_socket_directories: "" };
  const [file, ...args] = [
    ...options.prefix,
    ...[options.program, "-D", options.cluster, "-p", String(port)],
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  // Its own session: a Ctrl-C in the terminal must not reach it before the server has let go of its connections.
  const child = spawn(file as string, args, {
    detached: true,
    env: postgresEnvironment(),
    stdio: ["ignore", logged.fd, logged.fd],
  });
  let exited = false;
  const ended = new Promise<void>((resolve) => {
    const done = () => {
      exited = true;
      resolve();
    };
    child.once("error", done);
    child.once("exit", done);
  });
  child.unref();
  await logged.close();
  await untilReady(child, options, () => exited);
  if (exited) return { kind: "failed", output: await logSince(options.logFile, logStart) };
  const pid = child.pid as number;
  const stop = async () => {
    if (!exited) await end(pid, () => Promise.resolve(exited));
  };
  return { kind: "ready", postmaster: { pid, port, ended, stop } };
}

async function untilReady(
  child: ChildProcess,
  options: PostmasterOptions,
  exited: () => boolean,
): Promise<void> {
  const began = Date.now();
  let spoken = 0;
  while (!exited()) {
    const found = await readPostmasterPidFile(options.cluster);
    if (found?.ready && found.pid === child.pid) return;
    const seconds = Math.floor((Date.now() - began) / 1000);
    if (seconds >= spoken + 2) {
      spoken = seconds;
      options.log(say("postgres.still-starting", { seconds }));
    }
    if (seconds >= READY_WITHIN_SECONDS && child.pid) {
      await end(child.pid, () => Promise.resolve(exited()));
      throw new ProgramProblem("postgres.start.slow", { seconds, logFile: options.logFile });
    }
    await delay(5);
  }
}

/** Fast shutdown, then after 30 s immediate shutdown (recovery at the next start); whether it ended. */
async function end(pid: number, hasEnded: () => Promise<boolean>): Promise<boolean> {
  for (const [signal, seconds] of [
    ["SIGINT", 30],
    ["SIGQUIT", 10],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ESRCH") return true;
      throw error;
    }
    const until = Date.now() + seconds * 1000;
    while (Date.now() < until) {
      if (await hasEnded()) return true;
      await delay(5);
    }
  }
  return false;
}

async function turnLargeLog(file: string): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LARGE_LOG_BYTES) await rename(file, `${file}.old`);
}

async function logSince(file: string, start: number): Promise<string> {
  const content = await readFile(file);
  return content.subarray(start).toString("utf8").trim().split("\n").slice(-8).join("\n");
}
