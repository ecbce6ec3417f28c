import type { BatchCheck, BatchGroup, BatchMigrate, BatchMove, CheckBatch } from "@flowright/client";
import { activeNodesOf, checkMigration, type InstanceState, type MigrationCheck } from "@flowright/engine";
import { sql } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import { withTenant } from "../database/with-tenant.ts";
import { loadVersions, versionKey } from "../definitions/load-versions.ts";
import { refuseInstance } from "../instances/instance-problems.ts";
import { migrationPlanOf } from "../instances/repair/migrate-instance.ts";
import { namedProblem } from "../instances/repair/named-problem.ts";
import { requirePermission } from "../problem/require-permission.ts";
import { planForCase } from "../turns/plan-for-case.ts";
import { isReadable, type LoadedProgram, missingProgram } from "../turns/program-cache.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { refuseTurn } from "../turns/turn-problems.ts";
import { chosenCases } from "./chosen-cases.ts";
import { problemOfMoving } from "./move-steps.ts";

interface StandingRow {
  id: string;
  number: string;
  definition_id: string;
  version: number;
  state: InstanceState;
}

/** States read at once. */
const PART = 500;

/** Tries a migration or a move on every case of a choice and tells the outcomes by where the cases stand. */
export async function checkBatch(
  parts: TurnParts,
  caller: Caller,
  { operation, ...choice }: CheckBatch,
): Promise<Result<BatchCheck>> {
  const missing = requirePermission(caller, "instance.operate");
  if (missing) return missing;
  return await withTenant(parts.database, caller, async (trx) => {
    const chosen = await chosenCases(parts, trx, caller, choice);
    if (!chosen.ok) return chosen;
    const groups = new Map<string, BatchGroup>();
    for (let at = 0; at < chosen.value.length; at += PART) {
      const ids = chosen.value.slice(at, at + PART).map(({ id }) => id);
      const { rows } = await sql<StandingRow>`
        select id, number, definition_id, version, state from instance
         where id = any(${ids}::uuid[]) and tenant_id = ${caller.tenant} order by id`.execute(trx);
      const wanted = rows.flatMap(({ definition_id: definitionId, version }) => [
        { definitionId, version },
        ...(operation.kind === "migrate" ? [{ definitionId, version: operation.version }] : []),
      ]);
      const versions = await loadVersions(trx, parts.programs, caller.tenant, wanted);
      for (const row of rows) {
        const from =
          versions.get(versionKey(row.definition_id, row.version)) ??
          missingProgram(row.definition_id, row.version);
        const to =
          operation.kind === "move" ? from : versions.get(versionKey(row.definition_id, operation.version));
        if (operation.kind === "migrate" && !to) {
          return refuseInstance(
            "migration.version-unknown",
            { version: operation.version },
            { path: "/operation/version" },
          );
        }
        const found =
          operation.kind === "move"
            ? triedMove(caller, row, from, operation)
            : triedMigration(row, from, to ?? from, operation);
        const problems = found.problems.map((problem) => ({
          ...namedProblem(problem, from.nodes),
          severity: problem.severity === "error" ? ("error" as const) : ("warning" as const),
        }));
        const nodes = standingAt(row.state);
        const key = JSON.stringify([row.definition_id, row.version, nodes, problems.map(({ code }) => code)]);
        const known = groups.get(key);
        if (known) known.count += 1;
        else {
          const example = { instanceId: row.id, instanceNumber: row.number };
          groups.set(key, { version: row.version, nodes, count: 1, ok: found.ok, problems, ...example });
        }
      }
    }
    const all = [...groups.values()].sort((a, b) => Number(a.ok) - Number(b.ok) || b.count - a.count);
    const sum = (some: readonly BatchGroup[]) => some.reduce((total, { count }) => total + count, 0);
    return { ok: true, value: { total: sum(all), safe: sum(all.filter(({ ok }) => ok)), groups: all } };
  });
}

/** A case that runs by the version already is none that moves. */
function triedMigration(
  { version, state }: StandingRow,
  from: LoadedProgram,
  to: LoadedProgram,
  operation: BatchMigrate,
): Pick<MigrationCheck, "ok" | "problems"> {
  if (version === operation.version) {
    const { problem } = refuseTurn("migration.same-version", { version }).refusal;
    return { ok: false, problems: [problem] };
  }
  if (!isReadable(to)) return damaged(refuseTurn("case.definition-damaged", { version: to.version }));
  try {
    const plan = planForCase(migrationPlanOf(operation), from, state);
    return checkMigration(isReadable(from) ? from.program : to.program, to.program, state, plan);
  } catch {
    return damaged(refuseTurn("case.state-damaged"));
  }
}

function triedMove(
  caller: Caller,
  { state, version }: StandingRow,
  program: LoadedProgram,
  operation: BatchMove,
): Pick<MigrationCheck, "ok" | "problems"> {
  if (!isReadable(program)) return damaged(refuseTurn("case.definition-damaged", { version }));
  try {
    const problem = problemOfMoving(caller, operation, state, program);
    return { ok: problem === null, problems: problem === null ? [] : [problem] };
  } catch {
    return damaged(refuseTurn("case.state-damaged"));
  }
}

function damaged({ refusal }: ReturnType<typeof refuseTurn>): Pick<MigrationCheck, "ok" | "problems"> {
  return { ok: false, problems: [refusal.problem] };
}

/** Where a case stands, as far as that can be read. */
function standingAt(state: InstanceState): string[] {
  try {
    return [...new Set(activeNodesOf(state))].sort();
  } catch {
    return [];
  }
}
