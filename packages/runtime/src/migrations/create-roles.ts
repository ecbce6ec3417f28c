import type pg from "pg";
import { sqlStateOf } from "../database/retry-transaction.ts";
import { roleNamesOf } from "../database/role-names.ts";

/** The login may not create roles: `sql` is what an administrator of the cluster must run once. */
export class RolesMissing extends Error {
  readonly sql: string;

  constructor(sql: string) {
    super(`The database roles are missing and this login may not create them. Run as administrator:\n${sql}`);
    this.name = "RolesMissing";
    this.sql = sql;
  }
}

/** Creates the schema's two roles where they are missing and lets the login change to them. */
export async function createRoles(client: pg.Client, schema: string): Promise<void> {
  for (const role of Object.values(roleNamesOf(schema))) {
    for (let attempt = 1; !(await mayChangeTo(client, role)); attempt++) {
      try {
        await client.query(createSql(role));
      } catch (error) {
        if (sqlStateOf(error) === "42501") throw new RolesMissing(await sqlForAdministrator(client, schema));
        // Another database of the cluster may be creating the same role at this moment.
        if (attempt >= 10) throw error;
      }
    }
  }
}

async function mayChangeTo(client: pg.Client, role: string): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    `select coalesce((select bool_or(pg_has_role(current_user, oid, 'MEMBER')) from pg_roles where rolname = $1), false) as may`,
    [role],
  );
  return rows[0]?.may ?? false;
}

function createSql(role: string): string {
  return `do $$ begin
  if not exists (select from pg_roles where rolname = '${role}') then
    create role ${role} nologin;
  end if;
  execute format('grant ${role} to %I', current_user);
end $$`;
}

async function sqlForAdministrator(client: pg.Client, schema: string): Promise<string> {
  const { rows } = await client.query<{ login: string }>("select quote_ident(current_user) as login");
  return Object.values(roleNamesOf(schema))
    .flatMap((role) => [`create role ${role} nologin;`, `grant ${role} to ${rows[0]?.login};`])
    .join("\n");
}
