import { sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Once } from "../contract/runtime.ts";
import type { Tables } from "../database/tables.ts";
import { bodyHash, isSameBody } from "../turns/body-hash.ts";
import { refuseTurn } from "../turns/turn-problems.ts";

/**
 * Carries out work that is no turn, once per idempotency key: the key's row is made first, so that a second
 * request waits for the first; its answer is kept with it. A refusal keeps nothing. `kept` leaves out what is
 * shown only once, such as a fresh password.
 */
export async function withOnce<T extends object | null>(
  trx: Transaction<Tables>,
  caller: Caller,
  once: Once | undefined,
  operation: string,
  body: unknown,
  work: () => Promise<Result<T>>,
  kept: (answer: T) => object | null = (answer) => answer,
): Promise<Result<T>> {
  const key = once?.idempotencyKey;
  if (key === undefined) return await work();
  const hash = bodyHash(operation, body);
  const made = await sql`
    insert into idempotency (tenant_id, user_name, key, body_hash, created_at)
    values (${caller.tenant}, ${caller.user}, ${key}, ${hash}, clock_timestamp()) on conflict do nothing`.execute(
    trx,
  );
  if (made.numAffectedRows === 0n) {
    const before = await trx
      .selectFrom("idempotency")
      .select(["body_hash", "response"])
      .where("tenant_id", "=", caller.tenant)
      .where("user_name", "=", caller.user)
      .where("key", "=", key)
      .executeTakeFirst();
    if (before === undefined || !isSameBody(before.body_hash, hash)) {
      return refuseTurn("idempotency.body-differs", { key });
    }
    return { ok: true, value: before.response as T };
  }
  const result = await work();
  const row = { tenant: caller.tenant, user: caller.user, key };
  if (result.ok) {
    await sql`
      update idempotency set response = ${JSON.stringify(kept(result.value))}::json
       where tenant_id = ${row.tenant} and user_name = ${row.user} and key = ${row.key}`.execute(trx);
  } else {
    await sql`
      delete from idempotency
       where tenant_id = ${row.tenant} and user_name = ${row.user} and key = ${row.key}`.execute(trx);
  }
  return result;
}
