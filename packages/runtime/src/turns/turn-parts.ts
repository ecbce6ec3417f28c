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

/**
 * Milliseconds between two looks at the database for what another process or a moved clock made due. Short only while
 * the clock is moved: forty looks a second keep a twentieth of a processor busy for nothing.
 */
export function pollInterval(parts: { readonly clockShift: (() => number) | undefined }): number {
  return isMoved(parts) ? 25 : 500;
}

/** Whether the clock of turns differs from the database's own at this moment. */
export function isMoved(parts: { readonly clockShift: (() => number) | undefined }): boolean {
  return (parts.clockShift?.() ?? 0) !== 0;
}
