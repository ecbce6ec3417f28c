import type pg from "pg";
import type { CheckCode } from "./check-texts.ts";
import type { DoctorRepair } from "./doctor-report.ts";

interface Working {
  readonly client: pg.Client;
  readonly roles: { readonly engine: string };
}

/** One transaction under the engine role, which sees every workspace. */
export async function inEngineRole<T>({ client, roles }: Working, work: () => Promise<T>): Promise<T> {
  await client.query("begin");
  try {
    await client.query("select set_config('role', $1, true)", [roles.engine]);
    const value = await work();
    await client.query("commit");
    return value;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

/** Notes in the audit of each workspace what was put right; what was there is told in the report alone. */
export async function noteRepairs(
  { client }: Working,
  code: CheckCode,
  repairs: readonly DoctorRepair[],
): Promise<void> {
  if (repairs.length === 0) return;
  await client.query(
    `insert into audit (tenant_id, at, actor, action, subject, detail)
     select r.tenant, clock_timestamp(), 'doctor', 'doctor.repair', r.subject, json_build_object('check', $2::text)
       from json_to_recordset($1) as r (tenant text, subject text)`,
    [JSON.stringify(repairs), code],
  );
}
