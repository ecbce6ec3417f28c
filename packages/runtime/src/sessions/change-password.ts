import { sql } from "kysely";
import type { Result } from "../contract/result.ts";
import type { Database } from "../database/open-database.ts";
import { withEngine } from "../database/with-tenant.ts";
import { audit } from "../people/audit.ts";
import { hashPassword, passwordMatches } from "../people/password.ts";
import { hashSecret } from "./secret.ts";
import { refuseSession } from "./session-problems.ts";
import { readSession } from "./session-row.ts";
import { countAttempt, forgiveAttempt } from "./sign-in-slowdown.ts";

/** One's own new password. Somebody at an unlocked screen must not get further than that screen. */
export async function changePassword(
  database: Database,
  secret: string,
  current: string | undefined,
  password: string,
  address: string,
): Promise<Result<{ tenant: string; user: string }>> {
  const found = await withEngine(database, async (trx) => {
    const session = await readSession(trx, secret);
    if (!session) return null;
    const { user } = session.caller;
    const wait = await countAttempt(trx, user, address);
    const person = await trx
      .selectFrom("person")
      .select("password_hash")
      .where("user_name", "=", user)
      .executeTakeFirst();
    return { caller: session.caller, wait, hash: person?.password_hash ?? null };
  });
  if (!found) return refuseSession("session.none");
  const { caller, wait, hash } = found;
  if (wait > 0) return refuseSession("sign-in.too-many", { seconds: wait }, { retryAfter: wait });
  if (hash !== null && !(await passwordMatches(current ?? "", hash))) {
    return refuseSession("profile.password-wrong", {}, { path: "/current" });
  }
  const passwordHash = await hashPassword(password);
  return withEngine(database, async (trx) => {
    await forgiveAttempt(trx, caller.user, address);
    // Where somebody else changed it at this moment, the proof was of another password.
    const { rows } = await sql`update person set password_hash = ${passwordHash}
       where user_name = ${caller.user} and password_hash is not distinct from ${hash} returning 1`.execute(
      trx,
    );
    if (rows.length === 0) return refuseSession("profile.password-wrong", {}, { path: "/current" });
    await sql`delete from session where user_name = ${caller.user}
       and secret_hash <> ${hashSecret(secret)}`.execute(trx);
    await audit(trx, caller, "profile.change-password", caller.user);
    return { ok: true, value: { tenant: caller.tenant, user: caller.user } };
  });
}
