import { sql } from "kysely";
import type { RuntimeLog, SessionService } from "../contract/runtime.ts";
import type { Database } from "../database/open-database.ts";
import { withEngine } from "../database/with-tenant.ts";
import { changePassword } from "./change-password.ts";
import { enterAs, enterOwnWorkspace, listSamplePeople } from "./one-click-entry.ts";
import { hashSecret } from "./secret.ts";
import { refuseSession } from "./session-problems.ts";
import { readSession, sessionFinder } from "./session-row.ts";
import { signIn } from "./sign-in.ts";
import { readTokenCaller } from "./token-caller.ts";

export interface SessionServiceOptions {
  readonly database: Database;
  readonly log?: RuntimeLog | undefined;
  readonly bootstrapToken?: string | undefined;
  /** Told after a session ended, so that open sockets are looked at again. */
  readonly sessionEnded?: ((tenant: string, user: string) => void) | undefined;
}

/** Opaque sessions and API tokens; only hashes of their secrets are stored. */
export function createSessionService(options: SessionServiceOptions): SessionService {
  const { database, log, bootstrapToken, sessionEnded } = options;
  return {
    signIn: async (user, password, address) => {
      const result = await signIn(database, user, password, address);
      if (!result.ok && result.refusal.status === 429) log?.warn({ address }, "sign-in slowed down");
      return result;
    },
    enter: (user) => enterAs(database, user),
    ownWorkspace: (name) => enterOwnWorkspace(database, name),
    caller: sessionFinder(database),
    tokenCaller: (token, workspace) => readTokenCaller(database, bootstrapToken, token, workspace),
    changePassword: async (secret, current, password, address) => {
      const result = await changePassword(database, secret, current, password, address);
      if (!result.ok) return result;
      sessionEnded?.(result.value.tenant, result.value.user);
      return { ok: true, value: null };
    },
    signOut: async (secret) => {
      const { rows } = await withEngine(database, (trx) =>
        sql<{ tenant_id: string; user_name: string }>`
          delete from session where secret_hash = ${hashSecret(secret)}
          returning tenant_id, user_name`.execute(trx),
      );
      for (const { tenant_id, user_name } of rows) sessionEnded?.(tenant_id, user_name);
    },
    switchWorkspace: async (secret, workspace) => {
      const result = await withEngine(database, async (trx) => {
        const before = await readSession(trx, secret);
        if (!before) return refuseSession("session.none");
        const { user, tenant } = before.caller;
        const { rows } = await sql`
          update session set tenant_id = ${workspace} where secret_hash = ${hashSecret(secret)}
             and exists (select from member where tenant_id = ${workspace} and user_name = ${user} and active)
          returning 1`.execute(trx);
        if (rows.length === 0) return refuseSession("workspace.not-member", { workspace });
        await sql`update person set last_workspace = ${workspace} where user_name = ${user}`.execute(trx);
        const after = await readSession(trx, secret);
        return after
          ? ({ ok: true, value: { session: after.session, left: { tenant, user } } } as const)
          : refuseSession("session.none");
      });
      if (!result.ok) return result;
      sessionEnded?.(result.value.left.tenant, result.value.left.user);
      return { ok: true, value: result.value.session };
    },
    samplePeople: () => listSamplePeople(database),
  };
}
