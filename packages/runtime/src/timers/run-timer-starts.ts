import { missedStarts, nextStart } from "@flowright/engine";
import { sql, type Transaction } from "kysely";
import { createPoller, type Poller } from "../background/poller.ts";
import type { Tables } from "../database/tables.ts";
import { withBackground } from "../database/with-tenant.ts";
import { loadVersions, versionKey } from "../definitions/load-versions.ts";
import { bodyHash } from "../turns/body-hash.ts";
import { isMoved, pollInterval, type TurnParts, turnTime } from "../turns/turn-parts.ts";

interface DueStart {
  tenant: string;
  definitionId: string;
  version: number;
  node: string;
  due: Date;
}

const ROUND = 100;
/** Milliseconds between two looks where the clock is not moved: a start event is not finer than a minute. */
const INTERVAL = 1_000;
/** Milliseconds after which a start counts as missed: more than a busy or restarted server needs. */
const LATE = 5 * 60_000;

/**
 * Starts the cases whose time has come. Each start is carried out under a key made of the flow and its due time, so
 * that it happens once, however many processes look and whenever one is killed. What fell due while no process ran is
 * one start, unless the flow wants one for each time that was missed, or none.
 */
export function runTimerStarts(parts: TurnParts): Poller {
  return createPoller(
    async () => {
      const due = await findDue(parts);
      let behind = due.length === ROUND;
      for (const start of due) {
        const { skip } = await planned(parts, start);
        if (!skip) await begin(parts, start);
        behind = (await advance(parts, start)) || behind;
      }
      return behind ? 0 : Math.max(pollInterval(parts), isMoved(parts) ? 25 : INTERVAL);
    },
    (error) => parts.log?.warn({ error: String(error) }, "starts by the clock could not be read"),
  );
}

async function findDue(parts: TurnParts): Promise<DueStart[]> {
  const { rows } = await withBackground(parts.database, (trx) =>
    sql<DueStart>`
      select tenant_id as tenant, definition_id as "definitionId", version, node, due
        from timer_start where due <= ${turnTime(parts)} order by due limit ${ROUND}`.execute(trx),
  );
  return rows;
}

async function begin(parts: TurnParts, start: DueStart): Promise<void> {
  const { tenant, definitionId, version, node, due } = start;
  const key = `${definitionId} ${version} ${node} ${due.toISOString()}`;
  const result = await parts.turns.submit({
    tenant,
    target: { kind: "start", definitionId, version },
    actor: null,
    once: { user: "clock", key, bodyHash: bodyHash("timer.start", key) },
    decide: () => ({
      ok: true,
      value: { kind: "instance.start", variables: {}, by: null, start: { node, timer: true } },
    }),
    answer: (done) => ({ id: done.instance.id }),
  });
  if (result.ok) return;
  if (result.refusal.status === 503) throw new Error(result.refusal.problem.message.en);
  parts.log?.warn({ start: key, code: result.refusal.problem.code }, "a start by the clock was refused");
}

interface Plan {
  readonly now: Date;
  /** The time passed while nothing ran, and the flow wants no start for such times. */
  readonly skip: boolean;
  /** When it is due next; null for never again, and where the version is gone. */
  readonly next: string | null;
}

/** What the flow wants for a due time. */
async function planned(parts: TurnParts, start: DueStart): Promise<Plan> {
  return withBackground(parts.database, (trx) => planOf(trx, parts, start));
}

async function planOf(trx: Transaction<Tables>, parts: TurnParts, start: DueStart): Promise<Plan> {
  const { tenant, definitionId, version, node, due } = start;
  const { rows } = await sql<{ now: Date; since: Date | null }>`
    select ${turnTime(parts)} as now,
           (select published_at from definition_version
             where tenant_id = ${tenant} and definition_id = ${definitionId} and version = ${version}) as since
  `.execute(trx);
  const { now = new Date(), since = null } = rows[0] ?? {};
  const versions = await loadVersions(trx, parts.programs, tenant, [{ definitionId, version }]);
  const program = versions.get(versionKey(definitionId, version))?.program;
  if (since === null || program === undefined) return { now, skip: false, next: null };
  const missed = missedStarts(program, node);
  const late = now.getTime() - due.getTime() > LATE;
  // Where missed times are left out, the one that is not late yet is still due.
  const from = missed === "none" ? now.getTime() - LATE : now.getTime();
  const after = missed === "each" ? due : new Date(Math.max(due.getTime(), from));
  return {
    now,
    skip: missed === "none" && late,
    next: nextStart(program, node, since.toISOString(), after.toISOString()),
  };
}

/**
 * Notes when it is due next; a version that was published meanwhile has written its own. Whether that time has come,
 * too.
 */
async function advance(parts: TurnParts, start: DueStart): Promise<boolean> {
  const { tenant, definitionId, version, node, due } = start;
  return withBackground(parts.database, async (trx) => {
    const { now, next } = await planOf(trx, parts, start);
    const mine = trx
      .deleteFrom("timer_start")
      .where("tenant_id", "=", tenant)
      .where("definition_id", "=", definitionId)
      .where("version", "=", version)
      .where("node", "=", node)
      .where("due", "=", due);
    const { numDeletedRows } = await mine.executeTakeFirst();
    if (next === null || numDeletedRows === 0n) return false;
    await trx
      .insertInto("timer_start")
      .values({ tenant_id: tenant, definition_id: definitionId, version, node, due: next })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return Date.parse(next) <= now.getTime();
  });
}
