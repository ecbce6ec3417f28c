import { setTimeout as delay } from "node:timers/promises";
import { type LiveChange, type LiveMessage, openLiveFeed } from "@flowright/client";
import type { Caller } from "@flowright/runtime";
import { line } from "../../runtime/test/turns/flows.ts";
import { accepted, person } from "../../runtime/test/turns/open-world.ts";
import type { Row } from "./harness/campaign.ts";
import { type FaultWorld, openFaultWorld } from "./harness/fault-world.ts";
import { type LiveServers, liveServers, signIn } from "./harness/live-servers.ts";
import { slowReader } from "./harness/slow-reader.ts";
import { type Scale, USUAL_LEASE } from "./nodes.ts";

/** Milliseconds between two transactions of the load, each with so many cases begun or so many tasks done. */
const EVERY = 250;
const AT_ONCE = 5;
/** Readers that stop reading, what is told to each meanwhile in bytes, and what may wait for one. */
const SLOW = 5;
const TOLD = 16_000_000;
const MOST_BUFFERED = 1024 * 1024;
/** Milliseconds to know everything again after a loss, at the 99th of a hundred. */
const CATCH_UP = 1_000;

/**
 * F24: many readers of the live feed lose their connection every few seconds, servers are killed beside that, and some
 * readers stop reading. Each must have heard every change once and in order, and no server keeps more than a mebibyte
 * for one that does not read.
 */
export async function liveFeed({ fraction }: Scale, say: (line: string) => void): Promise<Row> {
  const readers = Math.max(5, Math.round(1_000 * fraction));
  const losses = Math.max(50, Math.round(10_000 * fraction));
  const began = performance.now();
  const faults = await openFaultWorld({ nodes: 0, lease: USUAL_LEASE, settings: {}, node: { work: 0 } });
  const servers = await liveServers(faults.world.connectionString, 2);
  const over = new AbortController();
  try {
    const shop = await openShop(faults, "north", "Look at it");
    const secret = await signIn(servers.addresses[0] ?? "", "north-ann", "a long password");
    const all = Array.from({ length: readers }, (_, index) =>
      openReader(`${servers.addresses[index % 2]}/api/v1/live`, secret, shop),
    );
    await until("the readers", () => all.every(({ heard }) => heard !== null), 60_000);
    const load = work(shop, over.signal);
    const beginning = performance.now();
    let kills = 0;
    const killing = (async () => {
      while (!over.signal.aborted) {
        await delay(10_000, null, { signal: over.signal }).catch(() => undefined);
        if (over.signal.aborted) return;
        await servers.restart(kills++ % 2);
      }
    })();
    const dropping = all.map(async (reader) => {
      while (!over.signal.aborted) {
        await delay(1_000 + Math.random() * 4_000, null, { signal: over.signal }).catch(() => undefined);
        if (!over.signal.aborted) reader.drop();
      }
    });
    const lost = () => all.reduce((sum, reader) => sum + reader.losses, 0);
    for (let toldAt = 0; lost() < losses; await delay(100)) {
      if (performance.now() < toldAt + 10_000) continue;
      toldAt = performance.now();
      say(`  ${lost()} connections lost, ${kills} servers killed, ${shop.known.length} changes`);
    }
    const seconds = (performance.now() - beginning) / 1000;
    over.abort();
    await Promise.all([load, killing, ...dropping]);
    await until("everybody", () => all.every(({ last }) => last() === shop.acknowledged), 60_000).catch(
      (error) => say(`  ! ${error}`),
    );
    const truth = await truthOf(faults, shop);
    const wrong = all.filter(({ heard }) => !endsLike(truth, heard ?? [])).length;
    const resets = all.reduce((sum, reader) => sum + reader.resets, 0);
    const waits = all.flatMap(({ waits }) => waits).sort((a, b) => a - b);
    const p99 = Math.round(waits[Math.floor(waits.length * 0.99)] ?? 0);
    for (const reader of all) reader.close();
    say(`  ${readers} readers: ${wrong} went astray, known again after ${p99} ms at p99`);
    const slow = await slowReaders(faults, servers, say);
    return {
      name: "live-feed",
      size: `${readers} readers, 2 servers, ${truth.length} changes`,
      seconds: Math.round((performance.now() - began) / 1000),
      injected: `${lost()} connections lost in ${Math.round(seconds)} s, ${kills} × kill -9, ${SLOW} readers that stop`,
      told: truth.length * readers,
      lost: wrong + slow.wrong,
      doubled: 0,
      stuck: SLOW - slow.cutOff,
      broken: resets,
      takeOver: null,
      note: `all known again after ${p99} ms at p99 and ${Math.round(waits.at(-1) ?? 0)} ms at most; ${slow.cutOff} of ${SLOW} slow readers cut off with at most ${Math.round(servers.most.buffered / 1024)} KiB waiting, and complete after they came back; a server had at most ${Math.round(servers.most.memory / 1_048_576)} MiB`,
      kept:
        wrong + slow.wrong + resets === 0 &&
        slow.cutOff === SLOW &&
        p99 <= CATCH_UP &&
        servers.most.buffered <= 2 * MOST_BUFFERED,
    };
  } finally {
    over.abort();
    await servers.close();
    await faults.close();
  }
}

