import { setTimeout as delay } from "node:timers/promises";
import type { Campaign } from "./harness/campaign.ts";
import { anyOf, type FaultWorld } from "./harness/fault-world.ts";

/** Milliseconds of the lease that servers have unless they are told otherwise. */
export const USUAL_LEASE = 9_000;

/** How large a campaign is: 1 is the whole size. */
export interface Scale {
  readonly fraction: number;
}

/** F1: one of three nodes is killed every two seconds and is there again soon after. */
export function killNode({ fraction }: Scale): Campaign {
  return {
    name: "kill-node",
    cases: Math.round(10_000 * fraction),
    over: 600_000 * fraction,
    nodes: 3,
    lease: USUAL_LEASE,
    settings: {},
    // Long enough that a node seldom dies without a call in its hands, and short beside its life: a call that three
    // nodes died with goes to people.
    node: { work: 500, concurrency: 64 },
    harm: async (faults, signal) => {
      const wanted = Math.round(300 * fraction);
      const starting: Promise<void>[] = [];
      let kills = 0;
      let held = 0;
      for (let idle = 0; kills < wanted && idle < 50; ) {
        const calls = await callsInHand(faults);
        const places = faults.places.filter(({ node, name }) => node && calls.has(name));
        // Somebody must be left to take over: where starting takes long, the next one waits for it.
        const others = faults.places.filter(({ node }) => node).length > 1;
        const place = others && places.length > 0 ? anyOf(places) : null;
        if (place) {
          held += calls.get(place.name) ?? 0;
          await faults.kill(place);
          kills++;
          idle = 0;
          starting.push(delay(200).then(() => faults.start(place)));
          await delay(Math.random() * 4_000);
        } else {
          // Once every case was begun, nothing in hand for long means that there is nothing left.
          idle += signal.aborted ? 1 : 0;
          await delay(100);
        }
      }
      await Promise.all(starting);
      return `${kills} × kill -9 with ${held} calls in hand`;
    },
  };
}

/** How many calls each node has made and not heard of, by its name. */
async function callsInHand(faults: FaultWorld): Promise<ReadonlyMap<string, number>> {
  return await faults.look(async (client) => {
    const { rows } = await client.query<{ worker: string; calls: number }>(
      `select j.worker, count(*)::int as calls from job j
         join public.sink s on s.key = j.instance_id || '.' || j.number and s.node = j.worker
        where j.lease is not null group by j.worker`,
    );
    return new Map(rows.map(({ worker, calls }) => [worker, calls]));
  });
}

/** F2: all nodes at once, every twenty seconds. */
export function killAllNodes({ fraction }: Scale): Campaign {
  return {
    ...killNode({ fraction }),
    name: "kill-all-nodes",
    harm: async (faults, signal) => {
      let kills = 0;
      while (!signal.aborted) {
        await delay(20_000 * Math.min(1, fraction * 10), null, { signal }).catch(() => undefined);
        await Promise.all(faults.places.map(faults.kill));
        kills += faults.places.length;
        await Promise.all(faults.places.map(faults.start));
      }
      return `${kills} × kill -9, all at once`;
    },
  };
}

/** F3: a node stands still for three leases and then goes on with what it was doing. The lease is a short one. */
export function pauseNode({ fraction }: Scale): Campaign {
  const lease = 1_500;
  return {
    name: "pause-node",
    cases: Math.round(4_000 * fraction),
    over: 200 * fraction * (3 * lease + 1_000),
    nodes: 3,
    lease,
    settings: {},
    node: { work: 300 },
    harm: async (faults, signal) => {
      let pauses = 0;
      while (!signal.aborted) {
        const place = anyOf(faults.places);
        faults.fell(place);
        place.node?.pause();
        pauses++;
        await delay(3 * lease);
        place.node?.goOn();
        await delay(1_000);
      }
      return `${pauses} pauses of three leases`;
    },
    note: async (faults) => {
      const said = faults.places.map(({ node }) => node?.said() ?? "").join("");
      return { note: `${said.split("joins anew").length - 1} × joined anew`, kept: !/Z error /.test(said) };
    },
  };
}

/** F9: each node believes in another time; a clock steps in the middle of it. */
export function clockSkew({ fraction }: Scale): Campaign {
  const skews = [300_000, -7_200_000, 86_400_000];
  return {
    ...killNode({ fraction }),
    name: "clock-skew",
    node: { work: 50 },
    skews,
    harm: async (faults, signal) => {
      let steps = 0;
      while (!signal.aborted) {
        await delay(10_000, null, { signal }).catch(() => undefined);
        // A new process takes the next of the skews: its clock steps by hours.
        const place = anyOf(faults.places);
        await faults.kill(place);
        await faults.start(place);
        steps++;
      }
      return `clocks +5 min, −2 h, +1 d; ${steps} steps`;
    },
  };
}

/** F15: cases whose call kills whoever makes it, among healthy ones. */
export function poison({ fraction }: Scale): Campaign {
  const poisoned = Math.max(1, Math.round(10 * fraction));
  return {
    name: "poison",
    cases: Math.round(1_000 * fraction),
    over: 300_000 * fraction,
    nodes: 3,
    lease: 2_000,
    settings: {},
    node: { work: 100 },
    poisoned,
    patience: 90_000,
    harm: async (faults, signal) => {
      let deaths = 0;
      while (!signal.aborted) {
        for (const place of faults.places) {
          if (!place.node || place.node.alive()) continue;
          deaths++;
          faults.fell(place);
          await faults.start(place);
        }
        await delay(100);
      }
      return `${poisoned} poisoned calls, ${deaths} deaths`;
    },
  };
}
