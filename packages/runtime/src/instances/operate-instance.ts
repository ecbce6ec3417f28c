import type { InstanceSummary } from "@flowright/client";
import type { Command } from "@flowright/engine";
import { sql } from "kysely";
import type { Caller } from "../contract/caller.ts";
import type { Result } from "../contract/result.ts";
import type { Once } from "../contract/runtime.ts";
import { cancelByForce } from "../damage/cancel-by-force.ts";
import { submitRescued } from "../damage/submit-rescued.ts";
import { isUuid } from "../database/row-id.ts";
import { withTenant } from "../database/with-tenant.ts";
import { onceKeyOf } from "../idempotency/once-key.ts";
import { requirePermission } from "../problem/require-permission.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { isDamage } from "../turns/turn-problems.ts";
import type { InstanceTarget, TurnRequest, TurnView } from "../turns/turn-request.ts";
import { caseReadable } from "./case-readable.ts";
import { refuseInstance } from "./instance-problems.ts";
import { INSTANCE_COLUMNS, type InstanceListRow, instanceSummaries } from "./instance-summaries.ts";
import { isOffered } from "./offers/is-offered.ts";

/** An operation on a case: who may do it, what it is for idempotency, and its command. */
export interface Operation {
  readonly name: string;
  readonly body: unknown;
  /** `operate`: whoever operates cases; `work`: whoever works in the case. */
  readonly by: "operate" | "work";
  /** A step that it begins: whoever it is offered to may, though he could not read the case before. */
  readonly begins?: { readonly scope: number; readonly node: string };
  /** Not asked where the case is carried over to another version. */
  decide?(view: TurnView): Result<Command>;
  readonly migrate?: TurnRequest["migrate"];
  /** Where the case cannot be read it is ended all the same, for this reason. */
  readonly force?: { readonly reason: string };
}

/** An operation that is one command, whatever the case is like. */
export function commanding(command: Command): Operation {
  return {
    name: command.kind,
    body: { command },
    by: "operate",
    decide: () => ({ ok: true, value: command }),
  };
}

/** Carries an operation out; the answer is the case as it is afterwards. */
export async function operateInstance(
  parts: TurnParts,
  caller: Caller,
  id: string,
  operation: Operation,
  once: Once | undefined,
): Promise<Result<InstanceSummary>> {
  const done = await carryOutOperation(parts, caller, id, operation, once);
  if (!done.ok) return done;
  return await withTenant(parts.database, caller, async (trx) => {
    const { rows } = await sql<InstanceListRow>`
      select ${INSTANCE_COLUMNS} from instance i
       where i.id = ${id}::uuid and i.tenant_id = ${caller.tenant}`.execute(trx);
    const [summary] = await instanceSummaries(parts, trx, caller.tenant, rows);
    return summary ? { ok: true, value: summary } : refuseInstance("instance.unknown", { id });
  });
}

/** Carries an operation out without reading the case afterwards. */
export async function carryOutOperation(
  parts: TurnParts,
  caller: Caller,
  id: string,
  operation: Operation,
  once: Once | undefined,
): Promise<Result<{ id: string }>> {
  const missing = requirePermission(caller, operation.by === "operate" ? "instance.operate" : "task.work");
  if (missing) return missing;
  if (!isUuid(id)) return refuseInstance("instance.unknown", { id });
  if (operation.by === "work" && !(await mayWorkIn(parts, caller, id, operation.begins)))
    return refuseInstance("instance.unknown", { id });
  const { name, body, migrate } = operation;
  const target: InstanceTarget = { kind: "instance", id };
  const request: TurnRequest<{ id: string }> = {
    tenant: caller.tenant,
    target,
    actor: caller.user,
    once: onceKeyOf(caller, once, name, { id, body }),
    ...(migrate === undefined ? {} : { migrate }),
    decide: (view) => operation.decide?.(view) ?? refuseInstance("instance.unknown", { id }),
    answer: (turn) => ({ id: turn.instance.id }),
  };
  return await orForced(
    await submitRescued(parts, caller, id, request, operation.by === "operate"),
    operation,
    (reason) =>
      cancelByForce(parts, caller, id, reason, { given: once, operation: name, body: { id, body } }),
  );
}

/** Cancelling is possible on a case that cannot be read, by its rows. */
async function orForced(
  done: Result<{ id: string }>,
  { force }: Operation,
  end: (reason: string) => Promise<Result<{ id: string }>>,
): Promise<Result<{ id: string }>> {
  if (done.ok || force === undefined) return done;
  const { code } = done.refusal.problem;
  return isDamage(code) || code === "case.history-damaged" ? await end(force.reason) : done;
}

async function mayWorkIn(
  parts: TurnParts,
  caller: Caller,
  id: string,
  begins: Operation["begins"],
): Promise<boolean> {
  return await withTenant(parts.database, caller, async (trx) => {
    const { rows } = await sql`
      select 1 from instance i
       where i.id = ${id}::uuid and i.tenant_id = ${caller.tenant} and ${caseReadable(caller, "i")}`.execute(
      trx,
    );
    return rows.length > 0 || (begins !== undefined && (await isOffered(parts, trx, caller, id, begins)));
  });
}