/** A workspace with cases of one task, and what was done in it. */
interface Shop {
  readonly faults: FaultWorld;
  readonly ann: Caller;
  /** Where the live feed stood before the first case. */
  readonly position: string;
  /** Changes by their text, in the order in which any reader or the load came to know them. */
  readonly numbers: Map<string, number>;
  /** The transaction of each change. */
  readonly known: number[];
  /** The number of the transaction under way, and of the last one that was acknowledged. */
  transaction: number;
  acknowledged: number;
}

async function openShop(faults: FaultWorld, id: string, task: string): Promise<Shop> {
  const { runtime } = faults.world;
  const ann = person(
    `${id}-ann`,
    ["packer"],
    ["task.work", "instance.start", "definition.publish", "definition.write"],
    id,
  );
  accepted(
    await runtime.workspaces.create({
      id,
      name: id,
      sample: false,
      roles: [{ id: "packer", name: "packer", permissions: ["task.work", "instance.start"] }],
      people: [{ user: ann.user, name: "Ann", title: "", roles: ["packer"], password: "a long password" }],
    }),
  );
  const who = { type: "role", role: "packer" } as const;
  const flow = line("look", [{ id: "look", kind: "userTask", name: task, who }]);
  accepted(await runtime.definitions.publish(ann, { definition: flow }));
  // Everything from now on: the first look of a runtime that looks no more by itself is long ago.
  const { rows } = await faults.world.admin.query<{ position: string }>(
    "select pg_snapshot_xmin(pg_current_snapshot())::text || '.0' as position",
  );
  return {
    faults,
    ann,
    position: rows[0]?.position ?? "",
    numbers: new Map(),
    known: [],
    transaction: 0,
    acknowledged: 0,
  };
}

/** Begins cases and does their tasks a second later, one transaction after the other. */
async function work(shop: Shop, signal: AbortSignal): Promise<void> {
  const { ann } = shop;
  const { runtime } = shop.faults.world;
  const body = { definitionId: "look", variables: { orderNo: "L" } };
  const open: string[][] = [];
  const number = await firstTask(shop);
  while (!signal.aborted) {
    shop.transaction++;
    const bodies = Array.from({ length: AT_ONCE }, () => body);
    const begun = accepted(await runtime.instances.startMany(ann, bodies));
    const tasks = begun.map(({ id }) => `${id}.${number}`);
    for (const task of tasks) numberOf(shop, `task.opened ${task}`);
    shop.acknowledged = shop.transaction;
    open.push(tasks);
    await delay(EVERY);
    if (open.length < 4) continue;
    for (const task of open.shift() ?? []) {
      shop.transaction++;
      accepted(await runtime.tasks.complete(ann, task, {}));
      numberOf(shop, `task.closed ${task}`);
      shop.acknowledged = shop.transaction;
    }
  }
}

async function firstTask(shop: Shop): Promise<string> {
  const { runtime } = shop.faults.world;
  const begun = accepted(await runtime.instances.start(shop.ann, { definitionId: "look" }));
  const page = await runtime.tasks.list(shop.ann, { box: "available", instanceId: begun.id });
  return page.items[0]?.id.split(".")[1] ?? "";
}

/** The number of a change; one that a reader hears before the load belongs to the transaction under way. */
function numberOf(shop: Shop, text: string): number {
  const known = shop.numbers.get(text);
  if (known !== undefined) return known;
  const number = shop.known.length;
  shop.numbers.set(text, number);
  shop.known.push(shop.transaction);
  return number;
}

const textOf = (change: LiveChange) =>
  change.kind === "task.opened" || change.kind === "task.closed"
    ? `${change.kind} ${change.task}`
    : JSON.stringify(change);

interface Reader {
  /** Numbers of the changes that were heard; null until the feed is there. */
  readonly heard: number[] | null;
  readonly losses: number;
  readonly resets: number;
  /** Milliseconds from each new connection until everything was known that had been acknowledged before it. */
  readonly waits: readonly number[];
  last(): number;
  drop(): void;
  close(): void;
}

