import { statusOf } from "@flowright/engine";
import type { Transaction } from "kysely";
import type { Caller } from "../../contract/caller.ts";
import type { Tables } from "../../database/tables.ts";
import { loadVersions, versionKey } from "../../definitions/load-versions.ts";
import type { TurnParts } from "../../turns/turn-parts.ts";
import { stepsOfferedTo } from "./steps-offered-to.ts";

/** Whether a case offers the caller a step to begin: this one, or any. */
export async function isOffered(
  parts: TurnParts,
  trx: Transaction<Tables>,
  caller: Caller,
  instance: string,
  step?: { readonly scope: number; readonly node: string },
): Promise<boolean> {
  if (!caller.permissions.has("task.work")) return false;
  const row = await trx
    .selectFrom("instance")
    .select(["definition_id", "version", "state"])
    .where("id", "=", instance)
    .where("tenant_id", "=", caller.tenant)
    .executeTakeFirst();
  if (row === undefined || statusOf(row.state) !== "active") return false;
  const { definition_id: definitionId, version, state } = row;
  const versions = await loadVersions(trx, parts.programs, caller.tenant, [{ definitionId, version }]);
  const program = versions.get(versionKey(definitionId, version));
  if (program === undefined) return false;
  const offers = stepsOfferedTo(caller, program, state);
  return step === undefined
    ? offers.length > 0
    : offers.some(({ scope, node }) => scope === step.scope && node === step.node);
}
