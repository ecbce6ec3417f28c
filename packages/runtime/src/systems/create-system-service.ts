import type { SaveSystem, System } from "@flowright/client";
import { sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { SystemService } from "../contract/runtime.ts";
import type { Database } from "../database/open-database.ts";
import type { Tables } from "../database/tables.ts";
import { withTenant } from "../database/with-tenant.ts";
import { audit } from "../people/audit.ts";
import { checkSystem, originOf } from "./check-system.ts";
import { seal, unseal } from "./secret-box.ts";
import { refuseSystem } from "./system-problems.ts";

export interface SystemServiceOptions {
  readonly database: Database;
  /** 32 bytes. */
  readonly secretKey: Uint8Array;
}

/** The systems that flows may call. Secrets go in and never come out, except to the connectors. */
export function createSystemService({ database, secretKey }: SystemServiceOptions): SystemService {
  if (secretKey.byteLength !== 32) throw new Error("The key of the systems' secrets must have 32 bytes");
  return {
    list: (caller) =>
      withTenant(database, caller, async (trx) => (await selectSystems(trx, caller.tenant)).map(systemOf)),
    save: async (caller, body) => {
      const checked = checkSystem(body);
      if (!checked.ok) return checked;
      return withTenant(database, caller, (trx) => saveSystem(trx, caller, body, secretKey));
    },
    remove: (caller, id) =>
      withTenant(database, caller, async (trx): Promise<Result<null>> => {
        const removed = await trx
          .deleteFrom("system")
          .where("tenant_id", "=", caller.tenant)
          .where("id", "=", id)
          .returning("id")
          .executeTakeFirst();
        if (!removed) return refuseSystem("system.unknown", { id });
        await audit(trx, caller, "system.remove", id);
        return { ok: true, value: null };
      }),
    open: (tenant, id) =>
      withTenant(database, { tenant }, async (trx) => {
        const row = (await selectSystems(trx, tenant, id))[0];
        if (!row) return null;
        const secret = row.secret === null ? null : unseal(secretKey, placeOf(tenant, id), row.secret);
        return { system: systemOf(row), secret };
      }),
  };
}

async function saveSystem(
  trx: Transaction<Tables>,
  caller: Caller,
  body: SaveSystem,
  secretKey: Uint8Array,
): Promise<Result<System>> {
  const { tenant } = caller;
  const before = (await selectSystems(trx, tenant, body.id))[0];
  const kept = body.secret === undefined ? (before?.secret ?? null) : null;
  // Otherwise whoever may change an address could have the secret sent to themselves.
  if (kept !== null && before && originOf(before.address) !== originOf(body.address)) {
    return refuseSystem("system.secret-again", { address: before.address }, { path: "/secret" });
  }
  const secret = body.secret ? seal(secretKey, placeOf(tenant, body.id), body.secret) : kept;
  await sql`insert into system (tenant_id, id, name, address, secret_header, secret, operations)
    values (${tenant}, ${body.id}, ${JSON.stringify(body.name)}, ${body.address}, ${body.secretHeader ?? null},
            ${secret}, ${JSON.stringify(body.operations)})
    on conflict (tenant_id, id) do update set name = excluded.name, address = excluded.address,
      secret_header = excluded.secret_header, secret = excluded.secret, operations = excluded.operations`.execute(
    trx,
  );
  await audit(trx, caller, "system.save", body.id, { address: body.address });
  const row = (await selectSystems(trx, tenant, body.id))[0];
  return row ? { ok: true, value: systemOf(row) } : refuseSystem("system.unknown", { id: body.id });
}

function selectSystems(trx: Transaction<Tables>, tenant: string, id?: string) {
  const all = trx.selectFrom("system").selectAll().where("tenant_id", "=", tenant).orderBy("id");
  return (id === undefined ? all : all.where("id", "=", id)).execute();
}

function systemOf(row: Awaited<ReturnType<typeof selectSystems>>[number]): System {
  return {
    id: row.id,
    name: row.name,
    address: row.address,
    secretHeader: row.secret_header,
    hasSecret: row.secret !== null,
    operations: row.operations,
  };
}

function placeOf(tenant: string, id: string): string {
  return `${tenant}/${id}`;
}
