import { randomUUID } from "node:crypto";
import type { ApiTokenCreated, NewApiToken } from "@flowright/client";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Once } from "../contract/runtime.ts";
import type { Database } from "../database/open-database.ts";
import { withTenant } from "../database/with-tenant.ts";
import { withOnce } from "../idempotency/with-once.ts";
import { audit } from "../people/audit.ts";
import { hashSecret, makeSecret, TOKEN_PREFIX } from "../sessions/secret.ts";
import { refuseToken } from "./token-problems.ts";
import { tokenColumns, tokenOf } from "./token-row.ts";

/** A token with some of the caller's own permissions. Its secret is in the first answer alone. */
export async function createToken(
  database: Database,
  caller: Caller,
  body: NewApiToken,
  once?: Once,
): Promise<Result<ApiTokenCreated>> {
  const beyond = body.permissions.findIndex((permission) => !caller.permissions.has(permission));
  if (beyond >= 0) {
    const permission = body.permissions[beyond] ?? "";
    return refuseToken("token.beyond-own", { permission }, { path: `/permissions/${beyond}` });
  }
  const secret = TOKEN_PREFIX + makeSecret();
  return withTenant(database, caller, (trx) =>
    withOnce<ApiTokenCreated>(
      trx,
      caller,
      once,
      "tokens.create",
      body,
      async () => {
        const row = await trx
          .insertInto("api_token")
          .values({
            tenant_id: caller.tenant,
            id: randomUUID(),
            name: body.name,
            secret_hash: hashSecret(secret),
            permissions: [...new Set(body.permissions)],
            created_by: caller.user,
          })
          .onConflict((conflict) => conflict.columns(["tenant_id", "name"]).doNothing())
          .returning(tokenColumns)
          .executeTakeFirst();
        if (!row) return refuseToken("token.name-taken", { name: body.name }, { path: "/name" });
        await audit(trx, caller, "token.create", row.id, { name: body.name, permissions: body.permissions });
        return { ok: true, value: { token: tokenOf(row), secret } };
      },
      ({ token }) => ({ token, secret: "" }),
    ),
  );
}
