import { createHash } from "node:crypto";
import type { DecisionSummary, DecisionVersion, PublishDecision, PublishedDecision } from "@flowright/client";
import { checkDecisionTable } from "@flowright/decisions";
import {
  canonicalJson,
  checkStoredJson,
  type DecisionTable,
  type LocalizedText,
  type Problem,
} from "@flowright/definition";
import { sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { DecisionService, Once } from "../contract/runtime.ts";
import type { Tables } from "../database/tables.ts";
import { withEngine, withTenant } from "../database/with-tenant.ts";
import { withOnce } from "../idempotency/with-once.ts";
import { problemItem } from "../problem/problem-item.ts";
import { problemsBelow } from "../problem/problems-below.ts";
import { requirePermission } from "../problem/require-permission.ts";
import { type TurnParts, turnTime } from "../turns/turn-parts.ts";
import { refuseDecision } from "./decision-problems.ts";
import { decisionUses } from "./decision-uses.ts";
import { decisionVersions } from "./decision-versions.ts";

const ID = /^[\p{L}_][\p{L}\p{N}_.-]{0,199}$/u;

export function createDecisionService(parts: TurnParts): DecisionService {
  return {
    list: (caller) => withTenant(parts.database, caller, (trx) => listDecisions(trx, caller)),
    publish: (caller, body, once) => publishDecision(parts, caller, body, once),
    versions: (caller, id) => withTenant(parts.database, caller, (trx) => decisionVersions(trx, caller, id)),
    uses: (caller, id) =>
      withTenant(parts.database, caller, async (trx) => {
        const known = await decisionVersions(trx, caller, id);
        return known.ok ? { ok: true, value: await decisionUses(trx, caller, id) } : known;
      }),
    read: (caller, id, version) =>
      withTenant(parts.database, caller, (trx) => readDecision(trx, caller, id, version)),
  };
}

async function listDecisions(trx: Transaction<Tables>, caller: Caller): Promise<DecisionSummary[]> {
  const { rows } = await sql<{
    id: string;
    name: LocalizedText;
    latest_version: number;
    published_at: Date;
    published_by: string;
  }>`
    select d.id, d.name, d.latest_version, v.published_at, v.published_by
      from decision d
      join decision_version v on v.tenant_id = d.tenant_id and v.decision_id = d.id and v.version = d.latest_version
     where d.tenant_id = ${caller.tenant} order by d.id`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    latestVersion: row.latest_version,
    publishedAt: row.published_at.toISOString(),
    publishedBy: row.published_by,
  }));
}

async function readDecision(
  trx: Transaction<Tables>,
  caller: Caller,
  id: string,
  version: string,
): Promise<Result<DecisionVersion>> {
  const wanted = version === "latest" ? sql`d.latest_version` : sql`${Number(version)}::float8`;
  const { rows } = await sql<{
    version: number;
    hash: string;
    decision_table: DecisionTable;
    note: string;
    published_at: Date;
    published_by: string;
  }>`
    select v.version, v.hash, v.decision_table, v.note, v.published_at, v.published_by
      from decision d join decision_version v on v.tenant_id = d.tenant_id and v.decision_id = d.id
     where d.tenant_id = ${caller.tenant} and d.id = ${id} and v.version = ${wanted}`.execute(trx);
  const row = rows[0];
  if (row === undefined)
    return version === "latest"
      ? refuseDecision("decision.unknown", { id })
      : refuseDecision("decision.version-unknown", { id, version });
  return {
    ok: true,
    value: {
      id,
      version: row.version,
      hash: row.hash,
      table: row.decision_table,
      note: row.note,
      publishedAt: row.published_at.toISOString(),
      publishedBy: row.published_by,
    },
  };
}

/** Publishes a table as its next version; one equal to the latest is the latest. */
async function publishDecision(
  parts: TurnParts,
  caller: Caller,
  body: PublishDecision,
  once: Once | undefined,
): Promise<Result<PublishedDecision>> {
  const missing = requirePermission(caller, "definition.publish");
  if (missing) return missing;
  if (!ID.test(body.id)) return refuseDecision("decision.id-wrong", { id: body.id }, { path: "/id" });
  const table = body.table as DecisionTable;
  const problems = problemsOf(table);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    return refuseDecision(
      "decision.has-errors",
      { count: errors.length },
      { path: "/table", problems: problemsBelow("/table", problems) },
    );
  }
  return await withEngine(parts.database, (trx) =>
    withOnce(trx, caller, once, "decision", body, async () => {
      const stored = await store(parts, trx, caller, body, table);
      return { ok: true, value: { ...stored, problems: problems.map(problemItem) } };
    }),
  );
}

/** Whatever the value is; a table of the workspace stands alone: its own columns tell the types. */
function problemsOf(value: DecisionTable): readonly Problem[] {
  const stored = checkStoredJson(value);
  return stored.length > 0 ? stored : checkDecisionTable(value);
}

async function store(
  parts: TurnParts,
  trx: Transaction<Tables>,
  caller: Caller,
  { id, note = "" }: PublishDecision,
  table: DecisionTable,
): Promise<Omit<PublishedDecision, "problems">> {
  const hash = createHash("sha256").update(canonicalJson(table)).digest("base64url");
  const name = JSON.stringify(table.name ?? id);
  // The row is locked from here on, so versions are counted one after the other.
  const { rows } = await sql<{ latest_version: number; hash: string | null }>`
    with locked as (
      insert into decision (tenant_id, id, name, latest_version) values (${caller.tenant}, ${id}, ${name}::json, 0)
      on conflict (tenant_id, id) do update set latest_version = decision.latest_version
      returning latest_version)
    select l.latest_version, v.hash from locked l left join decision_version v
      on v.tenant_id = ${caller.tenant} and v.decision_id = ${id} and v.version = l.latest_version`.execute(
    trx,
  );
  const latest = rows[0]?.latest_version ?? 0;
  if (latest > 0 && rows[0]?.hash === hash) return { id, version: latest, hash };
  const version = latest + 1;
  await sql`
    update decision set latest_version = ${version}, name = ${name}::json
     where tenant_id = ${caller.tenant} and id = ${id}`.execute(trx);
  await sql`
    insert into decision_version (tenant_id, decision_id, version, hash, decision_table, note, published_at,
      published_by)
    values (${caller.tenant}, ${id}, ${version}, ${hash}, ${JSON.stringify(table)}::json, ${note},
      ${turnTime(parts)}, ${caller.user})`.execute(trx);
  return { id, version, hash };
}
