import type { InstanceSummary, MigrateInstance, MigrationCheck } from "@flowright/client";
import { checkMigration, type MigrationPlan } from "@flowright/engine";
import type { Caller } from "../../contract/caller.ts";
import type { Result } from "../../contract/result.ts";
import type { InstanceService, Once } from "../../contract/runtime.ts";
import { solveCaseIncidents } from "../../damage/rescue-case.ts";
import { withTenant } from "../../database/with-tenant.ts";
import type { TurnParts } from "../../turns/turn-parts.ts";
import { addComment } from "../add-comment.ts";
import { refuseInstance } from "../instance-problems.ts";
import { carryOutOperation, operateInstance } from "../operate-instance.ts";
import { namedProblem } from "./named-problem.ts";
import { tryOnCase } from "./try-on-case.ts";

/** Carries cases over to another version of their flow, and tells beforehand what that would do. */
export function migrationOf(parts: TurnParts): Pick<InstanceService, "migrate" | "checkMigration"> {
  return {
    migrate: (caller, id, body, once) => migrateInstance(parts, caller, id, body, once),
    checkMigration: (caller, id, body) => check(parts, caller, id, body),
  };
}

/** Carries a case over to another version and keeps the reason as its comment. */
async function migrateInstance(
  parts: TurnParts,
  caller: Caller,
  id: string,
  body: MigrateInstance,
  once: Once | undefined,
): Promise<Result<InstanceSummary>> {
  const done = await operateInstance(parts, caller, id, migrating(caller, body), once);
  if (!done.ok) return done;
  await solveCaseIncidents(parts, caller, [id]);
  const kept = await keepReason(parts, caller, id, body, once);
  return kept.ok ? done : kept;
}

/**
 * The same as one of many: the mapping is one for cases of several versions, the case is not read afterwards, and what
 * had been set aside is left to `solveCaseIncidents`.
 */
export async function migrateOneOfMany(
  parts: TurnParts,
  caller: Caller,
  id: string,
  body: MigrateInstance,
  once: Once,
): Promise<Result<unknown>> {
  const operation = migrating(caller, body);
  const done = await carryOutOperation(
    parts,
    caller,
    id,
    { ...operation, migrate: { ...operation.migrate, shared: true } },
    once,
  );
  if (!done.ok) return done;
  return await keepReason(parts, caller, id, body, once);
}

function migrating(caller: Caller, body: MigrateInstance) {
  return {
    name: "instance.migrate",
    body,
    by: "operate",
    migrate: { version: body.version, plan: migrationPlanOf(body), by: caller.user },
  } as const;
}

async function keepReason(
  parts: TurnParts,
  caller: Caller,
  id: string,
  { reason = "" }: MigrateInstance,
  once: Once | undefined,
): Promise<Result<unknown>> {
  if (reason.trim() === "") return { ok: true, value: null };
  const key = once?.idempotencyKey;
  const onceReason = key === undefined ? undefined : { idempotencyKey: `${key}#reason` };
  return await withTenant(parts.database, caller, (trx) =>
    addComment(parts, trx, caller, { instance: id, task: null }, reason, onceReason),
  );
}

/** How steps and lines map in a migration. */
export function migrationPlanOf({
  nodes = {},
  edges = {},
}: Pick<MigrateInstance, "nodes" | "edges">): MigrationPlan {
  const texts = (map: object): { [from: string]: string } =>
    Object.fromEntries(Object.entries(map).map(([from, to]) => [from, String(to)]));
  return { nodes: texts(nodes), edges: texts(edges) };
}

async function check(
  parts: TurnParts,
  caller: Caller,
  id: string,
  body: MigrateInstance,
): Promise<Result<MigrationCheck>> {
  return await tryOnCase(parts, caller, id, body.version, ({ state, program: from, other: to }) => {
    if (to === undefined)
      return refuseInstance("migration.version-unknown", { version: body.version }, { path: "/version" });
    const found = checkMigration(from.program, to.program, state, migrationPlanOf(body));
    return {
      ok: true,
      value: {
        ok: found.ok,
        moved: found.moved.map(({ from: node, to: target }) => ({ from: node, to: target })),
        kept: [...found.kept],
        closed: [...found.closed],
        opened: [...found.opened],
        problems: found.problems.map((problem) => ({
          ...namedProblem(problem, from.nodes),
          severity: problem.severity === "error" ? "error" : "warning",
        })),
      },
    };
  });
}
