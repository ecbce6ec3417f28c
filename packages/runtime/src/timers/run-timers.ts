import { sql } from "kysely";
import { createPoller, type Poller } from "../background/poller.ts";
import { type QueueHead, queueHead } from "../background/queue-head.ts";
import { withBackground } from "../database/with-tenant.ts";
import { pollInterval, type TurnParts, turnTime } from "../turns/turn-parts.ts";
import { refuseTimer } from "./timer-problems.ts";

interface DueTimer {
  tenant_id: string;
  instance_id: string;
  number: number;
}

/** Timers fired in one round. */
const ROUND = 500;

/**
 * Fires what is due. The round only finds candidates; whether a timer is due, not paused and still there is
 * decided inside the turn, under the lock of its instance and by the database's clock. So a timer is never
 * early and fires once, however many processes look.
 */
export function runTimers(parts: TurnParts): Poller {
  const head = queueHead();
  const poller = createPoller(
    async () => {
      const { due, next } = await findDue(parts, head);
      await Promise.all(due.map((timer) => fire(parts, timer)));
      return due.length === ROUND ? 0 : Math.min(pollInterval(parts), Math.max(1, next));
    },
    (error) => parts.log?.warn({ error: String(error) }, "timers could not be read"),
  );
  parts.turns.onCommit(({ effects, now }) => {
    for (const { effect } of effects) {
      if (effect.kind !== "timer.schedule") continue;
      poller.wake(Math.max(1, Date.parse(effect.due) - Date.parse(now)));
    }
  });
  return poller;
}

/** What is due now, and the milliseconds to what comes next. */
async function findDue(parts: TurnParts, head: QueueHead): Promise<{ due: DueTimer[]; next: number }> {
  return await head.look(async (from) => {
    const rows = await firstTimers(parts, from);
    const due = rows.filter((row) => row.wait <= 0);
    const found = { due, next: rows[due.length]?.wait ?? Number.POSITIVE_INFINITY };
    return { found, latest: due.at(-1)?.at ?? null };
  });
}

async function firstTimers(
  parts: TurnParts,
  from: string,
): Promise<(DueTimer & { at: Date; wait: number })[]> {
  return await withBackground(parts.database, async (trx) => {
    const { rows } = await sql<DueTimer & { at: Date; wait: number }>`
      with clock as materialized (select ${turnTime(parts)} as now)
      select tenant_id, instance_id, number, due as at,
             extract(epoch from due - clock.now)::float8 * 1000 as wait
        from timer, clock where not paused and due >= ${from}::timestamptz
       order by due limit ${ROUND}`.execute(trx);
    return rows;
  });
}

async function fire(parts: TurnParts, timer: DueTimer): Promise<void> {
  let late = 0;
  const result = await parts.turns.submit({
    tenant: timer.tenant_id,
    target: { kind: "instance", id: timer.instance_id },
    actor: null,
    timer: timer.number,
    decide: (view) => {
      const row = view.timer;
      if (!row || row.paused) return refuseTimer("timer.gone");
      // Both are ISO instants of one length, so their order is that of the texts.
      if (row.due > view.now) return refuseTimer("timer.early");
      late = Date.parse(view.now) - Date.parse(row.due);
      return { ok: true, value: { kind: "timer.fire", timer: timer.number } };
    },
    answer: () => null,
  });
  if (result.ok) parts.measured?.timerFired(late);
  if (!result.ok && result.refusal.status === 409 && !result.refusal.problem.code.startsWith("timer.")) {
    const { code } = result.refusal.problem;
    parts.log?.warn({ timer: `${timer.instance_id}.${timer.number}`, code }, "a timer was refused");
  }
}
