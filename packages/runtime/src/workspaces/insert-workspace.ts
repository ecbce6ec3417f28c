import type { Workspace } from "@flowright/client";
import type { Transaction } from "kysely";
import type { Result } from "../contract/result.ts";
import type { NewWorkspace } from "../contract/runtime.ts";
import type { Tables } from "../database/tables.ts";
import { checkRoles } from "../people/administration.ts";
import { builtInRoles } from "../people/roles/built-in-roles.ts";
import { refuseWorkspace } from "./workspace-problems.ts";

/** A workspace to be inserted, with its passwords hashed already: hashing is too slow for a transaction. */
export interface HashedWorkspace extends Omit<NewWorkspace, "people"> {
  readonly people: readonly (Omit<NewWorkspace["people"][number], "password"> & {
    readonly passwordHash: string | null;
  })[];
}

/** Writes a workspace with the built-in roles, its own roles and its people. Refuses before it writes. */
export async function insertWorkspace(
  trx: Transaction<Tables>,
  workspace: HashedWorkspace,
  own: boolean,
): Promise<Result<Workspace>> {
  const { id, name, sample } = workspace;
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(id)) {
    return refuseWorkspace("workspace.id-malformed", { id }, { path: "/id" });
  }
  const inserted = await trx
    .insertInto("workspace")
    .values({ id, name, sample, own })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!inserted) return refuseWorkspace("workspace.taken", { id }, { path: "/id" });
  await trx
    .insertInto("role")
    .values([
      ...builtInRoles.map((role) => ({ ...rowOf(id, role), built_in: true })),
      ...workspace.roles.map((role) => ({ ...rowOf(id, role), built_in: false })),
    ])
    .execute();
  for (const person of workspace.people) {
    const checked = await checkRoles(trx, id, person.roles);
    if (!checked.ok) throw new Error(`Workspace ${id}: ${checked.refusal.problem.message.en}`);
    await trx
      .insertInto("person")
      .values({ user_name: person.user, password_hash: person.passwordHash })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await trx
      .insertInto("member")
      .values({
        tenant_id: id,
        user_name: person.user,
        name: person.name,
        title: JSON.stringify(person.title),
        roles: [...new Set(person.roles)],
      })
      .execute();
  }
  return { ok: true, value: { id, name, sample } };
}

function rowOf(tenant: string, role: NewWorkspace["roles"][number]) {
  return {
    tenant_id: tenant,
    id: role.id,
    name: JSON.stringify(role.name),
    permissions: [...new Set(role.permissions)],
  };
}
