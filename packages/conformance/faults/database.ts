import { setTimeout as delay } from "node:timers/promises";
import type { Campaign } from "./harness/campaign.ts";
import { type ChaosLine, chaosLine, type Fate } from "./harness/chaos-line.ts";
import { type Scale, USUAL_LEASE } from "./nodes.ts";

/** F4: the database is killed every five to ten seconds and starts again. */
export function killDatabase({ fraction }: Scale): Campaign {
  return {
    name: "kill-database",
    cases: Math.round(10_000 * fraction),
    over: 600_000 * fraction,
    nodes: 3,
    lease: USUAL_LEASE,
    settings: {},
    node: { work: 100 },
    harm: async ({ postgres }, signal) => {
      let kills = 0;
      while (!signal.aborted) {
        await delay(5_000 + Math.random() * 5_000, null, { signal }).catch(() => undefined);
        await postgres?.kill();
        kills++;
        await postgres?.start();
      }
      return `${kills} × kill -9 of PostgreSQL`;
    },
    note: async (faults) => {
      const alive = faults.places.filter(({ node }) => node?.alive()).length;
      return { note: `${alive} of 3 nodes never ended`, kept: alive === 3 };
    },
  };
}

/** F5: every connection is ended by the database, every second. */
export function killBackends({ fraction }: Scale): Campaign {
  return {
    ...killDatabase({ fraction }),
    name: "kill-backends",
    harm: async (faults, signal) => {
      let kills = 0;
      while (!signal.aborted) {
        await delay(1_000, null, { signal }).catch(() => undefined);
        kills += await faults.look(async (client) => {
          const { rowCount } = await client.query(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'flowright%'",
          );
          return rowCount ?? 0;
        });
      }
      return `${kills} connections ended`;
    },
  };
}

/** F6: the answer to one commit in a hundred is never heard, half of them on a connection that stays open. */
export function swallowCommit({ fraction }: Scale): Campaign {
  let line: ChaosLine | null = null;
  let commits = 0;
  let swallowed = 0;
  let lost = 0;
  let all = false;
  const fateOfCommit = (): Fate => {
    commits++;
    if (!all && Math.random() >= 0.01) return "passes";
    if (Math.random() < 0.5) {
      swallowed++;
      return "is swallowed";
    }
    lost++;
    return "is lost with the connection";
  };
  return {
    name: "swallow-commit",
    cases: Math.round(10_000 * fraction),
    over: 300_000 * fraction,
    nodes: 3,
    lease: USUAL_LEASE,
    settings: {},
    node: { work: 50, connections: { silence: 2_000 } },
    through: async (connectionString) => {
      line = await chaosLine(connectionString, { fateOfCommit });
      return line.connectionString;
    },
    harm: async (_faults, signal) => {
      await delay(300_000 * fraction * 0.5, null, { signal }).catch(() => undefined);
      // All of them for one second.
      all = true;
      await delay(1_000);
      all = false;
      while (!signal.aborted) await delay(100);
      return `${swallowed} answers swallowed, ${lost} lost, of ${commits} commits`;
    },
  };
}

/** F7: every connection stays open, and nothing passes any more. */
export function deadListen({ fraction }: Scale): Campaign {
  let line: ChaosLine | null = null;
  return {
    name: "dead-listen",
    cases: Math.round(2_000 * fraction),
    over: 600_000 * fraction,
    nodes: 3,
    lease: USUAL_LEASE,
    settings: {},
    node: { work: 50 },
    through: async (connectionString) => {
      line = await chaosLine(connectionString, {});
      return line.connectionString;
    },
    harm: async (_faults, signal) => {
      let times = 0;
      let connections = 0;
      while (!signal.aborted) {
        await delay(Math.min(30_000, 200_000 * fraction), null, { signal }).catch(() => undefined);
        connections += line?.swallow() ?? 0;
        times++;
      }
      return `${connections} connections gone silent, ${times} times`;
    },
  };
}

/** F8: every packet is 50 milliseconds late, some of them 200. */
export function slowNetwork({ fraction }: Scale): Campaign {
  return {
    name: "slow-network",
    cases: Math.round(1_000 * fraction),
    over: 300_000 * fraction,
    nodes: 3,
    lease: USUAL_LEASE,
    settings: {},
    node: { work: 50 },
    through: async (connectionString) => {
      const lateness = () => (Math.random() < 0.05 ? 200 : 25 + Math.random() * 50);
      return (await chaosLine(connectionString, { lateness })).connectionString;
    },
    harm: async (_faults, signal) => {
      while (!signal.aborted) await delay(100);
      return "25 to 75 ms late, one packet in twenty 200 ms";
    },
    note: async (faults) => {
      const said = faults.places.map(({ node }) => node?.said() ?? "").join("");
      const flapping = said.split("taken over").length - 1;
      return { note: `${flapping} leases lost`, kept: flapping === 0 };
    },
  };
}

/** F14: every command is said one to five times at the same moment, through any node. */
export function duplicates({ fraction }: Scale): Campaign {
  return {
    name: "duplicates",
    cases: Math.round(3_300 * fraction),
    over: 200_000 * fraction,
    nodes: 3,
    lease: USUAL_LEASE,
    settings: {},
    node: { work: 20 },
    times: () => 1 + Math.floor(Math.random() * 5),
    harm: async (_faults, signal) => {
      while (!signal.aborted) await delay(100);
      return "each command 1 to 5 times";
    },
  };
}
