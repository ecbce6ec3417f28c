import type { DefinitionSummary, DefinitionVersion, DefinitionVersionDetail } from "@flowright/client";
import type { LocalizedText, WorkflowDefinition } from "@flowright/definition";
import { sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { DefinitionService } from "../contract/runtime.ts";
import type { Tables } from "../database/tables.ts";
import { withTenant } from "../database/with-tenant.ts";
import { problemItem } from "../problem/problem-item.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { checkDefinition, roleHolders } from "./check-definition.ts";
import { refuseDefinition } from "./definition-problems.ts";
import { flowStats } from "./flow-stats.ts";
import { loadVersions, versionKey } from "./load-versions.ts";
import { mayStart } from "./may-start.ts";
import { publish } from "./publish.ts";
import { versionUsage } from "./version-usage.ts";

export function createDefinitionService(
  parts: TurnParts,
  published: (tenant: string) => void,
): DefinitionService {
  return {
    validate: async (caller, definition) => {
      const holders = await withTenant(parts.database, caller, (trx) => roleHolders(trx, caller.tenant));
      return { problems: checkDefinition(definition, holders).problems.map(problemItem) };
    },
    publish: async (caller, body, once) => {
      const result = await publish(parts, caller, body, once);
      if (result.ok) published(caller.tenant);
      return result;
    },
    list: (caller) => withTenant(parts.database, caller, (trx) => listDefinitions(trx, caller)),
    versions: (caller, id) =>
      withTenant(parts.database, caller, async (trx) => {
        const versions = await readVersions(trx, caller.tenant, id);
        if (versions.length === 0) return refuseDefinition("definition.unknown", { id });
        return { ok: true, value: versions };
      }),
    read: (caller, id, version) =>
      withTenant(parts.database, caller, (trx) => readVersion(trx, caller, id, version)),
    usage: (caller, id) => withTenant(parts.database, caller, (trx) => versionUsage(trx, caller.tenant, id)),
    stats: (caller, id, version) =>
      withTenant(parts.database, caller, async (trx) => {
        const found = await findVersion(trx, caller.tenant, id, version ?? "latest");
        if (!found.ok) return found;
        const at = { definitionId: id, version: found.value };
        const program = (await loadVersions(trx, parts.programs, caller.tenant, [at])).get(
          versionKey(id, found.value),
        );
        const value = await flowStats(parts, trx, caller.tenant, id, found.value);
        // Boundary events and starts of event sub-processes listen beside the steps where the case stands.
        const listens = (node: string) =>
          ["boundary", "start"].includes(program?.nodes.get(node)?.kind ?? "");
        const steps = value.steps.filter(({ node }) => !listens(node));
        return { ok: true, value: { ...value, steps } };
      }),
  };
}

interface SummaryRow {
  id: string;
  name: LocalizedText;
  description: LocalizedText | null;
  latest_version: number | null;
  startable_by: string[] | null;
  hash: string | null;
  published_at: Date | null;
  published_by: string | null;
  has_draft: boolean;
  running: number;
}

/** Published flows, and drafts of which no version is published yet. */
async function listDefinitions(trx: Transaction<Tables>, caller: Caller): Promise<DefinitionSummary[]> {
  const drafts = caller.permissions.has("definition.read") || caller.permissions.has("definition.write");
  const { rows } = await sql<SummaryRow>`
    select d.id, d.name, d.description, d.latest_version, d.startable_by, v.hash, v.published_at, v.published_by,
           exists (select from draft f where f.tenant_id = d.tenant_id and f.id = d.id
               and f.definition::text <> v.definition::text) as has_draft,
           (select count(*)::int from instance i where i.tenant_id = d.tenant_id and i.definition_id = d.id
               and i.ended_at is null) as running
      from definition d
      join definition_version v
        on v.tenant_id = d.tenant_id and v.definition_id = d.id and v.version = d.latest_version
     where d.tenant_id = ${caller.tenant}
    union all
    select f.id, f.definition -> 'name', f.definition -> 'description', null, null, null, null, null, true, 0
      from draft f where ${drafts} and f.tenant_id = ${caller.tenant}
       and not exists (select from definition d where d.tenant_id = f.tenant_id and d.id = f.id)
     order by id`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    name: isText(row.name) ? row.name : row.id,
    ...(isText(row.description) ? { description: row.description } : {}),
    latestVersion: row.latest_version,
    hash: row.hash,
    publishedAt: row.published_at?.toISOString() ?? null,
    publishedBy: row.published_by,
    hasDraft: row.has_draft,
    runningInstances: row.running,
    startableBy: row.startable_by,
    startable: row.latest_version !== null && mayStart(caller, row.startable_by),
  }));
}

