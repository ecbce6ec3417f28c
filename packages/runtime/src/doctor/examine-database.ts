import pg from "pg";
import { isSchemaName, roleNamesOf } from "../database/role-names.ts";
import { type Check, everyCase, type Found, namedCases } from "./check.ts";
import { checkTexts } from "./check-texts.ts";
import { caseChecks, rowCheck } from "./checks/cases.ts";
import { findDifferentStates, repairStates } from "./checks/folded-states.ts";
import { historyChecks } from "./checks/history.ts";
import { tableChecks } from "./checks/tables.ts";
import { waitChecks } from "./checks/waits.ts";
import type { DoctorFinding, DoctorOptions, DoctorRepair, DoctorReport } from "./doctor-report.ts";
import { inEngineRole, noteRepairs } from "./repairing.ts";

/** Places that are put right in one transaction. */
const ROUND = 200;

/**
 * Looks whether the invariants of the runtime hold in a migrated database, and with `repair` puts right what has one
 * right answer. Each question is one statement with one view of the data, so a server may go on beside it. A repair
 * locks its cases as a turn does, looks again under the lock, and is noted in the audit.
 *
 * @throws where the database cannot be reached or has no such schema
 */
export async function examineDatabase(options: DoctorOptions): Promise<DoctorReport> {
  const schema = options.schema ?? "flowright";
  if (!isSchemaName(schema)) throw new Error(`Not a schema name: ${schema}`);
  const client = new pg.Client({
    connectionString: options.connectionString,
    application_name: "flowright doctor",
    statement_timeout: 600_000,
    lock_timeout: 10_000,
    options: `-c search_path=${schema} -c timezone=UTC -c jit=off`,
  });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const doctor: Doctor = { client, roles: roleNamesOf(schema), options };
    const findings: DoctorFinding[] = [];
    // States first: whether a row is missing is judged by the state.
    if (options.history !== false) findings.push(await examineStates(doctor));
    for (const check of CHECKS) {
      if (check.history && options.history === false) continue;
      findings.push(await examine(doctor, check));
    }
    const { rows } = await client.query<{ at: Date }>("select clock_timestamp() as at");
    return {
      at: (rows[0]?.at ?? new Date(0)).toISOString(),
      findings,
      count: findings.reduce((sum, { count }) => sum + count, 0),
      repaired: findings.reduce((sum, { repairs }) => sum + repairs.length, 0),
    };
  } finally {
    await client.end();
  }
}

/** Rows of waits before what counts them, and what concerns single cases before what concerns all. */
const CHECKS: readonly Check[] = [rowCheck, ...tableChecks, ...waitChecks, ...caseChecks, ...historyChecks];

interface Doctor {
  readonly client: pg.Client;
  readonly roles: { readonly app: string; readonly engine: string };
  readonly options: DoctorOptions;
}

async function examine(doctor: Doctor, check: Check): Promise<DoctorFinding> {
  const began = performance.now();
  doctor.options.looking?.(check.code);
  const repairable = check.repair !== undefined || check.repairTable !== undefined;
  const repairs = doctor.options.repair && repairable ? await repairAll(doctor, check) : [];
  const found = await inEngineRole(doctor, async () => {
    const { rows } = await doctor.client.query<Found & { total: number }>(
      `with found as (${check.find(everyCase)})
       select *, count(*) over ()::int as total from found order by tenant, instance, number limit $1`,
      [doctor.options.examples ?? 5],
    );
    return rows;
  });
  return {
    code: check.code,
    ...checkTexts[check.code],
    count: found[0]?.total ?? 0,
    examples: found.map(({ tenant, subject, detail }) => ({ tenant, subject, detail })),
    repairs,
    repairable,
    milliseconds: Math.round(performance.now() - began),
  };
}

async function examineStates(doctor: Doctor): Promise<DoctorFinding> {
  const began = performance.now();
  doctor.options.looking?.("I3.state-differs");
  let found = await findDifferentStates(doctor);
  const repairs = doctor.options.repair ? await repairStates(doctor, found) : [];
  if (repairs.length > 0) found = await findDifferentStates(doctor);
  return {
    code: "I3.state-differs",
    ...checkTexts["I3.state-differs"],
    count: found.length,
    examples: found
      .slice(0, doctor.options.examples ?? 5)
      .map(({ tenant, subject, detail }) => ({ tenant, subject, detail })),
    repairs,
    repairable: true,
    milliseconds: Math.round(performance.now() - began),
  };
}

/** Round by round until nothing is found any more, or only what no repair changes. */
async function repairAll(doctor: Doctor, check: Check): Promise<DoctorRepair[]> {
  const repairs: DoctorRepair[] = [];
  const seen = new Set<string>();
  for (;;) {
    const done = check.repairTable
      ? await repairTables(doctor, check)
      : await repairRound(doctor, check, seen);
    repairs.push(...done.repairs);
    if (!done.more) return repairs;
  }
}

interface Round {
  readonly repairs: readonly DoctorRepair[];
  readonly more: boolean;
}

async function repairRound(doctor: Doctor, check: Check, seen: Set<string>): Promise<Round> {
  const { client } = doctor;
  return await inEngineRole(doctor, async () => {
    const { rows } = await client.query<Found>(
      `with found as (${check.find(everyCase)}) select * from found
        where subject <> all ($1::text[]) order by tenant, instance, number limit ${ROUND}`,
      [[...seen]],
    );
    if (rows.length === 0) return { repairs: [], more: false };
    for (const { subject } of rows) seen.add(subject);
    const cases = [...new Set(rows.flatMap(({ instance }) => (instance === null ? [] : [instance])))];
    await client.query("select id from instance where id = any($1::uuid[]) order by id for update", [cases]);
    // Looked at again under the lock: a turn may have put it right in between.
    const narrow = check.find(everyCase) === check.find(namedCases) ? everyCase : namedCases;
    const repaired = await client.query<DoctorRepair>(
      `with found as materialized (${check.find(narrow)}) ${check.repair}`,
      narrow === everyCase ? [] : [cases],
    );
    await noteRepairs(doctor, check.code, repaired.rows);
    return { repairs: repaired.rows, more: true };
  });
}

async function repairTables(doctor: Doctor, check: Check): Promise<Round> {
  const { client, roles } = doctor;
  const { rows } = await client.query<Found>(check.find(everyCase));
  const repairs: DoctorRepair[] = [];
  for (const found of rows) {
    for (const statement of check.repairTable?.(found, roles.app) ?? []) await client.query(statement);
    repairs.push({ tenant: found.tenant, subject: found.subject, before: found.detail });
  }
  await inEngineRole(doctor, () => noteRepairs(doctor, check.code, repairs));
  return { repairs, more: false };
}
