import { type RawBuilder, sql } from "kysely";
import type { RuntimeLog } from "../contract/runtime.ts";
import type { Database } from "../database/open-database.ts";
import type { Membership } from "../nodes/membership.ts";
import type { Turns } from "./dispatcher.ts";
import type { ProgramCache } from "./program-cache.ts";

/** What the services of the turns share. */
export interface TurnParts {
  readonly database: Database;
  readonly turns: Turns;
  readonly programs: ProgramCache;
  /** Milliseconds added to the database's clock; absent where the clock never moves. */
  readonly clockShift: (() => number) | undefined;
  /** Null where this process does nothing by itself. */
  readonly membership: Membership | null;
  readonly log: RuntimeLog | undefined;
  /** Told what is measured beside the batches; milliseconds. */
  readonly measured?: { timerFired(late: number): void } | undefined;
}

/** The time of turns in SQL: the database's clock, moved. */
export function turnTime(parts: { readonly clockShift: (() => number) | undefined }): RawBuilder<Date> {
  const shift = Math.round(parts.clockShift?.() ?? 0);
  return sql<Date>`(clock_timestamp() + ${shift}::bigint * interval '1 millisecond')`;
}

/** Milliseconds between two looks at the database for what another process or a moved clock made due. */
export function pollInterval(parts: { readonly clockShift: (() => number) | undefined }): number {
  return parts.clockShift ? 25 : 500;
}
