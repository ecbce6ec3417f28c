import { nextStart } from "@flowright/engine";
import { sql } from "kysely";
import { createPoller, type Poller } from "../background/poller.ts";
import { withBackground } from "../database/with-tenant.ts";
import { loadVersions, versionKey } from "../definitions/load-versions.ts";
import { bodyHash } from "../turns/body-hash.ts";
import { pollInterval, type TurnParts, turnTime } from "../turns/turn-parts.ts";

interface DueStart {
  tenant: string;
  definitionId: string;
  version: number;
  node: string;
  due: Date;
}

const ROUND = 100;
/** Milliseconds between two looks where the clock is never moved: a start event is not finer than a minute. */
const INTERVAL = 1_000;

/**
 * Starts the cases whose time has come. Each start is carried out under a key made of the flow and its due time, so
 * that it happens once, however many processes look and whenever one is killed. What fell due while no process ran
 * is one start, not one for each time that was missed.
 */
export function runTimerStarts(parts: TurnParts): Poller {
  return createPoller(
    async () => {
      const due = await findDue(parts);
      for (const start of due) {
        await begin(parts, start);
        await advance(parts, start);
      }
      return due.length === ROUND ? 0 : Math.max(pollInterval(parts), parts.clockShift ? 25 : INTERVAL);
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

/** Notes when it is due next; a version that was published meanwhile has written its own. */
async function advance(parts: TurnParts, start: DueStart): Promise<void> {
  const { tenant, definitionId, version, node, due } = start;
  await withBackground(parts.database, async (trx) => {
    const { rows } = await sql<{ now: Date; since: Date }>`
      select ${turnTime(parts)} as now, published_at as since from definition_version
       where tenant_id = ${tenant} and definition_id = ${definitionId} and version = ${version}`.execute(trx);
    const row = rows[0];
    const versions = await loadVersions(trx, parts.programs, tenant, [{ definitionId, version }]);
    const program = versions.get(versionKey(definitionId, version));
    const after = new Date(Math.max(due.getTime(), row?.now.getTime() ?? 0)).toISOString();
    const next =
      row === undefined || program === undefined
        ? null
        : nextStart(program.program, node, row.since.toISOString(), after);
    const mine = trx
      .deleteFrom("timer_start")
      .where("tenant_id", "=", tenant)
      .where("definition_id", "=", definitionId)
      .where("version", "=", version)
      .where("node", "=", node)
      .where("due", "=", due);
    const { numDeletedRows } = await mine.executeTakeFirst();
    if (next === null || numDeletedRows === 0n) return;
    await trx
      .insertInto("timer_start")
      .values({ tenant_id: tenant, definition_id: definitionId, version, node, due: next })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}
