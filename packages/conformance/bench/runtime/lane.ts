import { fork } from "node:child_process";
import { once } from "node:events";
import { processorTime } from "./processor-time.ts";

/** What one run of a lane did. */
export interface LaneRun {
  readonly steps: number;
  readonly seconds: number;
  /** Milliseconds from command to answer; null where the program does not tell. */
  readonly p50: number | null;
  readonly p99: number | null;
}

/** One of those that are measured side by side. */
export interface Lane {
  readonly name: string;
  run(seconds: number): Promise<LaneRun>;
  /** Milliseconds of processor time so far; null where not told or where there is no such process. */
  readonly spent: { application(): number | null; client(): number | null };
  /** Sentences about what is wrong with the rows afterwards; empty where all is right. */
  check(): Promise<string[]>;
  close(): Promise<void>;
}

/**
 * A lane whose work is done by a process of its own (`serveLane`), callers included. `module` is its program, `args`
 * what it is given.
 */
export async function openLane(name: string, module: URL, args: readonly string[]): Promise<Lane> {
  const child = fork(module, args, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const ended = once(child, "exit");
  async function ask<Answer>(question: object | null): Promise<Answer> {
    const answered = once(child, "message");
    if (question !== null) child.send(question);
    const told = await Promise.race([answered, ended.then(() => null)]);
    if (told === null) throw new Error(`${name} ended too early`);
    const answer = told[0] as { readonly problem?: string; readonly value: Answer };
    if (answer.problem !== undefined) throw new Error(`${name}: ${answer.problem}`);
    return answer.value;
  }
  try {
    await ask(null);
  } catch (error) {
    child.kill();
    throw error;
  }
  return {
    name,
    run: (seconds) => ask<LaneRun>({ kind: "run", seconds }),
    spent: { application: () => processorTime(child.pid ?? -1), client: () => null },
    check: () => ask<string[]>({ kind: "check" }),
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.send({ kind: "close" });
      await ended;
    },
  };
}
