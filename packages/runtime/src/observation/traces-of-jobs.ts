import { sql } from "kysely";
import type { TelemetrySpan } from "../contract/telemetry.ts";
import type { Database } from "../database/open-database.ts";
import { parseRowId } from "../database/row-id.ts";
import { withBackground } from "../database/with-tenant.ts";

/** https://www.w3.org/TR/trace-context/#traceparent-header, version 00. */
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** A span as others name it; undefined where the span is none that is recorded. */
export function traceparentOf(span: TelemetrySpan): string | undefined {
  const { traceId, spanId, traceFlags } = span.spanContext();
  const told = `00-${traceId}-${spanId}-${(traceFlags & 0xff).toString(16).padStart(2, "0")}`;
  return TRACEPARENT.test(told) && !/^0+$/.test(traceId) ? told : undefined;
}

/** What OpenTelemetry takes for a span of another process; null where the text is none. */
export function spanContextOf(traceparent: string): object | null {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(traceparent) ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return null;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
}

/** The traces that these jobs belong to, by the id of the job; those without one are absent. */
export async function tracesOfJobs(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const keys = ids.flatMap((id) => parseRowId(id) ?? []);
  if (keys.length === 0) return new Map();
  const { rows } = await withBackground(database, (trx) =>
    sql<{ instance: string; number: number; traceparent: string }>`
      select j.instance_id as instance, j.number, j.traceparent from job j
        join unnest(${keys.map(({ instance }) => instance)}::uuid[], ${keys.map(({ number }) => number)}::int[])
          as x(instance, number) on j.instance_id = x.instance and j.number = x.number
       where j.traceparent is not null`.execute(trx),
  );
  return new Map(rows.map(({ instance, number, traceparent }) => [`${instance}.${number}`, traceparent]));
}
