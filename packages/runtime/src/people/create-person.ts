import type { NewPerson, PersonCreated } from "@flowright/client";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Once } from "../contract/runtime.ts";
import type { Database } from "../database/open-database.ts";
import { withEngine } from "../database/with-tenant.ts";
import { withOnce } from "../idempotency/with-once.ts";
import { checkRoles } from "./administration.ts";
import { audit } from "./audit.ts";
import { hashPassword, makePassword } from "./password.ts";
import { refusePeople } from "./people-problems.ts";
import { selectPerson } from "./person-row.ts";

const USER_NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** A new person and member. A password that was made is in the first answer alone, never in a repeated one. */
export async function createPerson(
  database: Database,
  caller: Caller,
  body: NewPerson,
  once?: Once,
): Promise<Result<PersonCreated>> {
  if (!USER_NAME.test(body.user)) {
    return refusePeople("person.user-malformed", { user: body.user }, { path: "/user" });
  }
  const password = body.password ?? makePassword();
  const passwordHash = await hashPassword(password);
  const { tenant } = caller;
  return withEngine(database, (trx) =>
    withOnce<PersonCreated>(
      trx,
      caller,
      once,
      "people.create",
      body,
      async () => {
        const roles = [...new Set(body.roles)];
        const checked = await checkRoles(trx, tenant, roles);
        if (!checked.ok) return checked;
        const inserted = await trx
          .insertInto("person")
          .values({ user_name: body.user, password_hash: passwordHash, language: body.language ?? null })
          .onConflict((conflict) => conflict.doNothing())
          .returning("user_name")
          .executeTakeFirst();
        if (!inserted) return refusePeople("person.user-taken", { user: body.user }, { path: "/user" });
        await trx
          .insertInto("member")
          .values({ tenant_id: tenant, user_name: body.user, name: body.name, roles })
          .execute();
        await audit(trx, caller, "person.create", body.user, { name: body.name, roles });
        const person = await selectPerson(trx, tenant, body.user);
        if (!person) throw new Error("the person just created is not there");
        return { ok: true, value: { person, ...(body.password === undefined ? { password } : {}) } };
      },
      ({ person }) => ({ person }),
    ),
  );
}
