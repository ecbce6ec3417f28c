import { timingSafeEqual } from "node:crypto";
import type { Permission } from "@flowright/client";
import { sql } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Database } from "../database/open-database.ts";
import { withEngine } from "../database/with-tenant.ts";
import { allPermissions } from "../people/roles/built-in-roles.ts";
import { hashSecret, TOKEN_PREFIX } from "./secret.ts";

/** The caller behind an API token, or null. Notes its use, at most once a minute. */
export async function readTokenCaller(
  database: Database,
  bootstrapToken: string | undefined,
  token: string,
  workspace: string | undefined,
): Promise<Caller | null> {
  const hash = hashSecret(token);
  if (bootstrapToken && timingSafeEqual(hash, hashSecret(bootstrapToken))) {
    return await bootstrapCaller(database, workspace);
  }
  if (!token.startsWith(TOKEN_PREFIX)) return null;
  return await withEngine(database, async (trx) => {
    const { rows } = await sql<{
      tenant_id: string;
      name: string;
      permissions: Permission[];
      stale: boolean;
    }>`
      select tenant_id, name, permissions,
             coalesce(last_used_at < now() - interval '1 minute', true) as stale
        from api_token where secret_hash = ${hash}`.execute(trx);
    const row = rows[0];
    if (!row) return null;
    if (row.stale) {
      await sql`update api_token set last_used_at = now() where secret_hash = ${hash}`.execute(trx);
    }
    return {
      tenant: row.tenant_id,
      user: `token:${row.name}`,
      permissions: new Set(row.permissions),
      roles: [],
    };
  });
}

/** The administrator's token of the server: everything, in the workspace named or in the oldest one. */
async function bootstrapCaller(database: Database, workspace: string | undefined): Promise<Caller | null> {
  const { rows } = await withEngine(database, (trx) =>
    sql<{ id: string }>`
      select id from workspace order by (id = ${workspace ?? ""}) desc, created_at, id limit 1`.execute(trx),
  );
  const tenant = rows[0]?.id;
  if (tenant === undefined) return null;
  return { tenant, user: "token:bootstrap", permissions: new Set(allPermissions), roles: ["admin"] };
}
