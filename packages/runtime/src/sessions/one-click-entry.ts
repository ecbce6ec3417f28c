import { randomBytes } from "node:crypto";
import type { Session, Text, Workspace } from "@flowright/client";
import { sql, type Transaction } from "kysely";
import type { Result } from "../contract/result.ts";
import type { Database } from "../database/open-database.ts";
import type { Tables } from "../database/tables.ts";
import { withEngine } from "../database/with-tenant.ts";
import { insertWorkspace } from "../workspaces/insert-workspace.ts";
import { refuseSession } from "./session-problems.ts";
import { beginSession } from "./session-row.ts";

interface EntryRow {
  readonly user_name: string;
  readonly name: string;
  readonly title: Text | null;
  readonly tenant_id: string;
  readonly workspace_name: string;
  readonly sample: boolean;
}

export interface SamplePerson {
  user: string;
  name: string;
  title: Text;
  workspace: Workspace;
}

/** People who may be entered with one click: sample people, and owners of a workspace made the same way. */
export function listSamplePeople(database: Database): Promise<SamplePerson[]> {
  return withEngine(database, async (trx) =>
    (await selectEntries(trx, null)).map((row) => ({
      user: row.user_name,
      name: row.name,
      title: row.title ?? "",
      workspace: { id: row.tenant_id, name: row.workspace_name, sample: row.sample },
    })),
  );
}

/** A session without a password; the HTTP layer has made sure that the request comes from this machine. */
export function enterAs(
  database: Database,
  user: string,
): Promise<Result<{ secret: string; session: Session }>> {
  return withEngine(database, async (trx) => {
    const entry = (await selectEntries(trx, user))[0];
    if (!entry) return refuseSession("entry.unknown", { user });
    return { ok: true, value: await beginSession(trx, entry.tenant_id, user) };
  });
}

/** An empty workspace whose owner has every built-in role and no password yet. */
export function enterOwnWorkspace(
  database: Database,
  name: string,
): Promise<Result<{ secret: string; session: Session }>> {
  const suffix = randomBytes(5).toString("hex");
  const owner = `owner-${suffix}`;
  return withEngine(database, async (trx) => {
    const made = await insertWorkspace(
      trx,
      {
        id: `own-${suffix}`,
        name,
        sample: false,
        roles: [],
        people: [
          {
            user: owner,
            name: "店主 Owner",
            title: { en: `owner of ${name}`, "zh-CN": `${name} 的所有者` },
            roles: ["admin", "designer", "manager", "operator"],
            passwordHash: null,
          },
        ],
      },
      true,
    );
    if (!made.ok) return made;
    return { ok: true, value: await beginSession(trx, made.value.id, owner) };
  });
}

/** Never somebody who could go on from there to a workspace that asks for a password. */
async function selectEntries(trx: Transaction<Tables>, user: string | null): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select m.user_name, m.name, m.title, m.tenant_id, w.name as workspace_name, w.sample
      from member m join workspace w on w.id = m.tenant_id join person p on p.user_name = m.user_name
     where m.active and (w.sample or (w.own and p.password_hash is null))
       and (${user}::text is null or m.user_name = ${user})
       and not exists (select from member o join workspace ow on ow.id = o.tenant_id
                        where o.user_name = m.user_name and o.tenant_id <> m.tenant_id and not ow.sample)
     order by w.sample desc, w.created_at, m.created_at, m.ctid`.execute(trx);
  return rows;
}