function openReader(url: string, secret: string, shop: Shop): Reader {
  let heard: number[] | null = null;
  let losses = 0;
  let resets = 0;
  let socket: WebSocket | null = null;
  let waited: { since: number; transaction: number } | null = null;
  const waits: number[] = [];
  class ReaderSocket extends WebSocket {
    constructor(address: string | URL) {
      super(address, [`session.${secret}`]);
      socket = this;
    }
  }
  const last = () => shop.known[heard?.at(-1) ?? -1] ?? 0;
  const look = () => {
    if (waited === null || last() < waited.transaction) return;
    waits.push(performance.now() - waited.since);
    waited = null;
  };
  const feed = openLiveFeed({
    url,
    WebSocket: ReaderSocket,
    onChange: (_topic, changes) => {
      heard?.push(...changes.map((change) => numberOf(shop, textOf(change))));
      look();
    },
    onReset: () => {
      if (heard !== null) resets++;
      heard ??= [];
    },
    onState: (state) => {
      if (state === "open" && heard !== null) {
        waited = { since: performance.now(), transaction: shop.acknowledged };
        look();
      }
      if (state === "waiting") losses++;
    },
  });
  feed.subscribe("tasks");
  return {
    get heard() {
      return heard;
    },
    get losses() {
      return losses;
    },
    get resets() {
      return resets;
    },
    waits,
    last,
    drop: () => socket?.close(),
    close: () => feed.close(),
  };
}

/** All changes of a shop as one reads them who was always there. */
async function truthOf({ world }: FaultWorld, shop: Shop): Promise<number[]> {
  const truth: number[] = [];
  for (let since = shop.position; ; ) {
    const found = await world.runtime.live.changes(shop.ann, "tasks", since);
    if (found === null) throw new Error("The changes are gone");
    truth.push(...found.changes.map((change) => numberOf(shop, textOf(change))));
    since = found.position;
    if (!found.more) return truth;
  }
}

/** Whether what was heard is the end of the truth, from wherever the reader came in. */
function endsLike(truth: readonly number[], heard: readonly number[]): boolean {
  const from = truth.length - heard.length;
  return from >= 0 && heard.length > 0 && heard.every((number, index) => number === truth[from + index]);
}

/** Readers that stop reading while much is told, go on later, and come back where they were cut off. */
async function slowReaders(faults: FaultWorld, servers: LiveServers, say: (line: string) => void) {
  const name = "slow ".repeat(700);
  const shop = await openShop(faults, "south", name);
  const [address = ""] = servers.addresses;
  const secret = await signIn(address, "south-ann", "a long password");
  const readers = Array.from({ length: SLOW }, () => ({ position: shop.position, heard: [] as number[] }));
  const open = (reader: (typeof readers)[number]) =>
    slowReader(address, secret, (message: LiveMessage) => {
      if (!("position" in message)) return;
      reader.position = message.position;
      if (message.kind !== "delta") return;
      reader.heard.push(...message.changes.map((change) => numberOf(shop, textOf(change))));
    });
  const standing = await Promise.all(
    readers.map(async (reader) => {
      const connection = await open(reader);
      connection.say({ kind: "subscribe", topic: "tasks", since: reader.position });
      await delay(500);
      connection.stand();
      return connection;
    }),
  );
  const body = { definitionId: "look", variables: { orderNo: "L" } };
  for (let sent = 0; sent < TOLD; sent += 100 * name.length) {
    accepted(
      await faults.world.runtime.instances.startMany(
        shop.ann,
        Array.from({ length: 100 }, () => body),
      ),
    );
    await delay(200);
  }
  await delay(1_000);
  for (const connection of standing) connection.goOn();
  const codes = await Promise.all(
    standing.map(({ closed }) => Promise.race([closed, delay(40_000, "open" as const)])),
  );
  say(`  slow readers were closed with ${codes.join(", ")}`);
  for (const connection of standing) connection.close();
  const truth = await truthOf(faults, shop);
  let wrong = 0;
  for (const reader of readers) {
    const connection = await open(reader);
    connection.say({ kind: "subscribe", topic: "tasks", since: reader.position });
    await until("a slow reader", () => reader.heard.length >= truth.length, 20_000).catch(() => undefined);
    if (reader.heard.length !== truth.length || !endsLike(truth, reader.heard)) wrong++;
    connection.close();
  }
  return { cutOff: codes.filter((code) => code === 1013 || code === null).length, wrong };
}

async function until(what: string, holds: () => boolean, patience: number): Promise<void> {
  for (const end = performance.now() + patience; !holds(); await delay(50))
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}`);
}
