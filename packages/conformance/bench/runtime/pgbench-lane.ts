import { createBaseline } from "../durable-steps/baseline/create-baseline.ts";
import type { Lane } from "./lane.ts";
import { endedChildrenTime } from "./processor-time.ts";

/** The baseline: one transaction per step, 32 clients of pgbench. */
export async function openPgbenchLane(server: string, folder: string, finished: number): Promise<Lane> {
  const baseline = await createBaseline(server, folder, finished);
  return {
    name: "pgbench, a transaction per step",
    run: async (seconds) => ({
      steps: (await baseline.run(seconds)) * seconds,
      seconds,
      p50: null,
      p99: null,
    }),
    spent: { application: () => null, client: endedChildrenTime },
    check: async () => [],
    close: async () => undefined,
  };
}
