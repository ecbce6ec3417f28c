import type { Publish, Published } from "@flowright/client";
import {
  definitionHash,
  hasErrors,
  type Problem,
  validateDefinition,
  type WorkflowDefinition,
} from "@flowright/definition";
import { compile } from "@flowright/engine";
import { sql, type Transaction } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Once } from "../contract/runtime.ts";
import { sqlStateOf } from "../database/retry-transaction.ts";
import type { Tables } from "../database/tables.ts";
import { withEngine } from "../database/with-tenant.ts";
import { withOnce } from "../idempotency/with-once.ts";
import { requirePermission } from "../problem/require-permission.ts";
import { numberPrefixOf } from "../turns/number-prefix.ts";
import { type TurnParts, turnTime } from "../turns/turn-parts.ts";
import { refuseDefinition } from "./definition-problems.ts";
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
  const checked = check(caller, body);
  if (!checked.ok) return checked;
  const { definition, overridden } = checked.value;
  for (let attempt = 1; ; attempt++) {
    try {
      return await withEngine(parts.database, (trx) =>
        withOnce(trx, caller, once, "publish", body, async () => ({
          ok: true,
          value: await store(parts, trx, caller, definition, body, overridden),
        })),
      );
    } catch (error) {
      // Somebody else published the first version of the same flow at this moment.
      if (sqlStateOf(error) !== "23505" || attempt >= 5) throw error;
    }
  }
}

function check(
  caller: Caller,
  body: Publish,
): Result<{ definition: WorkflowDefinition; overridden: readonly Problem[] }> {
  const { definition, problems } = validateDefinition(body.definition);
  const errors = problems.filter((problem) => problem.severity === "error");
  if (definition === null) {
    return refuseDefinition("definition.cannot-run", { count: errors.length }, { problems });
  }
  const overrides = body.override !== undefined && hasErrors(problems);
  if (overrides) {
    const missing = requirePermission(caller, "definition.override");
    if (missing) return missing;
  } else if (hasErrors(problems)) {
    return refuseDefinition("definition.has-errors", { count: errors.length }, { problems });
  }
  const compiled = compile(definition);
  if (!compiled.ok) {
    return refuseDefinition(
      "definition.cannot-run",
      { count: compiled.problems.length },
      { problems: compiled.problems },
    );
  }
  return { ok: true, value: { definition, overridden: overrides ? errors : [] } };
}

async function store(
  parts: TurnParts,
  trx: Transaction<Tables>,
  caller: Caller,
  definition: WorkflowDefinition,
  body: Publish,
  overridden: readonly Problem[],
): Promise<Published> {
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
  const now = turnTime(parts);
  await sql`
    insert into definition (tenant_id, id, name, description, latest_version, startable_by, number_prefix)
    values (${caller.tenant}, ${id}, ${name}, ${description}, ${version}, ${startableBy}, ${numberPrefixOf(id)})
    on conflict (tenant_id, id) do update set name = excluded.name, description = excluded.description,
      latest_version = excluded.latest_version, startable_by = excluded.startable_by`.execute(trx);
  await sql`
    insert into definition_version (tenant_id, definition_id, version, hash, definition, note, published_at,
      published_by)
    values (${caller.tenant}, ${id}, ${version}, ${hash}, ${JSON.stringify(definition)}, ${body.note ?? ""},
      ${now}, ${caller.user})`.execute(trx);
  await replaceMessageStarts(trx, caller.tenant, definition, version);
  if (overridden.length > 0) {
    const detail = {
      reason: body.override?.reason ?? "",
      version,
      codes: overridden.map(({ code }) => code),
    };
    await sql`
      insert into audit (tenant_id, at, actor, action, subject, detail)
      values (${caller.tenant}, ${now}, ${caller.user}, 'definition.override', ${id},
        ${JSON.stringify(detail)})`.execute(trx);
  }
  const change = JSON.stringify({ kind: "definition.published", definitionId: id, version });
  await sql`
    insert into live_change (tenant_id, topic, change)
    values (${caller.tenant}, ${`definition:${id}`}, ${change})`.execute(trx);
  return { id, version, hash };
}

/** New cases start from the latest version alone, so its message starts replace the former ones. */
async function replaceMessageStarts(
  trx: Transaction<Tables>,
  tenant: string,
  definition: WorkflowDefinition,
  version: number,
): Promise<void> {
  await trx
    .deleteFrom("message_start")
    .where("tenant_id", "=", tenant)
    .where("definition_id", "=", definition.id)
    .execute();
  for (const node of definition.nodes) {
    if (node.kind !== "start" || node.trigger?.type !== "message") continue;
    await trx
      .insertInto("message_start")
      .values({
        tenant_id: tenant,
        definition_id: definition.id,
        version,
        node: node.id,
        name: node.trigger.message.name,
        one_per_key: node.trigger.onePerKey ?? false,
      })
      .execute();
  }
}
