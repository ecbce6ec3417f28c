import { sql, type Transaction } from "kysely";
import type { Result } from "../contract/result.ts";
import type { Tables } from "../database/tables.ts";
import { refusePeople } from "./people-problems.ts";

/** One change of people and roles at a time, so that two administrators cannot remove each other. */
export async function lockAdministration(trx: Transaction<Tables>, tenant: string): Promise<void> {
  await sql`select from workspace where id = ${tenant} for update`.execute(trx);
}

/** Raised inside a transaction to undo a change that would leave nobody to manage people. */
export class LastAdministrator extends Error {
  constructor() {
    super("nobody would be left who may manage people");
    this.name = "LastAdministrator";
  }
}

/** Looks after a change whether an active person may still manage people; undoes the transaction if not. */
export async function keepAdministrator(trx: Transaction<Tables>, tenant: string): Promise<void> {
  const { rows } = await sql`
    select from member m join role r on r.tenant_id = m.tenant_id and r.id = any(m.roles)
     where m.tenant_id = ${tenant} and m.active and 'people.write' = any(r.permissions) limit 1`.execute(trx);
  if (rows.length === 0) throw new LastAdministrator();
}

/** The refusal of a change that was undone. */
export async function refusingLastAdministrator<T>(change: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await change;
  } catch (error) {
    if (error instanceof LastAdministrator) return refusePeople("people.last-administrator");
    throw error;
  }
}

/** Refuses the first role that the workspace does not have. */
export async function checkRoles(
  trx: Transaction<Tables>,
  tenant: string,
  roles: readonly string[],
): Promise<Result<null>> {
  const known = await trx.selectFrom("role").select("id").where("tenant_id", "=", tenant).execute();
  const ids = new Set(known.map(({ id }) => id));
  const index = roles.findIndex((role) => !ids.has(role));
  if (index < 0) return { ok: true, value: null };
  return refusePeople("person.role-unknown", { role: roles[index] ?? "" }, { path: `/roles/${index}` });
}
