import { isDeepStrictEqual } from "node:util";
import { type EngineEvent, fold, type InstanceState, type InstanceStatus } from "@flowright/engine";
import { sql, type Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";
import { loadVersions, versionKey } from "../definitions/load-versions.ts";
import { isReadable } from "../turns/program-cache.ts";
import { type StoredEvent, unpackEvents } from "../turns/sql/stored-events.ts";
import { isStateReadable } from "../turns/state-readable.ts";
import type { TurnParts } from "../turns/turn-parts.ts";

/** The incident that stands for the case itself; those of the engine count from 1. */
export const CASE_INCIDENT = 0;

/**
 * State: what is stored is not what the history makes of it, which can be put right. History: that cannot be read
 * either. Definition: the version by which the case runs cannot be read.
 */
export type Damage = "state" | "history" | "definition";

export interface LookedAt {
  readonly id: string;
  readonly tenant: string;
  readonly definitionId: string;
  readonly version: number;
  readonly status: InstanceStatus;
  readonly seq: number;
  readonly ended: boolean;
  readonly parent: { readonly id: string; readonly call: number } | null;
  readonly state: unknown;
  readonly events: readonly EngineEvent[];
  /** What the history leads to; null where it cannot be read. */
  readonly folded: InstanceState | null;
  readonly damage: Damage | null;
}

interface Row {
  id: string;
  definition_id: string;
  version: number;
  status: InstanceStatus;
  seq: number;
  state: unknown;
  ended_at: Date | null;
  parent_id: string | null;
  parent_call: number | null;
}

/** Locks a case and finds out what of it can be read; null where there is none. Under the engine's role. */
export async function lookAtCase(
  parts: TurnParts,
  trx: Transaction<Tables>,
  tenant: string,
  id: string,
): Promise<LookedAt | null> {
  const { rows } = await sql<Row>`
    select id, definition_id, version, status, seq, state, ended_at, parent_id, parent_call from instance
     where id = ${id}::uuid and tenant_id = ${tenant} for update`.execute(trx);
  const [row] = rows;
  if (row === undefined) return null;
  const { definition_id: definitionId, version } = row;
  const stored = await sql<{ events: StoredEvent[] }>`
    select events from instance_event where instance_id = ${id}::uuid order by seq`.execute(trx);
  const turns = stored.rows.map(({ events }) => ({ events: unpackEvents(events) }));
  const folded = foldOf(turns);
  const versions = await loadVersions(trx, parts.programs, tenant, [{ definitionId, version }]);
  const program = versions.get(versionKey(definitionId, version));
  const sound =
    isStateReadable(row, row.state) && folded !== null && isDeepStrictEqual(plain(folded), row.state);
  return {
    id,
    tenant,
    definitionId,
    version,
    status: row.status,
    seq: row.seq,
    ended: row.ended_at !== null,
    parent: row.parent_id === null ? null : { id: row.parent_id, call: row.parent_call ?? 0 },
    state: row.state,
    events: turns.flatMap(({ events }) => events),
    folded,
    damage:
      folded === null
        ? "history"
        : program === undefined || !isReadable(program)
          ? "definition"
          : sound
            ? null
            : "state",
  };
}

/** What a history leads to; null where it cannot be read. */
function foldOf(turns: readonly { readonly events: readonly EngineEvent[] }[]): InstanceState | null {
  try {
    const folded = fold(turns.flatMap(({ events }) => events));
    return folded !== null && isStateReadable({ status: folded.status }, folded) ? folded : null;
  } catch {
    return null;
  }
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
