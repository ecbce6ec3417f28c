/**
 * The long crash campaign, `npm run soak`: 200 returns, 20 kills, once in an ordinary folder and once below a
 * folder of mode 700. Ends with exit code 1 where a promise was broken.
 */
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { crashCampaign } from "./crash-campaign.ts";

let failed = false;
for (const mode of [0o755, 0o700]) {
  const root = await mkdtemp(path.join(os.tmpdir(), "flowright-soak-"));
  await chmod(root, mode);
  const folder = path.join(root, "below");
  await mkdir(folder);
  console.log(`200 returns, 20 kills, below a folder of mode ${mode.toString(8)}`);
  const log = (line: string) => console.log(`  ${line}`);
  const result = await crashCampaign({ returns: 200, kills: 20, folder, random: Math.random, log });
  console.log(result);
  failed ||= result.broken.length > 0 || result.completed !== 200;
  await rm(root, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
