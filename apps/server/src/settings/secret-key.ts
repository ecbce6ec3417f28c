import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { ProgramProblem } from "../terminal/program-problem.ts";

const BYTES = 32;

/**
 * The key that encrypts the systems' secrets: `FLOWRIGHT_SECRET_KEY` (32 bytes as base64), else the one kept in
 * the data folder, made at the first start. Servers that share a database must share the key.
 */
export async function secretKey(dataDir: string, env: NodeJS.ProcessEnv): Promise<Uint8Array> {
  const given = env.FLOWRIGHT_SECRET_KEY?.trim();
  if (given) return keyOf(given, "FLOWRIGHT_SECRET_KEY");
  const file = path.join(dataDir, "secret.key");
  const stored = await readFile(file, "utf8").catch(() => null);
  if (stored !== null) return keyOf(stored.trim(), file);
  const key = randomBytes(BYTES);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(file, `${key.toString("base64")}\n`, { mode: 0o600, flush: true });
  return key;
}

function keyOf(text: string, source: string): Uint8Array {
  const key = Buffer.from(text, "base64");
  if (key.length !== BYTES) throw new ProgramProblem("settings.secret-key", { source });
  return key;
}
