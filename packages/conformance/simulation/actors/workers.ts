import type { ActivatedJob } from "@flowright/client";
import type { JobHandler, Result } from "@flowright/runtime";
import { AnswerLost } from "../world/network.ts";
import { later } from "../world/platform.ts";
import type { Random } from "../world/random.ts";
import { insist } from "./insist.ts";
import { proofOf, type Surroundings, shop } from "./shop.ts";

/** How workers behave; after the faults they are quick and succeed. */
export interface Habits {
  /** Chance that a job fails. */
  readonly failure: number;
  /** Chance that it takes longer than its lease. */
  readonly slow: number;
  /** Chance that a job inside ends at once when it is broken off. */
  readonly listens: number;
}

/** A worker outside: takes jobs by long poll and hands in what came of them, at times too late. */
export async function workOutside(around: Surroundings, name: string, habits: Habits): Promise<void> {
  const { network, random, healed, over } = around;
  while (!over()) {
    try {
      const max = 1 + random.whole(3);
      const wait = random.pick([0, 500]);
      const jobs = await network.request((runtime) =>
        runtime.jobs.activate(shop, { type: "outside", worker: name, max, lease: 1_000, wait }),
      );
      await Promise.all(jobs.map((job) => carryOut(around, job, habits)));
    } catch (error) {
      if (!(error instanceof AnswerLost)) throw error;
    }
    await network.pause(random.between(50, healed() ? 900 : 500));
  }
}

async function carryOut(around: Surroundings, job: ActivatedJob, habits: Habits): Promise<void> {
  const { network, random, healed } = around;
  const slow = !healed() && random.happens(habits.slow);
  await network.pause(slow ? random.between(900, 3_000) : random.between(1, 300));
  const { id, lease } = job;
  const proof = proofOf(lease, id);
  const fails = !healed() && random.happens(habits.failure);
  if (!fails) {
    const ending = await insist<null>(around, (runtime) =>
      runtime.jobs.complete(shop, id, { lease, result: { proof } }),
    );
    // Sent again under the same lease: either it was taken now, or it had been before.
    if (ending?.kind === "refused" && ending.code === "job.data-wrong")
      around.ledger.violated("a worker's result is not refused", id);
    return;
  }
  const code = job.node === "ship" && random.happens(0.3) ? { code: "LOST" } : {};
  await insist<null>(
    around,
    (runtime): Promise<Result<null>> =>
      runtime.jobs.fail(shop, id, { lease, message: `failed ${proof}`, ...code }),
  );
}

/** The handler inside of the servers' own process. */
export function handlerOf(random: Random, habits: Habits, healed: () => boolean): JobHandler {
  return async ({ id, lease, signal }) => {
    const slow = !healed() && random.happens(habits.slow);
    const listens = random.happens(habits.listens);
    const done = await new Promise<boolean>((resolve) => {
      later(() => resolve(true), slow ? random.between(1_500, 4_000) : random.between(1, 200));
      if (listens) signal.addEventListener("abort", () => resolve(false));
    });
    const proof = proofOf(lease, id);
    if (!done)
      return { ok: false, message: `failed ${proof}`, retry: true, detail: { message: `failed ${proof}` } };
    if (!healed() && random.happens(habits.failure))
      return {
        ok: false,
        message: `failed ${proof}`,
        retry: random.happens(0.9),
        detail: { message: `failed ${proof}` },
      };
    return { ok: true, result: { proof } };
  };
}
