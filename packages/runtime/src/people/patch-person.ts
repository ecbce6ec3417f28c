import type { Person, PersonPatch } from "@flowright/client";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Database } from "../database/open-database.ts";
import { withEngine } from "../database/with-tenant.ts";
import {
  checkRoles,
  keepAdministrator,
  lockAdministration,
  refusingLastAdministrator,
} from "./administration.ts";
import { audit } from "./audit.ts";
import { refusePeople } from "./people-problems.ts";
import { selectPerson } from "./person-row.ts";

/** Changes name, roles or language. Roles count from the person's next request. */
export function patchPerson(
  database: Database,
  caller: Caller,
  user: string,
  body: PersonPatch,
): Promise<Result<Person>> {
  const { tenant } = caller;
  return refusingLastAdministrator(
    withEngine(database, async (trx): Promise<Result<Person>> => {
      if (body.roles) await lockAdministration(trx, tenant);
      const before = await selectPerson(trx, tenant, user);
      if (!before) return refusePeople("person.unknown", { user });
      const checked = await checkRoles(trx, tenant, body.roles ?? []);
      if (!checked.ok) return checked;
      // Only what was asked for: the other may have changed since it was read.
      if (body.name !== undefined || body.roles) {
        await trx
          .updateTable("member")
          .set({
            ...(body.name === undefined ? {} : { name: body.name }),
            ...(body.roles ? { roles: [...new Set(body.roles)] } : {}),
          })
          .where("tenant_id", "=", tenant)
          .where("user_name", "=", user)
          .execute();
      }
      if (body.language) {
        await trx
          .updateTable("person")
          .set({ language: body.language })
          .where("user_name", "=", user)
          .execute();
      }
      if (body.roles) await keepAdministrator(trx, tenant);
      await audit(trx, caller, "person.patch", user, { ...body });
      const person = await selectPerson(trx, tenant, user);
      return person ? { ok: true, value: person } : refusePeople("person.unknown", { user });
    }),
  );
}
