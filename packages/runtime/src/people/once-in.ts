import { sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Once } from "../contract/runtime.ts";
import type { Tables } from "../database/tables.ts";
import { bodyHash } from "../turns/body-hash.ts";
import { refuseTurn } from "../turns/turn-problems.ts";

/**
 * Carries out `work` once per idempotency key; the same key gives the first answer again, without what
 * `stored` leaves out (a password that was shown once). `work` must refuse before it writes.
 */
export async function onceIn<T extends object>(
  trx: Transaction<Tables>,
  caller: Caller,
  once: Once | undefined,
  request: { readonly operation: string; readonly body: unknown },
  work: () => Promise<Result<T>>,
  stored: (answer: T) => object = (answer) => answer,
): Promise<Result<T>> {
  const key = once?.idempotencyKey;
  if (key === undefined) return await work();
  const hash = bodyHash(request.operation, request.body);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${caller.tenant}/${caller.user}/${key}`}, 0))`.execute(
    trx,
  );
  const first = await trx
    .selectFrom("idempotency")
    .select(["body_hash", "response"])
    .where("tenant_id", "=", caller.tenant)
    .where("user_name", "=", caller.user)
    .where("key", "=", key)
    .executeTakeFirst();
  if (first) {
    if (first.body_hash !== hash) return refuseTurn("idempotency.body-differs", { key });
    return { ok: true, value: first.response as T };
  }
  const result = await work();
  if (result.ok) {
    await sql`insert into idempotency (tenant_id, user_name, key, body_hash, response, created_at)
      values (${caller.tenant}, ${caller.user}, ${key}, ${hash}, ${JSON.stringify(stored(result.value))}, now())`.execute(
      trx,
    );
  }
  return result;
}
