import type { NewRole, Role } from "@flowright/client";
import { sql, type Transaction } from "kysely";
import type { Caller } from "../../contract/caller.ts";
import type { Result } from "../../contract/result.ts";
import type { Once } from "../../contract/runtime.ts";
import type { Database } from "../../database/open-database.ts";
import type { Tables } from "../../database/tables.ts";
import { withEngine, withTenant } from "../../database/with-tenant.ts";
import { withOnce } from "../../idempotency/with-once.ts";
import { keepAdministrator, lockAdministration, refusingLastAdministrator } from "../administration.ts";
import { audit } from "../audit.ts";
import { refusePeople } from "../people-problems.ts";

/** Every role of the workspace with the active people who have it. */
export function listRoles(database: Database, caller: Caller): Promise<Role[]> {
  return withTenant(database, caller, (trx) => selectRoles(trx, caller.tenant));
}

export function createRole(
  database: Database,
  caller: Caller,
  body: NewRole,
  once?: Once,
): Promise<Result<Role>> {
  const { tenant } = caller;
  return withEngine(database, (trx) =>
    withOnce(trx, caller, once, "roles.create", body, async () => {
      const inserted = await trx
        .insertInto("role")
        .values({
          tenant_id: tenant,
          id: body.id,
          name: JSON.stringify(body.name),
          permissions: [...new Set(body.permissions)],
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning("id")
        .executeTakeFirst();
      if (!inserted) return refusePeople("role.taken", { role: body.id }, { path: "/id" });
      await audit(trx, caller, "role.create", body.id, { permissions: body.permissions });
      return await readRole(trx, tenant, body.id);
    }),
  );
}

/** New name and permissions; they count from the next request of everybody who has the role. */
export function updateRole(
  database: Database,
  caller: Caller,
  id: string,
  body: Omit<NewRole, "id">,
): Promise<Result<Role>> {
  const { tenant } = caller;
  return refusingLastAdministrator(
    withEngine(database, async (trx) => {
      await lockAdministration(trx, tenant);
      await trx
        .updateTable("role")
        .set({ name: JSON.stringify(body.name), permissions: [...new Set(body.permissions)] })
        .where("tenant_id", "=", tenant)
        .where("id", "=", id)
        .execute();
      const role = await readRole(trx, tenant, id);
      if (!role.ok) return role;
      await keepAdministrator(trx, tenant);
      await audit(trx, caller, "role.update", id, { permissions: body.permissions });
      return role;
    }),
  );
}

/** Only a role that is not built in and that nobody has. */
export function removeRole(database: Database, caller: Caller, id: string): Promise<Result<null>> {
  const { tenant } = caller;
  return withEngine(database, async (trx): Promise<Result<null>> => {
    await lockAdministration(trx, tenant);
    const role = await readRole(trx, tenant, id);
    if (!role.ok) return role;
    if (role.value.builtIn) return refusePeople("role.built-in", { role: id });
    const holders = await trx
      .selectFrom("member")
      .select("name")
      .where("tenant_id", "=", tenant)
      .where(sql<boolean>`${id} = any(roles)`)
      .orderBy("name")
      .execute();
    if (holders.length > 0) {
      return refusePeople("role.has-members", {
        role: id,
        people: holders.map(({ name }) => name).join(", "),
      });
    }
    await trx.deleteFrom("role").where("tenant_id", "=", tenant).where("id", "=", id).execute();
    await audit(trx, caller, "role.remove", id);
    return { ok: true, value: null };
  });
}

async function readRole(trx: Transaction<Tables>, tenant: string, id: string): Promise<Result<Role>> {
  const role = (await selectRoles(trx, tenant)).find((candidate) => candidate.id === id);
  return role ? { ok: true, value: role } : refusePeople("role.unknown", { role: id });
}

async function selectRoles(trx: Transaction<Tables>, tenant: string): Promise<Role[]> {
  const rows = await trx
    .selectFrom("role")
    .select((eb) => [
      "id",
      "name",
      "permissions",
      "built_in",
      eb
        .selectFrom("member")
        .select(sql<string[] | null>`array_agg(user_name order by user_name)`.as("members"))
        .where("member.tenant_id", "=", tenant)
        .where("active", "=", true)
        .where(sql<boolean>`role.id = any(member.roles)`)
        .as("members"),
    ])
    .where("tenant_id", "=", tenant)
    .orderBy("built_in", "desc")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    permissions: row.permissions,
    builtIn: row.built_in,
    members: row.members ?? [],
  }));
}
