/**
 * Faults against servers and database: `npm run soak kill-node pause-node -- --fraction 0.1`. Each prints one row of a
 * table; the exit code is 1 where a promise was broken. `--full` is the size of the plan, `--json FILE` writes the rows.
 */
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import {
  deadListen,
  duplicates,
  killBackends,
  killDatabase,
  slowNetwork,
  swallowCommit,
} from "./database.ts";
import { type Campaign, type Row, runCampaign } from "./harness/campaign.ts";
import { TABLE_HEAD, tableRow } from "./harness/print-row.ts";
import { joinFanOut } from "./join-fan-out.ts";
import { liveFeed } from "./live-feed.ts";
import { clockSkew, killAllNodes, killNode, pauseNode, poison, type Scale } from "./nodes.ts";
import { oldTransaction } from "./old-transaction.ts";
import { poolExhaustion } from "./pool-exhaustion.ts";
import { retention } from "./retention.ts";
import { secondServer } from "./second-server.ts";

type Say = (line: string) => void;

const asCampaign = (campaign: (scale: Scale) => Campaign) => (scale: Scale, say: Say) =>
  runCampaign(campaign(scale), say);

const FAULTS: ReadonlyMap<string, (scale: Scale, say: Say) => Promise<Row>> = new Map([
  ["kill-node", asCampaign(killNode)],
  ["kill-all-nodes", asCampaign(killAllNodes)],
  ["pause-node", asCampaign(pauseNode)],
  ["kill-database", asCampaign(killDatabase)],
  ["kill-backends", asCampaign(killBackends)],
  ["swallow-commit", asCampaign(swallowCommit)],
  ["dead-listen", asCampaign(deadListen)],
  ["slow-network", asCampaign(slowNetwork)],
  ["clock-skew", asCampaign(clockSkew)],
  ["duplicates", asCampaign(duplicates)],
  ["poison", asCampaign(poison)],
  ["pool-exhaustion", asCampaign(poolExhaustion)],
  ["old-transaction", oldTransaction],
  ["retention", retention],
  ["live-feed", liveFeed],
  ["second-server", secondServer],
  ["join-fan-out", joinFanOut],
]);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    fraction: { type: "string", default: "0.05" },
    full: { type: "boolean", default: false },
    list: { type: "boolean", default: false },
    json: { type: "string" },
  },
});
const fraction = values.full ? 1 : Number(values.fraction);
const names = positionals.length > 0 ? positionals : [...FAULTS.keys()];
const unknown = names.filter((name) => !FAULTS.has(name));
if (values.list || unknown.length > 0 || !(fraction > 0 && fraction <= 1)) {
  console.log(`Names: ${[...FAULTS.keys()].join(", ")}`);
  process.exit(values.list ? 0 : 2);
}
const rows: Row[] = [];
for (const name of names) {
  console.error(`▸ ${name}`);
  const row = await FAULTS.get(name)?.({ fraction }, (line) => console.error(line));
  if (!row) continue;
  rows.push(row);
  if (rows.length === 1) console.log(`${TABLE_HEAD}`);
  console.log(tableRow(row));
}
if (values.json) await writeFile(values.json, `${JSON.stringify({ fraction, rows }, null, 2)}\n`);
process.exit(rows.every(({ kept }) => kept) ? 0 : 1);
