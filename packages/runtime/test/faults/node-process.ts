import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Runtime } from "../../src/contract/runtime.ts";
import type { Answered, Asked, NodeOptions } from "./node-program.ts";

/** A node that is a process of its own. */
export interface NodeProcess {
  readonly pid: number;
  /** What the runtime answered. @throws NodeGone where the process ended before it could answer */
  ask<Answer>(service: keyof Runtime, method: string, ...args: readonly unknown[]): Promise<Answer>;
  /** `kill -9`: nothing is said, nothing is finished. */
  kill(): Promise<void>;
  /** All of its threads stand still until `goOn`. */
  pause(): void;
  goOn(): void;
  /** Asked to end; resolves with its exit code. */
  stop(): Promise<number | null>;
  alive(): boolean;
  /** What it said on its error stream. */
  said(): string;
}

export class NodeGone extends Error {}

/** Starts a node and waits until it is there. */
export async function startNode(
  options: NodeOptions,
  told: (text: string) => void = () => undefined,
): Promise<NodeProcess> {
  const program = fileURLToPath(new URL("node-program.ts", import.meta.url));
  const child = fork(program, [JSON.stringify(options)], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: [],
  });
  let said = "";
  child.stderr?.on("data", (chunk) => {
    said = `${said}${chunk}`.slice(-20_000);
    told(String(chunk));
  });
  const open = new Map<number, (answered: Answered) => void>();
  let asked = 0;
  child.on("exit", () => {
    for (const [number, answer] of open) answer({ number, error: "gone" });
    open.clear();
  });
  const [first] = await Promise.race([once(child, "message"), once(child, "exit")]);
  if (first !== "ready") throw new Error(`A node did not start: ${said}`);
  child.on("message", (answered: Answered) => {
    open.get(answered.number)?.(answered);
    open.delete(answered.number);
  });
  return {
    pid: child.pid ?? 0,
    ask: async <Answer>(service: keyof Runtime, method: string, ...args: readonly unknown[]) => {
      if (!child.connected) throw new NodeGone("gone");
      const message: Asked = { number: ++asked, service, method, args };
      const { value, error } = await new Promise<Answered>((resolve) => {
        open.set(message.number, resolve);
        child.send(message, (failed) => failed && resolve({ number: message.number, error: "gone" }));
      });
      if (error !== undefined) throw new NodeGone(error);
      return value as Answer;
    },
    kill: () => end(child, "SIGKILL"),
    pause: () => process.kill(child.pid ?? 0, "SIGSTOP"),
    goOn: () => process.kill(child.pid ?? 0, "SIGCONT"),
    stop: async () => {
      await end(child, "SIGTERM");
      return child.exitCode;
    },
    alive: () => child.exitCode === null && child.signalCode === null,
    said: () => said,
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}
