import { setTimeout as delay } from "node:timers/promises";
import { eventsIn } from "../../runtime/src/turns/sql/stored-events.ts";
import { boss, machine } from "../../runtime/test/turns/open-world.ts";
import type { Campaign } from "./harness/campaign.ts";
import { anyOf, type FaultWorld } from "./harness/fault-world.ts";
import { type Scale, USUAL_LEASE } from "./nodes.ts";

const CLIENTS = 500;

/** F18: the database takes twenty connections, and five hundred clients ask at once while the cases go on. */
export function poolExhaustion({ fraction }: Scale): Campaign {
  const answers = { ok: 0, away: 0, other: new Map<string, number>() };
  return {
    name: "pool-exhaustion",
    cases: Math.round(2_000 * fraction),
    over: 300_000 * fraction,
    nodes: 1,
    lease: USUAL_LEASE,
    settings: { max_connections: "20" },
    node: { work: 20 },
    harm: async (faults, signal) => {
      const flood = Array.from({ length: CLIENTS }, async () => {
        while (!signal.aborted) {
          await ask(faults, answers);
          await delay(Math.random() * 200);
        }
      });
      await Promise.all(flood);
      const other = [...answers.other].map(([code, times]) => `${times} × ${code}`);
      return `${CLIENTS} clients: ${answers.ok} answers, ${answers.away} × 503 with the time to come back${
        other.length > 0 ? `, ${other.join(", ")}` : ""
      }`;
    },
    note: async (faults) => {
      const { late, deadlocks } = await faults.look(async (client) => {
        const { rows } = await client.query<{ late: number | null; deadlocks: number }>(LATENESS);
        return rows[0] ?? { late: null, deadlocks: 0 };
      });
      return {
        note: `timers ${Math.round(late ?? 0)} ms late at p99, ${deadlocks} deadlocks`,
        kept: answers.other.size === 0 && deadlocks === 0,
      };
    },
  };
}

const LATENESS = `
  with due as (
    select e.instance_id, (x ->> 'due')::timestamptz as due from instance_event e, ${eventsIn("e.events")} x(x)
     where x ->> 'kind' = 'timer.scheduled')
  select percentile_cont(0.99) within group (order by extract(epoch from f.at - d.due) * 1000)::float8 as late,
         (select deadlocks::int from pg_stat_database where datname = current_database()) as deadlocks
    from instance_event f join due d using (instance_id) where f.command = 'timer.fire'`;

async function ask(
  faults: FaultWorld,
  answers: { ok: number; away: number; other: Map<string, number> },
): Promise<void> {
  const { node } = anyOf(faults.places);
  try {
    const asked: Promise<unknown> | undefined =
      Math.random() < 0.1
        ? node?.ask("instances", "start", machine, { definitionId: "no-such-flow" })
        : node?.ask("instances", "list", boss, { limit: 50 });
    const { refusal } = ((await asked) ?? {}) as { refusal?: { status: number; retryAfter?: number } };
    if (refusal?.status === 503 && refusal.retryAfter) answers.away++;
    else answers.ok++;
  } catch (error) {
    // What is no turn is thrown, and a host answers 503 with the seconds that the error names.
    const text = String(error);
    if (text.includes("DatabaseAway")) answers.away++;
    else answers.other.set(text, (answers.other.get(text) ?? 0) + 1);
  }
}
