import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { crashCampaign } from "./crash-campaign.ts";

test("returns survive a server that is killed again and again, also below a folder of mode 700", {
  timeout: 240_000,
}, async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), "flowright-crash-"));
  try {
    await chmod(root, 0o700);
    const folder = path.join(root, "below");
    await mkdir(folder);
    const random = sequence([0.05, 0.9, 0.3, 0.6]);
    const result = await crashCampaign({ returns: 24, kills: 4, folder, random, log: () => undefined });
    expect(result).toMatchObject({ kills: 4, completed: 24, refunds: 24, broken: [] });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});

function sequence(values: readonly number[]): () => number {
  let index = 0;
  return () => values[index++ % values.length] ?? 0.5;
}
