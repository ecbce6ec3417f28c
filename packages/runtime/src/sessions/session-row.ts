import type { Permission, Session, Workspace } from "@flowright/client";
import { CompiledQuery, sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import { engineStatement } from "../database/engine-statement.ts";
import type { Database } from "../database/open-database.ts";
import { gatherReads } from "../database/pool/gather-reads.ts";
import type { Tables } from "../database/tables.ts";
import { hashSecret, makeSecret } from "./secret.ts";

interface SessionRow {
  readonly secret_hash: Buffer;
  readonly tenant_id: string;
  readonly user_name: string;
  readonly name: string;
  readonly roles: string[];
  readonly language: "en" | "zh-CN" | null;
  readonly workspace_name: string;
  readonly sample: boolean;
  readonly permissions: Permission[];
  readonly workspaces: Workspace[];
  readonly renew: boolean;
}

const SESSION = `
  select s.secret_hash, s.tenant_id, s.user_name, m.name, m.roles, p.language, w.name as workspace_name, w.sample,
         s.expires_at < now() + interval '14 days' - interval '1 hour' as renew,
         coalesce((select array_agg(distinct permission order by permission)
           from role r, unnest(r.permissions) as permission
          where r.tenant_id = s.tenant_id and r.id = any(m.roles)), '{}') as permissions,
         coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name, 'sample', o.sample)
                                   order by o.name)
           from member om join workspace o on o.id = om.tenant_id
          where om.user_name = s.user_name and om.active and om.tenant_id <> s.tenant_id), '[]') as workspaces
    from session s
    join member m on m.tenant_id = s.tenant_id and m.user_name = s.user_name
    join person p on p.user_name = s.user_name
    join workspace w on w.id = s.tenant_id
   where s.secret_hash = any($1::bytea[]) and s.expires_at > now() and m.active`;

const RENEW = "update session set expires_at = now() + interval '14 days' where secret_hash = $1";

interface Found {
  readonly caller: Caller;
  readonly session: Session;
}

/**
 * Finds the session behind a secret, with everything read anew so that a change of roles counts at once; null where
 * it is unknown or over, or the person was deactivated. Each use within 14 days prolongs it (written at most
 * hourly). Every request begins with it, so those that come at the same time are answered by one statement.
 */
export function sessionFinder(database: Database): (secret: string) => Promise<Found | null> {
  const read = gatherReads<SessionRow>(async (hashes) => {
    const values = [hashes.map((hash) => Buffer.from(hash, "hex"))];
    const rows = await engineStatement<SessionRow>(database, { name: "session", text: SESSION, values });
    return new Map(rows.map((row) => [row.secret_hash.toString("hex"), row]));
  });
  return async (secret) => {
    const hash = hashSecret(secret);
    const row = await read(hash.toString("hex"));
    if (!row) return null;
    if (row.renew) await engineStatement(database, { name: "session-renew", text: RENEW, values: [hash] });
    return foundIn(row);
  };
}

/** The same inside a transaction under the engine role. */
export async function readSession(trx: Transaction<Tables>, secret: string): Promise<Found | null> {
  const { rows } = await trx.executeQuery<SessionRow>(CompiledQuery.raw(SESSION, [[hashSecret(secret)]]));
  return rows[0] ? foundIn(rows[0]) : null;
}

function foundIn(row: SessionRow): Found {
  return {
    caller: {
      tenant: row.tenant_id,
      user: row.user_name,
      permissions: new Set(row.permissions),
      roles: row.roles,
    },
    session: {
      person: {
        user: row.user_name,
        name: row.name,
        roles: row.roles,
        active: true,
        language: row.language,
      },
      workspace: { id: row.tenant_id, name: row.workspace_name, sample: row.sample },
      permissions: row.permissions,
      workspaces: row.workspaces,
    },
  };
}

/** A new session in a workspace; sweeps those that are over. */
export async function beginSession(
  trx: Transaction<Tables>,
  tenant: string,
  user: string,
): Promise<{ secret: string; session: Session }> {
  const secret = makeSecret();
  await sql`delete from session where expires_at < now()`.execute(trx);
  await sql`insert into session (secret_hash, tenant_id, user_name, expires_at)
    values (${hashSecret(secret)}, ${tenant}, ${user}, now() + interval '14 days')`.execute(trx);
  await sql`update person set last_workspace = ${tenant} where user_name = ${user}`.execute(trx);
  const begun = await readSession(trx, secret);
  if (!begun) throw new Error("the session just begun is not there");
  return { secret, session: begun.session };
}
