import type { LiveChange } from "@flowright/client";
import { sql } from "kysely";
import { createPoller } from "../background/poller.ts";
import type { Caller } from "../contract/caller.ts";
import type { LiveService } from "../contract/runtime.ts";
import { isUuid } from "../database/row-id.ts";
import { withBackground, withTenant } from "../database/with-tenant.ts";
import { caseReadable } from "../instances/case-readable.ts";
import {
  CASE_CHANGES,
  TASK_CHANGES,
  type TaskChange,
  type TaskGroup,
  taskChangesIn,
} from "../turns/changes/grouped-changes.ts";
import type { TurnParts } from "../turns/turn-parts.ts";
import { openBell } from "./listen.ts";
import { formatPosition, parsePosition } from "./live-position.ts";

/** The live feed with what the rest of the runtime tells it. */
export interface LiveHub extends LiveService {
  /** This process committed something that live readers may see. */
  committed(): void;
  sessionEnded(tenant: string, user: string): void;
  /** Rejects where the database cannot be read. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Rows read at a time; the reader comes back for more. */
const CHUNK = 100;
/**
 * Characters told at a time, about: a row may stand for more than a hundred tasks, and what is told at once waits in
 * memory for a reader that is slow. A row is told whole.
 */
const TOLD = 256 * 1024;
/** Milliseconds between two looks: after a commit, and when nothing is heard. */
const SOON = 25;
const IDLE = 1_000;

export function createLiveService(parts: TurnParts, connectionString: string): LiveHub {
  const wakers = new Set<(tenants: ReadonlySet<string>) => void>();
  const endings = new Set<(tenant: string, user: string) => void>();
  /** Every change of a transaction before this one is visible and was announced. */
  let seen = 0n;
  let pruned = 0n;

  /** Announces the tenants whose changes became visible since the last look. */
  async function look(): Promise<number> {
    const found = await withBackground(parts.database, (trx) =>
      sql<{ xmin: string; pruned: string; tenants: string[] | null; later: boolean }>`
        with snapshot as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as xmin)
        select s.xmin::text as xmin, (select pruned::text from live_horizon) as pruned,
               (select array_agg(distinct c.tenant_id) from live_change c
                 where c.xid >= ${seen.toString()}::text::xid8 and c.xid < s.xmin) as tenants,
               coalesce((select c.xid from live_change c order by c.xid desc limit 1) >= s.xmin, false) as later
          from snapshot s`.execute(trx),
    );
    const row = found.rows[0];
    if (!row) return IDLE;
    const first = seen === 0n;
    seen = BigInt(row.xmin);
    pruned = BigInt(row.pruned);
    if (!first && row.tenants) for (const wake of wakers) wake(new Set(row.tenants));
    // A change behind a transaction that is still under way: soon visible.
    return row.later ? SOON : IDLE;
  }

  const poller = createPoller(look, (error) =>
    parts.log?.warn({ error: String(error) }, "live changes could not be read"),
  );
  const bell = openBell({
    connectionString,
    schema: parts.database.schema,
    heard: () => poller.wake(SOON),
    log: parts.log,
  });

  return {
    position: () => formatPosition({ xid: seen, row: 0n }),
    changes: async (caller, topic, since) => {
      const from = parsePosition(since);
      if (!from || from.xid < pruned || !(await allowed(parts, caller, topic))) return null;
      return await readChanges(parts, caller, topic, from);
    },
    allowed: (caller, topic) => allowed(parts, caller, topic),
    onWake: (listener) => {
      wakers.add(listener);
      return () => wakers.delete(listener);
    },
    onSessionEnd: (listener) => {
      endings.add(listener);
      return () => endings.delete(listener);
    },
    committed: () => {
      bell.ring();
      poller.wake(SOON);
    },
    sessionEnded: (tenant, user) => {
      for (const ended of endings) ended(tenant, user);
    },
    start: async () => {
      await look();
    },
    stop: async () => {
      await Promise.all([poller.stop(), bell.close()]);
    },
  };
}

interface ChangeRow {
  xid: string;
  position: string;
  change: LiveChange | readonly (TaskChange | TaskGroup)[] | null;
  /** Of a row of cases: the number of the last event of the case that is asked for. */
  seq: number | null;
}

async function readChanges(
  parts: TurnParts,
  caller: Caller,
  topic: string,
  from: { readonly xid: bigint; readonly row: bigint },
): Promise<{ position: string; changes: LiveChange[]; more: boolean }> {
  const [kind, id] = splitTopic(topic);
  const instance = kind === "instance" && isUuid(id) ? id : null;
  const grouped = topic === "tasks" ? TASK_CHANGES : CASE_CHANGES;
  return await withTenant(parts.database, caller, async (trx) => {
    const { rows } = await sql<ChangeRow>`
      with snapshot as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as xmin)
      (select c.xid::text as xid, c.position::text as position,
              case when c.topic <> ${CASE_CHANGES} then c.change end as change,
              c.seqs[array_position(c.instances, ${instance}::uuid)] as seq
         from live_change c, snapshot s
        where c.tenant_id = ${caller.tenant} and c.topic in (${topic}, ${grouped}) and c.xid < s.xmin
          and (c.xid, c.position) > (${from.xid.toString()}::text::xid8, ${from.row.toString()}::bigint)
          and (c.topic <> ${CASE_CHANGES} or ${instance}::uuid = any(c.instances))
        order by c.xid, c.position limit ${CHUNK})
      union all select s.xmin::text, '0', null, null from snapshot s`.execute(trx);
    const changes: LiveChange[] = [];
    // The last row is that of the snapshot: where it is reached, everything before it was read.
    const most = Math.min(rows.length, CHUNK);
    let read = 0;
    for (let told = 0; read < most && told < TOLD; read++) {
      const row = rows[read];
      for (const change of row ? changesIn(row, caller, instance) : []) {
        changes.push(change);
        told += lengthOf(change);
      }
    }
    const last = rows[read - 1];
    return {
      position: last ? `${last.xid}.${last.position}` : formatPosition(from),
      changes,
      more: read < rows.length,
    };
  });
}

/** Characters of a change as JSON, about. */
function lengthOf(change: LiveChange): number {
  if (change.kind !== "task.opened") return 150;
  const { name } = change;
  return 150 + (typeof name === "string" ? name.length : JSON.stringify(name).length);
}

/** The changes that one row tells a caller. */
function changesIn({ change, seq }: ChangeRow, caller: Caller, instance: string | null): LiveChange[] {
  if (seq !== null && instance !== null) return [{ kind: "instance.changed", instanceId: instance, seq }];
  if (change === null) return [];
  if (!Array.isArray(change)) return [change as LiveChange];
  return taskChangesIn(change as readonly (TaskChange | TaskGroup)[])
    .filter(({ people, roles }) => {
      if (people === null && roles === null) return true;
      return people?.includes(caller.user) || roles?.some((role) => caller.roles.includes(role));
    })
    .map(({ change: one }) => one);
}

async function allowed(parts: TurnParts, caller: Caller, topic: string): Promise<boolean> {
  if (topic === "tasks") return caller.permissions.has("task.work");
  const [kind, id] = splitTopic(topic);
  if (kind === "definition") {
    return caller.permissions.has("definition.read") || caller.permissions.has("instance.read");
  }
  if (kind === "drafts") {
    return caller.permissions.has("definition.read") || caller.permissions.has("definition.write");
  }
  if (kind !== "instance" || !isUuid(id)) return false;
  return await withTenant(parts.database, caller, async (trx) => {
    const { rows } = await sql`
      select from instance i where i.id = ${id}::uuid and i.tenant_id = ${caller.tenant}
         and ${caseReadable(caller, "i")}`.execute(trx);
    return rows.length > 0;
  });
}

function splitTopic(topic: string): [kind: string, id: string] {
  const colon = topic.indexOf(":");
  return colon < 0 ? [topic, ""] : [topic.slice(0, colon), topic.slice(colon + 1)];
}
