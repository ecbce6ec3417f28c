import type { Publish, Published } from "@flowright/client";
import { definitionHash, type Problem } from "@flowright/definition";
import type { Program } from "@flowright/engine";
import { sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Once } from "../contract/runtime.ts";
import { sqlStateOf } from "../database/retry-transaction.ts";
import type { Tables } from "../database/tables.ts";
import { withEngine, withTenant } from "../database/with-tenant.ts";
import { withOnce } from "../idempotency/with-once.ts";
import { requirePermission } from "../problem/require-permission.ts";
import { numberPrefixOf } from "../turns/number-prefix.ts";
import { type TurnParts, turnTime } from "../turns/turn-parts.ts";
import { checkDefinition, roleHolders } from "./check-definition.ts";
import { refuseDefinition } from "./definition-problems.ts";
import { replaceStarts } from "./replace-starts.ts";
import { startNodeOf } from "./start-node.ts";

/** Publishes a definition as the next version; one equal to the latest is the latest. */
export async function publish(
  parts: TurnParts,
  caller: Caller,
  body: Publish,
  once: Once | undefined,
): Promise<Result<Published>> {
  const missing = requirePermission(caller, "definition.publish");
  if (missing) return missing;
  const checked = await check(parts, caller, body);
  if (!checked.ok) return checked;
  const { program, overridden } = checked.value;
  for (let attempt = 1; ; attempt++) {
    try {
      return await withEngine(parts.database, (trx) =>
        withOnce(trx, caller, once, "publish", body, async () => ({
          ok: true,
          value: await store(parts, trx, caller, program, body, overridden),
        })),
      );
    } catch (error) {
      // Somebody else published the first version of the same flow at this moment.
      if (sqlStateOf(error) !== "23505" || attempt >= 5) throw error;
    }
  }
}

async function check(
  parts: TurnParts,
  caller: Caller,
  body: Publish,
): Promise<Result<{ program: Program; overridden: readonly Problem[] }>> {
  const holders = await withTenant(parts.database, caller, (trx) => roleHolders(trx, caller.tenant));
  const { program, problems, uncompilable } = checkDefinition(body.definition, holders);
  const errors = problems.filter((problem) => problem.severity === "error");
  const overrides = body.override !== undefined && errors.length > 0;
  if (errors.length > 0 && !overrides && program !== null)
    return refuseDefinition("definition.has-errors", { count: errors.length }, { problems });
  if (program === null) {
    const reasons = uncompilable.length > 0 && overrides ? uncompilable : problems;
    const code = overrides || uncompilable.length === 0 ? "definition.cannot-run" : "definition.has-errors";
    return refuseDefinition(code, { count: Math.max(1, errors.length) }, { problems: reasons });
  }
  if (overrides) {
    const missing = requirePermission(caller, "definition.override");
    if (missing) return missing;
  }
  return { ok: true, value: { program, overridden: overrides ? errors : [] } };
}

async function store(
  parts: TurnParts,
  trx: Transaction<Tables>,
  caller: Caller,
  program: Program,
  body: Publish,
  overridden: readonly Problem[],
): Promise<Published> {
  const { definition } = program;
  const hash = definitionHash(definition);
  const id = definition.id;
  const row = await trx
    .selectFrom("definition")
    .select("latest_version")
    .where("tenant_id", "=", caller.tenant)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  const latest = row?.latest_version ?? 0;
  if (latest > 0) {
    const same = await trx
      .selectFrom("definition_version")
      .select("hash")
      .where("tenant_id", "=", caller.tenant)
      .where("definition_id", "=", id)
      .where("version", "=", latest)
      .executeTakeFirst();
    if (same?.hash === hash) return { id, version: latest, hash };
  }
  const version = latest + 1;
  const name = JSON.stringify(definition.name);
  const description = definition.description === undefined ? null : JSON.stringify(definition.description);
  const startableBy = startNodeOf(definition)?.startableBy ?? null;
  const clock = await sql<{ now: Date }>`select ${turnTime(parts)} as now`.execute(trx);
  const publishedAt = (clock.rows[0]?.now ?? new Date(0)).toISOString();
  await sql`
    insert into definition (tenant_id, id, name, description, latest_version, startable_by, number_prefix)
    values (${caller.tenant}, ${id}, ${name}, ${description}, ${version}, ${startableBy}, ${numberPrefixOf(id)})
    on conflict (tenant_id, id) do update set name = excluded.name, description = excluded.description,
      latest_version = excluded.latest_version, startable_by = excluded.startable_by`.execute(trx);
  await sql`
    insert into definition_version (tenant_id, definition_id, version, hash, definition, note, published_at,
      published_by)
    values (${caller.tenant}, ${id}, ${version}, ${hash}, ${JSON.stringify(definition)}, ${body.note ?? ""},
      ${publishedAt}, ${caller.user})`.execute(trx);
  await replaceStarts(trx, caller.tenant, program, version, publishedAt);
  if (overridden.length > 0) {
    const detail = {
      reason: body.override?.reason ?? "",
      version,
      codes: overridden.map(({ code }) => code),
    };
    await sql`
      insert into audit (tenant_id, at, actor, action, subject, detail)
      values (${caller.tenant}, ${publishedAt}, ${caller.user}, 'definition.override', ${id},
        ${JSON.stringify(detail)})`.execute(trx);
  }
  const change = JSON.stringify({ kind: "definition.published", definitionId: id, version });
  await sql`
    insert into live_change (tenant_id, topic, change)
    values (${caller.tenant}, ${`definition:${id}`}, ${change})`.execute(trx);
  return { id, version, hash };
}
