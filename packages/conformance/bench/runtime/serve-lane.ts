import type { LaneRun } from "./lane.ts";

/** What a lane's own process does when asked. */
export interface LaneWork {
  run(seconds: number): Promise<LaneRun>;
  check(): Promise<string[]>;
  close(): Promise<void>;
}

type Question = { readonly kind: "run"; readonly seconds: number } | { readonly kind: "check" | "close" };

/** The other end of `openLane`: prepares the work, says that it is ready, and answers until it is told to end. */
export async function serveLane(prepare: () => Promise<LaneWork>): Promise<void> {
  const tell = (answer: { value?: unknown; problem?: string }) =>
    new Promise<void>((resolve) => process.send?.(answer, () => resolve()));
  const failed = (error: unknown) =>
    tell({ problem: error instanceof Error ? `${error.stack}` : `${error}` });
  try {
    const work = await prepare();
    process.on("message", (question: Question) => {
      void answer(question).catch(failed);
    });
    await tell({ value: null });

    async function answer(question: Question): Promise<void> {
      if (question.kind === "run") return await tell({ value: await work.run(question.seconds) });
      if (question.kind === "check") return await tell({ value: await work.check() });
      await work.close();
      process.exit(0);
    }
  } catch (error) {
    await failed(error);
    process.exit(1);
  }
}

/**
 * Closed loop: so many at once, each beginning anew with `carry` when it is through, until the time is over.
 * `carry` tells the time of each of its steps.
 */
export async function runClosed(
  seconds: number,
  callers: number,
  carry: (onStep: (milliseconds: number) => void) => Promise<void>,
): Promise<LaneRun> {
  const times: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1_000;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < until) await carry((milliseconds) => times.push(milliseconds));
    }),
  );
  const elapsed = (performance.now() - began) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? null;
  return { steps: times.length, seconds: elapsed, p50: at(0.5), p99: at(0.99) };
}