/** A draft may hold anything where a text belongs. */
function isText(value: unknown): value is LocalizedText {
  return typeof value === "string" || (typeof value === "object" && value !== null && !Array.isArray(value));
}

interface VersionRow {
  version: number;
  hash: string;
  note: string;
  published_at: Date;
  published_by: string;
  running: number;
}

async function readVersions(
  trx: Transaction<Tables>,
  tenant: string,
  id: string,
): Promise<DefinitionVersion[]> {
  const { rows } = await sql<VersionRow>`
    select version, hash, note, published_at, published_by,
           (select count(*)::int from instance i where i.tenant_id = v.tenant_id
               and i.definition_id = v.definition_id and i.version = v.version and i.ended_at is null) as running
      from definition_version v where tenant_id = ${tenant} and definition_id = ${id}
     order by version desc`.execute(trx);
  return rows.map((row) => versionOf(id, row));
}

async function readVersion(
  trx: Transaction<Tables>,
  caller: Caller,
  id: string,
  wanted: number | "latest",
): Promise<Result<DefinitionVersionDetail>> {
  const found = await findVersion(trx, caller.tenant, id, wanted);
  if (!found.ok) return found;
  if (!(await mayRead(trx, caller, id))) return refuseDefinition("definition.unknown", { id });
  const { rows } = await sql<VersionRow & { definition: WorkflowDefinition }>`
    select version, hash, note, published_at, published_by, definition,
           (select count(*)::int from instance i where i.tenant_id = v.tenant_id
               and i.definition_id = v.definition_id and i.version = v.version and i.ended_at is null) as running
      from definition_version v
     where tenant_id = ${caller.tenant} and definition_id = ${id} and version = ${found.value}`.execute(trx);
  const row = rows[0];
  if (!row) return refuseDefinition("definition.version-unknown", { id, version: found.value });
  return { ok: true, value: { ...versionOf(id, row), definition: row.definition } };
}

/** Readers of flows and of cases, and whoever may start this one and so fills in its form. */
async function mayRead(trx: Transaction<Tables>, caller: Caller, id: string): Promise<boolean> {
  if (caller.permissions.has("definition.read") || caller.permissions.has("instance.read")) return true;
  const { rows } = await sql<{ startable_by: string[] | null }>`
    select startable_by from definition where tenant_id = ${caller.tenant} and id = ${id}`.execute(trx);
  return rows[0] !== undefined && mayStart(caller, rows[0].startable_by);
}

async function findVersion(
  trx: Transaction<Tables>,
  tenant: string,
  id: string,
  wanted: number | "latest",
): Promise<Result<number>> {
  const row = await trx
    .selectFrom("definition")
    .select("latest_version")
    .where("tenant_id", "=", tenant)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return refuseDefinition("definition.unknown", { id });
  if (wanted === "latest") return { ok: true, value: row.latest_version };
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > row.latest_version) {
    return refuseDefinition("definition.version-unknown", { id, version: wanted });
  }
  return { ok: true, value: wanted };
}

function versionOf(id: string, row: VersionRow): DefinitionVersion {
  return {
    id,
    version: row.version,
    hash: row.hash,
    note: row.note,
    publishedAt: row.published_at.toISOString(),
    publishedBy: row.published_by,
    runningInstances: row.running,
  };
}
