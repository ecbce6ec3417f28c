import type { InstanceState } from "@flowright/engine";
import type { Caller } from "../../contract/caller.ts";
import type { Result } from "../../contract/result.ts";
import { isUuid } from "../../database/row-id.ts";
import { withTenant } from "../../database/with-tenant.ts";
import { loadVersions, versionKey } from "../../definitions/load-versions.ts";
import { requirePermission } from "../../problem/require-permission.ts";
import { isReadable, type LoadedProgram } from "../../turns/program-cache.ts";
import type { TurnParts } from "../../turns/turn-parts.ts";
import { refuseTurn } from "../../turns/turn-problems.ts";
import { refuseInstance } from "../instance-problems.ts";

/** A case as it stands, and the program of its version and, where one is named and there is one, of another. */
export interface StandingCase {
  readonly state: InstanceState;
  readonly program: LoadedProgram;
  readonly other: LoadedProgram | undefined;
}

/** Reads a case for somebody who may operate it, to try something on it of which nothing is stored. */
export async function tryOnCase<T>(
  parts: TurnParts,
  caller: Caller,
  id: string,
  other: number | null,
  attempt: (found: StandingCase) => Result<T>,
): Promise<Result<T>> {
  const missing = requirePermission(caller, "instance.operate");
  if (missing) return missing;
  if (!isUuid(id)) return refuseInstance("instance.unknown", { id });
  return await withTenant(parts.database, caller, async (trx) => {
    const row = await trx
      .selectFrom("instance")
      .select(["definition_id", "version", "state"])
      .where("id", "=", id)
      .where("tenant_id", "=", caller.tenant)
      .executeTakeFirst();
    if (row === undefined) return refuseInstance("instance.unknown", { id });
    const { definition_id: definitionId, version, state } = row;
    const versions = await loadVersions(trx, parts.programs, caller.tenant, [
      { definitionId, version },
      ...(other === null ? [] : [{ definitionId, version: other }]),
    ]);
    const program = versions.get(versionKey(definitionId, version));
    const second = other === null ? undefined : versions.get(versionKey(definitionId, other));
    const readable = program !== undefined && isReadable(program) ? program : second;
    if (readable === undefined || !isReadable(readable))
      return refuseTurn("case.definition-damaged", { version });
    try {
      return attempt({ state, program: readable, other: second });
    } catch (error) {
      parts.log?.warn({ error: String(error) }, "a case could not be read");
      return refuseTurn("case.state-damaged");
    }
  });
}
