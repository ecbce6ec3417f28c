import type { Result, Runtime } from "@flowright/runtime";
import { expect, it } from "vitest";
import { type Ending, insist } from "../simulation/actors/insist.ts";
import type { Surroundings } from "../simulation/actors/shop.ts";
import { drawFaults, endFaults } from "../simulation/world/faults.ts";
import { Network } from "../simulation/world/network.ts";
import type { ServerNode } from "../simulation/world/node.ts";
import { Random } from "../simulation/world/random.ts";
import { Scheduler } from "../simulation/world/scheduler.ts";

/** What a server makes of the request with this number, counted from 1: milliseconds until its answer, and which. */
type Answers = (request: number) => { readonly after: number; readonly accepts: boolean };

const REFUSED = { ok: false, refusal: { status: 409, problem: { code: "instance.suspended" } } };

/** One client who insists on one command; `die` ends the only server when the first request has come so long ago. */
async function ending(given: {
  readonly answers: Answers;
  readonly twice?: boolean;
  readonly die?: number;
  readonly seed?: number;
}): Promise<Ending<unknown> | null> {
  const random = new Random(given.seed ?? 7);
  const scheduler = new Scheduler(random, { name: "clients", alive: true, pausedUntil: 0, skew: 0 });
  const faults = drawFaults(random);
  endFaults(faults);
  if (given.twice) faults.twice = 1;
  const process = { name: "server", alive: true, pausedUntil: 0, skew: 0 };
  const node = { alive: true, listens: true, process, runtime: {}, deaths: new Set<() => void>() };
  const network = new Network({ scheduler, random, faults, nodes: [node as unknown as ServerNode] });
  let requests = 0;
  const work = (_: Runtime) =>
    new Promise<Result<unknown>>((resolve) => {
      const { after, accepts } = given.answers(++requests);
      scheduler.after(after, process, () =>
        resolve((accepts ? { ok: true, value: null } : REFUSED) as Result<unknown>),
      );
      if (given.die !== undefined && requests === 1)
        scheduler.after(given.die, network.clients, () => {
          for (const told of node.deaths) told();
          node.deaths.clear();
        });
    });
  let found: Ending<unknown> | null | undefined;
  void insist({ network, random, over: () => false } as unknown as Surroundings, work).then((what) => {
    found = what;
  });
  await scheduler.run(120_000, () => found !== undefined);
  return found ?? null;
}

it("takes a refusal for certain where the command was sent once", async () => {
  expect(await ending({ answers: () => ({ after: 1, accepts: false }) })).toMatchObject({
    kind: "refused",
    sure: true,
  });
});

it("does not where another copy of the command is under way, which may still be carried out", async () => {
  const answers: Answers = (request) => ({ after: request === 1 ? 1 : 900, accepts: request !== 1 });
  expect(await ending({ answers, twice: true })).toMatchObject({ kind: "refused", sure: false });
});

it("does not where both copies were answered before the client heard of one", async () => {
  const answers: Answers = (request) => ({ after: 1, accepts: request === 2 });
  const all: (Ending<unknown> | null)[] = [];
  for (let seed = 1; seed <= 20; seed++) all.push(await ending({ answers, twice: true, seed }));
  const refused = all.flatMap((one) => (one?.kind === "refused" ? [one.sure] : []));
  expect(refused.length).toBeGreaterThan(0);
  expect(refused).not.toContain(true);
});

it("does not where it gave up waiting for the first copy, and does again where the server of that one died", async () => {
  const answers: Answers = (request) => ({ after: request === 1 ? 60_000 : 1, accepts: request === 1 });
  expect(await ending({ answers })).toMatchObject({ kind: "refused", sure: false });
  expect(await ending({ answers, die: 100 })).toMatchObject({ kind: "refused", sure: true });
});
