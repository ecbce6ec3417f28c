import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePort } from "./free-port.ts";

const PROGRAM = fileURLToPath(new URL("../../../../apps/server/bin/flowright.mjs", import.meta.url));
const READY_WITHIN_MS = 120_000;
const STOPPED_WITHIN_MS = 20_000;

export interface ProductOptions {
  /** With the sample workspace and the shop stand-in beside it. */
  readonly sample?: boolean;
  /** An empty workspace that exists before the first start. */
  readonly workspace?: string;
  /** An administrator's API token. */
  readonly token?: string;
  /** Reachable from other devices of the network. */
  readonly lan?: boolean;
  /** What the terminal speaks; English where nothing is said. */
  readonly language?: "en" | "zh-CN";
  /** Folder of the data, kept at the end; absent: a new one that is removed. */
  readonly folder?: string;
}

export interface Product {
  readonly url: string;
  /** Address of the shop stand-in that runs beside the sample. */
  readonly shopUrl: string;
  /** What the terminal showed. */
  terminal(): string;
  /**
   * Ctrl-C, and everything that was started must be gone afterwards. Called again, it waits for the same end.
   * @throws where the program ended with a failure or left a process behind
   */
  stop(): Promise<void>;
}

/** The `flowright` program as a user starts it, on an embedded PostgreSQL of its own. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const folder = options.folder ?? (await mkdtemp(path.join(os.tmpdir(), "flowright-product-")));
  const [port, shopPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    FLOWRIGHT_DATA: path.join(folder, "data"),
    PORT: String(port),
    SHOP_PORT: String(shopPort),
    FLOWRIGHT_BOOTSTRAP_TOKEN: options.token ?? "",
    DATABASE_URL: "",
    LANG: "C",
    LC_ALL: options.language === "zh-CN" ? "zh_CN.UTF-8" : "C",
  };
  if (options.workspace !== undefined) {
    const args = [PROGRAM, "create-workspace", options.workspace, "--admin", "boss"];
    await promisify(execFile)(process.execPath, args, { env });
  }
  const child = spawn(
    process.execPath,
    [
      PROGRAM,
      "start",
      "--no-open",
      options.sample ? "--sample" : "--no-sample",
      ...(options.lan ? ["--lan"] : []),
    ],
    { env, stdio: ["ignore", "pipe", "pipe"] },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      output = `${output}${chunk}`.slice(-20_000);
    });
  const terminal = () => output;

  const until = performance.now() + READY_WITHIN_MS;
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`The program ended with ${child.exitCode}:\n${output}`);
    if (performance.now() > until) {
      child.kill("SIGINT");
      throw new Error(`Not ready after ${READY_WITHIN_MS / 1000} s:\n${output}`);
    }
    await delay(100);
  }

  const stop = async () => {
    const family = await descendants(child.pid ?? 0);
    if (child.exitCode === null) {
      const ended = once(child, "exit");
      child.kill("SIGINT");
      const late = delay(STOPPED_WITHIN_MS, "late", { ref: false });
      if ((await Promise.race([ended, late])) === "late") {
        child.kill("SIGKILL");
        throw new Error(`Ctrl-C did not end the program:\n${output}`);
      }
    }
    const left = family.filter(isAlive);
    if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    if (child.exitCode !== 0) throw new Error(`The program ended with ${child.exitCode}:\n${output}`);
    if (left.length > 0) throw new Error(`Processes are left behind: ${left.join(", ")}\n${output}`);
  };
  let stopping: Promise<void> | null = null;
  return {
    url,
    shopUrl: `http://127.0.0.1:${shopPort}`,
    terminal,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  const signal = AbortSignal.timeout(2_000);
  const answer = await fetch(`${url}/health/ready`, { signal }).catch(() => null);
  return answer?.ok === true;
}

/** Every process that this one started, at any depth. */
async function descendants(root: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pid=,ppid="]);
  const pairs = stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const found = new Set([root]);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const [pid, parent] of pairs) if (pid && parent && found.has(parent)) found.add(pid);
  }
  found.delete(root);
  return [...found];
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
