import { timingSafeEqual } from "node:crypto";
import type { Permission } from "@flowright/client";
import type { Caller } from "../contract/caller.ts";
import { engineStatement } from "../database/engine-statement.ts";
import type { Database } from "../database/open-database.ts";
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
  const values = [hash];
  const [row] = await engineStatement<TokenRow>(database, { name: "token", text: TOKEN, values });
  if (!row) return null;
  if (row.stale) await engineStatement(database, { name: "token-used", text: USED, values });
  return {
    tenant: row.tenant_id,
    user: `token:${row.name}`,
    permissions: new Set(row.permissions),
    roles: [],
  };
}

interface TokenRow {
  readonly tenant_id: string;
  readonly name: string;
  readonly permissions: Permission[];
  readonly stale: boolean;
}

const TOKEN = `
  select tenant_id, name, permissions, coalesce(last_used_at < now() - interval '1 minute', true) as stale
    from api_token where secret_hash = $1`;

const USED = "update api_token set last_used_at = now() where secret_hash = $1";

const OLDEST = "select id from workspace order by (id = $1) desc, created_at, id limit 1";

/** The administrator's token of the server: everything, in the workspace named or in the oldest one. */
async function bootstrapCaller(database: Database, workspace: string | undefined): Promise<Caller | null> {
  const [row] = await engineStatement<{ id: string }>(database, {
    name: "token-workspace",
    text: OLDEST,
    values: [workspace ?? ""],
  });
  const tenant = row?.id;
  if (tenant === undefined) return null;
  return { tenant, user: "token:bootstrap", permissions: new Set(allPermissions), roles: ["admin"] };
}
