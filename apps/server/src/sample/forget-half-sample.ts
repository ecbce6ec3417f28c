import { rm } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import type { Settings } from "../settings/read-settings.ts";
import { say } from "../terminal/say.ts";
import { readSampleRecord } from "./sample-record.ts";

/**
 * A first start that was interrupted leaves half of the sample. Nobody can have worked in it yet, because the
 * application opens only afterwards, so the embedded database simply begins anew.
 */
export async function forgetHalfSample(
  settings: Settings,
  connectionString: string,
  log: (line: string) => void,
): Promise<void> {
  if (settings.databaseUrl) return;
  const record = await readSampleRecord(settings.dataDir);
  if (record?.state !== "seeding") return;
  log(say("sample.again"));
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("drop schema if exists flowright cascade");
  } finally {
    await client.end();
  }
  for (const file of ["shop.json", "sample.json"]) {
    await rm(path.join(settings.dataDir, file), { force: true });
  }
}
