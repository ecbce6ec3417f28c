import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { freePort } from "../postgres/free-port.ts";
import { isPortFree } from "../postgres/is-port-free.ts";
import { ProgramProblem } from "../terminal/program-problem.ts";

export interface ShopProcess {
  /** Its page, and the address of its API. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface ShopOptions {
  readonly program: string;
  readonly dataDir: string;
  readonly port: number;
  readonly secret: string;
  readonly token: string;
  /** Where it sends the messages of its buyers. */
  readonly flowright: string;
}

const READY_WITHIN_MS = 15_000;

/** Starts the stand-in of a shop system beside the server; it ends with this process, whatever happens. */
export async function startShop(options: ShopOptions): Promise<ShopProcess> {
  const port = (await isPortFree(options.port)) ? options.port : await freePort();
  const child = fork(options.program, {
    env: {
      ...process.env,
      SHOP_PORT: String(port),
      SHOP_HOST: "127.0.0.1",
      SHOP_FILE: path.join(options.dataDir, "shop.json"),
      SHOP_SECRET: options.secret,
      FLOWRIGHT_URL: options.flowright,
      FLOWRIGHT_TOKEN: options.token,
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // A Ctrl-C in the terminal is ours to pass on, after the last call to it has ended.
    detached: process.platform !== "win32",
  });
  await untilListening(child);
  child.unref();
  child.channel?.unref();
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      const impatient = setTimeout(() => child.kill("SIGKILL"), 3_000);
      await ended;
      clearTimeout(impatient);
    },
  };
}

function untilListening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const timer = setTimeout(() => fail(), READY_WITHIN_MS);
    const fail = () => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      reject(new ProgramProblem("sample.shop-failed", { output: output.trim().slice(-400) }));
    };
    child.once("exit", fail);
    child.stderr?.on("data", (chunk) => {
      output += String(chunk);
    });
    child.stdout?.on("data", (chunk) => {
      output += String(chunk);
      if (!/listens on/.test(output)) return;
      clearTimeout(timer);
      child.off("exit", fail);
      child.stdout?.resume();
      child.stderr?.resume();
      for (const stream of [child.stdout, child.stderr]) (stream as { unref?: () => void } | null)?.unref?.();
      resolve();
    });
  });
}
