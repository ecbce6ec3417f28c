import type { PeopleService } from "../contract/runtime.ts";
import type { Database } from "../database/open-database.ts";
import { withTenant } from "../database/with-tenant.ts";
import { createToken } from "../tokens/create-token.ts";
import { listTokens, removeToken } from "../tokens/token-list.ts";
import { activatePerson, deactivatePerson, type HandOver } from "./activate-person.ts";
import { createPerson } from "./create-person.ts";
import { selectOpenTasks } from "./open-tasks.ts";
import { patchPerson } from "./patch-person.ts";
import { refusePeople } from "./people-problems.ts";
import { selectPeople, selectPerson } from "./person-row.ts";
import { resetPassword } from "./reset-password.ts";
import { createRole, listRoles, removeRole, updateRole } from "./roles/role-commands.ts";

export interface PeopleServiceOptions {
  readonly database: Database;
  readonly handOver: HandOver;
  /** Told after a person's sessions were ended, so that open sockets are looked at again. */
  readonly sessionEnded?: ((tenant: string, user: string) => void) | undefined;
}

/** People, roles and API tokens of a workspace. */
export function createPeopleService(options: PeopleServiceOptions): PeopleService {
  const { database, handOver, sessionEnded } = options;
  return {
    list: (caller) => withTenant(database, caller, (trx) => selectPeople(trx, caller.tenant)),
    create: (caller, body, once) => createPerson(database, caller, body, once),
    patch: (caller, user, body) => patchPerson(database, caller, user, body),
    resetPassword: async (caller, user) => {
      const result = await resetPassword(database, caller, user);
      if (result.ok) sessionEnded?.(caller.tenant, user);
      return result;
    },
    deactivate: async (caller, user, to) => {
      const result = await deactivatePerson(database, handOver, caller, user, to);
      if (result.ok) sessionEnded?.(caller.tenant, user);
      return result;
    },
    activate: (caller, user) => activatePerson(database, caller, user),
    openTasks: (caller, user) =>
      withTenant(database, caller, async (trx) =>
        (await selectPerson(trx, caller.tenant, user))
          ? { ok: true, value: await selectOpenTasks(trx, caller.tenant, user) }
          : refusePeople("person.unknown", { user }),
      ),
    roles: (caller) => listRoles(database, caller),
    createRole: (caller, body, once) => createRole(database, caller, body, once),
    updateRole: (caller, id, body) => updateRole(database, caller, id, body),
    removeRole: (caller, id) => removeRole(database, caller, id),
    tokens: (caller) => listTokens(database, caller),
    createToken: (caller, body, once) => createToken(database, caller, body, once),
    removeToken: (caller, id) => removeToken(database, caller, id),
  };
}
