import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Database } from "../database/open-database.ts";
import { withEngine } from "../database/with-tenant.ts";
import { audit } from "./audit.ts";
import { hashPassword, makePassword } from "./password.ts";
import { refusePeople } from "./people-problems.ts";
import { selectPerson } from "./person-row.ts";

/**
 * A fresh password, shown once; ends every session of the person. Sign-in is global, so a workspace must not
 * take over somebody who works in others as well.
 */
export async function resetPassword(
  database: Database,
  caller: Caller,
  user: string,
): Promise<Result<{ password: string }>> {
  const password = makePassword();
  const passwordHash = await hashPassword(password);
  return withEngine(database, async (trx): Promise<Result<{ password: string }>> => {
    const person = await selectPerson(trx, caller.tenant, user);
    if (!person) return refusePeople("person.unknown", { user });
    const elsewhere = await trx
      .selectFrom("member")
      .select("tenant_id")
      .where("user_name", "=", user)
      .where("tenant_id", "<>", caller.tenant)
      .executeTakeFirst();
    if (elsewhere) return refusePeople("person.in-other-workspaces", { name: person.name });
    await trx
      .updateTable("person")
      .set({ password_hash: passwordHash })
      .where("user_name", "=", user)
      .execute();
    await trx.deleteFrom("session").where("user_name", "=", user).execute();
    await audit(trx, caller, "person.reset-password", user);
    return { ok: true, value: { password } };
  });
}
