import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { SampleRecord } from "./sample-contract.ts";

/** What an earlier start wrote about the sample; null where there was none. */
export async function readSampleRecord(dataDir: string): Promise<SampleRecord | null> {
  const text = await readFile(fileIn(dataDir), "utf8").catch(() => null);
  return text === null ? null : (JSON.parse(text) as SampleRecord);
}

export async function writeSampleRecord(dataDir: string, record: SampleRecord): Promise<void> {
  const draft = `${fileIn(dataDir)}.draft`;
  await writeFile(draft, JSON.stringify(record), { mode: 0o600, flush: true });
  await rename(draft, fileIn(dataDir));
}

export function newSampleRecord(): SampleRecord {
  return { state: "seeding", shopSecret: randomBytes(24).toString("base64url"), shopToken: "" };
}

function fileIn(dataDir: string): string {
  return path.join(dataDir, "sample.json");
}
