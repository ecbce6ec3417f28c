import { createHash } from "node:crypto";
import { sql, type Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";

/** After `free` failures each further one doubles the wait, up to `longest` seconds. */
interface Limit {
  readonly free: number;
  readonly longest: number;
}

/**
 * One guesser is stopped by the pair of user and address, one who tries many users by the address, one who
 * uses many addresses by the user; the last waits least, so that strangers cannot lock a person out.
 */
const limits = {
  pair: { free: 5, longest: 900 },
  address: { free: 30, longest: 900 },
  user: { free: 50, longest: 60 },
} as const satisfies Record<string, Limit>;

type LimitKind = keyof typeof limits;

/** Failures are forgotten after a day without one. */
const FORGET = "1 day";

/**
 * Counts an attempt before the password is looked at, so that many at the same moment are counted too.
 * Answers the seconds to wait, or 0 where the attempt may go on.
 */
export async function countAttempt(trx: Transaction<Tables>, user: string, address: string): Promise<number> {
  const keys = keysOf(user, address);
  // In one order for everybody: two attempts never wait for each other.
  keys.sort((a, b) => Buffer.compare(a.key, b.key));
  await sql`delete from sign_in_attempt where last_at < now() - ${FORGET}::interval`.execute(trx);
  let wait = 0;
  for (const { key, kind } of keys) {
    await sql`insert into sign_in_attempt values (${key}, 0, now()) on conflict do nothing`.execute(trx);
    const { rows } = await sql<{ failures: number; since: number }>`
      select failures, extract(epoch from clock_timestamp() - last_at)::float8 as since
        from sign_in_attempt where key = ${key} for update`.execute(trx);
    const { failures, since } = rows[0] ?? { failures: 0, since: 0 };
    wait = Math.max(wait, waitAfter(failures, limits[kind]) - since);
  }
  if (wait > 0) return Math.ceil(wait);
  for (const { key } of keys) {
    await sql`update sign_in_attempt set failures = failures + 1, last_at = clock_timestamp()
       where key = ${key}`.execute(trx);
  }
  return 0;
}

/** The password was right: this attempt was no failure, and the user's count begins anew. */
export async function forgiveAttempt(trx: Transaction<Tables>, user: string, address: string): Promise<void> {
  for (const { key, kind } of keysOf(user, address)) {
    if (kind === "pair") await sql`delete from sign_in_attempt where key = ${key}`.execute(trx);
    else {
      await sql`update sign_in_attempt set failures = greatest(failures - 1, 0) where key = ${key}`.execute(
        trx,
      );
    }
  }
}

function waitAfter(failures: number, { free, longest }: Limit): number {
  return failures < free ? 0 : Math.min(longest, 2 ** Math.min(failures - free, 20));
}

/** Hashed: what people type as their user name is now and then their password. */
function keysOf(user: string, address: string): { key: Buffer; kind: LimitKind }[] {
  const texts: Record<LimitKind, string> = {
    pair: `pair\n${user}\n${address}`,
    address: `address\n${address}`,
    user: `user\n${user}`,
  };
  return (Object.keys(texts) as LimitKind[]).map((kind) => ({
    kind,
    key: createHash("sha256").update(texts[kind]).digest(),
  }));
}
