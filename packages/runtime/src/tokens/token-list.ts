import type { ApiToken } from "@flowright/client";
import { sql } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Database } from "../database/open-database.ts";
import { withTenant } from "../database/with-tenant.ts";
import { audit } from "../people/audit.ts";
import { refuseToken } from "./token-problems.ts";
import { tokenColumns, tokenOf } from "./token-row.ts";

/** Tokens of the workspace, the newest first. */
export function listTokens(database: Database, caller: Caller): Promise<ApiToken[]> {
  return withTenant(database, caller, async (trx) => {
    const rows = await trx
      .selectFrom("api_token")
      .select(tokenColumns)
      .where("tenant_id", "=", caller.tenant)
      .orderBy("created_at", "desc")
      .execute();
    return rows.map(tokenOf);
  });
}

/** The token opens nothing from the next request on. */
export function removeToken(database: Database, caller: Caller, id: string): Promise<Result<null>> {
  return withTenant(database, caller, async (trx): Promise<Result<null>> => {
    const removed = await trx
      .deleteFrom("api_token")
      .where("tenant_id", "=", caller.tenant)
      .where(sql`id::text`, "=", id)
      .returning("name")
      .executeTakeFirst();
    if (!removed) return refuseToken("token.unknown", { id });
    await audit(trx, caller, "token.remove", id, { name: removed.name });
    return { ok: true, value: null };
  });
}
