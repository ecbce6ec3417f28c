import { expect, test } from "vitest";
import { swallowCommit } from "../faults/database.ts";
import { runCampaign } from "../faults/harness/campaign.ts";
import { killNode } from "../faults/nodes.ts";

test("nodes are killed while answers to commits get lost: nothing is lost, doubled or stuck", async () => {
  const swallowing = swallowCommit({ fraction: 0.01 });
  const killing = killNode({ fraction: 0.005 });
  const said: string[] = [];
  const row = await runCampaign(
    {
      ...swallowing,
      // On the database of the tests, with a short lease, so that it takes seconds.
      ...{ cases: 20, nodes: 2, over: 3_000, lease: 1_000, settings: null },
      node: { work: 400, connections: { silence: 2_000 } },
      harm: async (faults, signal) =>
        (await Promise.all([swallowing.harm(faults, signal), killing.harm(faults, signal)])).join(", "),
    },
    (line) => said.push(line),
  );
  expect(said.filter((line) => line.includes("!"))).toEqual([]);
  expect(row).toMatchObject({ lost: 0, doubled: 0, stuck: 0, broken: 0, kept: true });
  // Each case is started, told a message and has two tasks done; what was asked last may have ended unheard.
  expect(row.told).toBeGreaterThan(70);
}, 90_000);
