import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { type NodeProcess, startNode } from "../../../runtime/test/faults/node-process.ts";
import type { NodeOptions } from "../../../runtime/test/faults/node-program.ts";
import { accepted, boss, openWorld, type World } from "../../../runtime/test/turns/open-world.ts";
import { orderFlow } from "./order-flow.ts";
import { type OwnPostgres, ownPostgres } from "./own-postgres.ts";

/** A place of a node: what runs there is killed and started anew, each time under a name of its own. */
export interface Place {
  node: NodeProcess | null;
  name: string;
}

/** A database, some nodes on it, and what was done to them. */
export interface FaultWorld {
  readonly world: World;
  readonly postgres: OwnPostgres | null;
  readonly places: readonly Place[];
  /** When the nodes were killed or paused, as milliseconds, by their names. */
  readonly fallen: ReadonlyMap<string, readonly number[]>;
  fell(place: Place): void;
  /** When what a fallen node held was free again, by its name. */
  readonly freed: ReadonlyMap<string, readonly number[]>;
  /** Starts a node anew at a place. */
  start(place: Place): Promise<void>;
  kill(place: Place): Promise<void>;
  /** A client of its own, for looking at what is stored. */
  look<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly nodes: number;
  readonly node: Omit<NodeOptions, "connectionString" | "node" | "skew">;
  /** Milliseconds by which the clocks of the nodes are wrong, one after the other. */
  readonly skews?: readonly number[];
  /** Milliseconds. */
  readonly lease: number;
  /** Settings of a PostgreSQL of its own; null: the one that the tests use, where there is one. */
  readonly settings: Readonly<Record<string, string>> | null;
  /** The address by which the nodes reach the database. */
  readonly through?: (connectionString: string) => Promise<string>;
}

export async function openFaultWorld(options: WorldOptions): Promise<FaultWorld> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "flowright-fault-"));
  const given = process.env.FLOWRIGHT_TEST_DATABASE_URL;
  const postgres = options.settings || !given ? await ownPostgres(folder, options.settings ?? {}) : null;
  if (postgres) process.env.FLOWRIGHT_TEST_DATABASE_URL = postgres.connectionString;
  const world = await openWorld({ background: false, connections: { turns: 1, reads: 1 } });
  if (given) process.env.FLOWRIGHT_TEST_DATABASE_URL = given;
  else delete process.env.FLOWRIGHT_TEST_DATABASE_URL;
  // The database may be killed under it.
  world.admin.on("error", () => undefined);
  await world.admin.query(
    "create table public.sink (key text, node text, attempt int, at timestamptz default clock_timestamp())",
  );
  accepted(await world.runtime.definitions.publish(boss, { definition: orderFlow }));
  const connectionString = options.through
    ? await options.through(world.connectionString)
    : world.connectionString;
  const fallen = new Map<string, number[]>();
  const fell = ({ name }: Place) => {
    fallen.set(name, [...(fallen.get(name) ?? []), Date.now()]);
  };
  const freed = new Map<string, number[]>();
  const told = (text: string) => {
    for (const [, name = ""] of text.matchAll(/its work is taken over .*?"name":"([^"]+)"/g)) {
      freed.set(name, [...(freed.get(name) ?? []), Date.now()]);
    }
  };
  let started = 0;
  const start = async (place: Place) => {
    place.name = `node ${++started}`;
    const skew = options.skews?.[started % options.skews.length] ?? 0;
    const node = { name: place.name, lease: options.lease };
    place.node = await startNode({ ...options.node, connectionString, skew, node }, told);
  };
  const places: Place[] = Array.from({ length: options.nodes }, () => ({ node: null, name: "" }));
  await Promise.all(places.map(start));
  return {
    world,
    postgres,
    places,
    fallen,
    fell,
    freed,
    start,
    kill: async (place) => {
      const victim = place.node;
      place.node = null;
      fell(place);
      await victim?.kill();
    },
    look: async (work) => {
      const client = new pg.Client({
        connectionString: world.connectionString,
        options: "-c search_path=flowright",
      });
      client.on("error", () => undefined);
      await client.connect();
      try {
        return await work(client);
      } finally {
        await client.end();
      }
    },
    close: async () => {
      for (const { node } of places) await node?.kill();
      await Promise.race([world.close().catch(() => undefined), delay(10_000)]);
      await postgres?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** One of the places. */
export function anyOf(places: FaultWorld["places"]): Place {
  const place = places[Math.floor(Math.random() * places.length)];
  if (!place) throw new Error("There is no node");
  return place;
}
