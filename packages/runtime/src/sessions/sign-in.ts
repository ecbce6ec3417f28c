import type { Session } from "@flowright/client";
import { sql, type Transaction } from "kysely";
import type { Result } from "../contract/result.ts";
import type { Database } from "../database/open-database.ts";
import type { Tables } from "../database/tables.ts";
import { withEngine } from "../database/with-tenant.ts";
import { passwordMatches } from "../people/password.ts";
import { refuseSession } from "./session-problems.ts";
import { beginSession } from "./session-row.ts";
import { countAttempt, forgiveAttempt } from "./sign-in-slowdown.ts";

/** Password sign-in. Unknown people, wrong passwords and people without one are told apart by nothing. */
export async function signIn(
  database: Database,
  typed: string,
  password: string,
  address: string,
): Promise<Result<{ secret: string; session: Session }>> {
  // User names are lower case; a phone's keyboard begins with a capital.
  const user = typed.trim().toLowerCase();
  const attempt = await withEngine(database, async (trx) => {
    const wait = await countAttempt(trx, user, address);
    const person = await trx
      .selectFrom("person")
      .select("password_hash")
      .where("user_name", "=", user)
      .executeTakeFirst();
    return { wait, hash: person?.password_hash ?? null };
  });
  if (attempt.wait > 0) {
    return refuseSession("sign-in.too-many", { seconds: attempt.wait }, { retryAfter: attempt.wait });
  }
  // Outside the transaction: it takes long on purpose.
  if (!(await passwordMatches(password, attempt.hash))) return refuseSession("sign-in.refused");
  return withEngine(database, async (trx) => {
    // Where it was replaced meanwhile, the proof was of a password that opens nothing any more.
    const { rows } = await sql`select from person
       where user_name = ${user} and password_hash = ${attempt.hash} for share`.execute(trx);
    if (rows.length === 0) return refuseSession("sign-in.refused");
    await forgiveAttempt(trx, user, address);
    const tenant = await workspaceToEnter(trx, user);
    if (tenant === null) return refuseSession("sign-in.no-workspace");
    return { ok: true, value: await beginSession(trx, tenant, user) };
  });
}

/** The workspace used last, or the first one of which the person is an active member. */
async function workspaceToEnter(trx: Transaction<Tables>, user: string): Promise<string | null> {
  const { rows } = await sql<{ tenant_id: string }>`
    select m.tenant_id from member m join person p on p.user_name = m.user_name
     where m.user_name = ${user} and m.active
     order by (m.tenant_id = p.last_workspace) desc nulls last, m.created_at, m.tenant_id limit 1`.execute(
    trx,
  );
  return rows[0]?.tenant_id ?? null;
}
