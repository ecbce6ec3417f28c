import type { Transaction } from "kysely";
import { sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { LoadedProgram, ProgramCache, StoredVersion } from "../turns/program-cache.ts";

/** Published versions by `versionKey`, from the cache or in one query. */
export async function loadVersions(
  trx: Transaction<Tables>,
  programs: ProgramCache,
  tenant: string,
  wanted: Iterable<{ readonly definitionId: string; readonly version: number }>,
): Promise<Map<string, LoadedProgram>> {
  const found = new Map<string, LoadedProgram>();
  const missing = new Map<string, { definitionId: string; version: number }>();
  for (const { definitionId, version } of wanted) {
    const key = versionKey(definitionId, version);
    const cached = programs.get(tenant, definitionId, version);
    if (cached) found.set(key, cached);
    else missing.set(key, { definitionId, version });
  }
  if (missing.size === 0) return found;
  const list = JSON.stringify([...missing.values()]);
  const { rows } = await sql<StoredVersion>`
    select v.definition_id as "definitionId", v.version, v.hash, v.definition
      from json_to_recordset(${list}::json) as x("definitionId" text, version integer)
      join definition_version v
        on v.tenant_id = ${tenant} and v.definition_id = x."definitionId" and v.version = x.version`.execute(
    trx,
  );
  for (const row of rows) found.set(versionKey(row.definitionId, row.version), programs.put(tenant, row));
  return found;
}

/** Key of a version in the map of `loadVersions`. */
export function versionKey(definitionId: string, version: number): string {
  return `${definitionId}\n${version}`;
}
