import { hostname } from "node:os";
import type pg from "pg";
import { createPoller } from "../background/poller.ts";
import type { RuntimeLog } from "../contract/runtime.ts";
import type { Database } from "../database/open-database.ts";
import { inOnePacket } from "../database/pool/one-packet.ts";
import { NODE_LEASE, PATIENCE } from "./node-lease.ts";
import { takeOver } from "./take-over.ts";

/** What this process is among those that share the schema. */
export interface Membership {
  readonly name: string;
  /** Milliseconds that jobs under way are given to finish when the process ends. */
  readonly patience: number;
  /** Leases of the jobs in hand that two nodes died with. */
  readonly suspects: Set<string>;
  /** The number under which it takes work, or null while it has none: then it takes nothing. */
  epoch(): string | null;
  /** Told when there may be work to take: this node joined, or the work of a dead one became free. */
  onWork(listener: () => void): void;
  /** Tells the others that this node takes nothing new. */
  drain(): Promise<void>;
  /** Leaves; what it still holds is free at once. */
  leave(): Promise<void>;
}

interface MembershipOptions {
  readonly name?: string | undefined;
  /** Milliseconds. */
  readonly lease?: number | undefined;
  /** Milliseconds. */
  readonly patience?: number | undefined;
  readonly log: RuntimeLog | undefined;
}

/**
 * Keeps this process a member: a row with a lease by the database's clock, renewed three times while it runs. A node
 * whose lease ended is dead to all others; whoever looks first removes it and frees what it held, in one transaction.
 * A node that was only paused finds its row gone and joins anew, under a new number: what it held under the old one is
 * no longer its own.
 */
export function joinNodes(database: Database, options: MembershipOptions): Membership {
  const lease = options.lease ?? NODE_LEASE;
  const name = options.name ?? `${hostname()}/${process.pid}`;
  const listeners: (() => void)[] = [];
  let epoch: string | null = null;
  let state: "running" | "draining" = "running";

  async function round(): Promise<number> {
    try {
      return await keepPlace();
    } catch (error) {
      options.log?.warn({ name, error: String(error) }, "the lease of this node could not be renewed");
      return lease / 9;
    }
  }

  async function keepPlace(): Promise<number> {
    const before = epoch;
    let next = epoch === null ? undefined : await renew(database, epoch, lease);
    if (next === undefined) {
      if (epoch !== null) {
        options.log?.warn({ name, epoch }, "this node was taken for dead and joins anew");
        epoch = null;
      }
      epoch = await onPulse(database, (client) => join(client, name, state, lease));
      next = await renew(database, epoch, lease);
    }
    const late = typeof next === "number" && next <= 0;
    const dead = late ? await onPulse(database, (client) => takeOver(client, { self: epoch, lease })) : [];
    for (const node of dead) options.log?.warn({ ...node }, "a node is dead: its work is taken over");
    if (epoch !== before || dead.length > 0) for (const listener of listeners) listener();
    return Math.max(lease / 90, Math.min(lease / 3, next ?? lease));
  }

  const poller = createPoller(round, () => undefined);
  return {
    name,
    patience: options.patience ?? PATIENCE,
    suspects: new Set(),
    epoch: () => epoch,
    onWork: (listener) => {
      listeners.push(listener);
    },
    drain: async () => {
      state = "draining";
      if (epoch === null) return;
      await onPulse(database, (client) =>
        client.query("update node set state = 'draining' where epoch = $1", [epoch]),
      ).catch(() => undefined);
    },
    leave: async () => {
      await poller.stop();
      const mine = epoch;
      epoch = null;
      if (mine === null) return;
      // Where the database is away the lease ends by itself.
      await onPulse(database, (client) => takeOver(client, { leaving: mine })).catch(() => undefined);
    },
  };
}

/**
 * Renews the lease and gives the milliseconds until the next one of another node ends, null where there is no other;
 * undefined where this node's was taken away. All in one round trip, so that a process that is paused holds no lock.
 * Nobody could renew while the database was away, so each lease lasts at least as long after its start.
 */
async function renew(database: Database, epoch: string, lease: number): Promise<number | null | undefined> {
  const client = await database.pulse.connect();
  const sent = inOnePacket(
    client,
    () =>
      [
        client.query("begin"),
        client.query("select set_config('role', $1, true)", [database.roles.engine]),
        client.query<{ left: number | null }>(
          `with mine as (
         update node set lease_until = clock_timestamp() + $2 * interval '1 millisecond'
          where epoch = $1::bigint returning epoch)
       select case when ends is not null then
                extract(epoch from greatest(ends, pg_postmaster_start_time() + $2 * interval '1 millisecond')
                                   - clock_timestamp())::float8 * 1000 end as left
         from mine left join (select min(lease_until) as ends from node where epoch <> $1::bigint
                              having count(*) > 0) as others on true`,
          [epoch, lease],
        ),
        client.query("commit"),
      ] as const,
  );
  // Every part is waited for, so that none fails unheard.
  const settled = await Promise.allSettled(sent);
  client.release(settled.some(({ status }) => status === "rejected"));
  const [, , { rows }] = await Promise.all(sent);
  return rows[0]?.left;
}

async function join(
  client: pg.PoolClient,
  name: string,
  state: "running" | "draining",
  lease: number,
): Promise<string> {
  const { rows } = await client.query<{ epoch: string }>(
    `insert into node (name, state, lease_until)
     values ($1, $2, clock_timestamp() + $3 * interval '1 millisecond') returning epoch`,
    [name, state, lease],
  );
  return rows[0]?.epoch ?? "";
}

/** One transaction on the connection that is kept for this alone, so that nothing else makes a node late. */
async function onPulse<T>(database: Database, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await database.pulse.connect();
  let failed = true;
  try {
    await client.query("begin");
    await client.query("select set_config('role', $1, true)", [database.roles.engine]);
    const value = await work(client);
    await client.query("commit");
    failed = false;
    return value;
  } finally {
    // Whatever state a connection with a failure is in, it is not used again.
    client.release(failed);
  }
}
