import { setTimeout as sleep } from "node:timers/promises";

/** Serialisation failure, deadlock, lock timeout: the whole transaction may simply be tried again. */
const RETRYABLE = new Set(["40001", "40P01", "55P03"]);

/** SQLSTATE of a PostgreSQL error, or null. */
export function sqlStateOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : null;
}

/** Runs a whole transaction again, up to five times with growing random pauses, where PostgreSQL asks for it. */
export async function retryTransaction<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt >= 5 || !RETRYABLE.has(sqlStateOf(error) ?? "")) throw error;
      await sleep(Math.random() * 10 * 2 ** attempt);
    }
  }
}
