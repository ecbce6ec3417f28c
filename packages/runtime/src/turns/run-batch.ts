import type { DecisionTable } from "@flowright/definition";
import type { Effect, EngineEvent } from "@flowright/engine";
import type pg from "pg";
import type { Result } from "../contract/result.ts";
import type { RuntimeLog } from "../contract/runtime.ts";
import type { Database } from "../database/open-database.ts";
import { DecisionNeeded, decisionKey, loadDecision } from "../decisions/load-decision.ts";
import { isSameBody, keptHash } from "./body-hash.ts";
import { type BatchWork, carryOut, type Held, MembersNeeded } from "./carry-out.ts";
import { type BatchChanges, type DeliveryInsert, emptyChanges } from "./changes/batch-changes.ts";
import {
  definitionKey,
  type LoadedBatch,
  loadBatch,
  loadMembers,
  loadPrograms,
  onceKey,
  programKey,
} from "./load-batch.ts";
import {
  DefinitionUnreadable,
  type LoadedProgram,
  missingProgram,
  type ProgramCache,
} from "./program-cache.ts";
import type { OnceInsert } from "./sql/write-log.ts";
import { isDamage, refuseTurn } from "./turn-problems.ts";
import type { OnceKey, TurnDone, TurnRequest } from "./turn-request.ts";
import { writeBatch } from "./write-batch.ts";

export interface BatchContext {
  readonly database: Database;
  readonly programs: ProgramCache;
  readonly clockShift: () => number;
  readonly log: RuntimeLog | undefined;
  /** Told after a batch of each case that could not be read; `byItself`: nobody had asked for what was to be done. */
  readonly damaged?: ((found: DamagedCase) => void) | undefined;
}

export interface DamagedCase {
  readonly tenant: string;
  readonly instance: string;
  readonly byItself: boolean;
}

/** What a batch committed, for those who wait for it. */
export interface Committed {
  readonly tenants: ReadonlySet<string>;
  readonly effects: readonly { readonly tenant: string; readonly effect: Effect }[];
  /** Instances whose waits go on after a pause. */
  readonly resumed: readonly { readonly tenant: string; readonly instance: string }[];
  /** What is to be told to other cases, in turns of their own. */
  readonly deliveries: readonly DeliveryInsert[];
  /** What happened, turn by turn. */
  readonly happened: readonly (readonly EngineEvent[])[];
  readonly now: string;
}

export interface BatchOutcome {
  /** In the order of the requests. */
  readonly results: readonly Result<unknown>[];
  readonly committed: Committed | null;
  /** Milliseconds that writing and committing took. */
  readonly wrote?: number;
}

/** Set while a batch runs: what must be known if its connection is lost. */
export interface BatchTrace {
  transaction: string | null;
  readonly commit: { sent: boolean };
  /** The outcome that holds if the commit did take place. */
  outcome: BatchOutcome | null;
}

/** Runs one batch on one connection: load, carry out, write, commit. Throws where the database fails. */
export async function runBatch(
  context: BatchContext,
  client: pg.PoolClient,
  requests: readonly TurnRequest[],
  trace: BatchTrace,
): Promise<BatchOutcome> {
  const loaded = await loadBatch(client, context.database.roles.engine, requests);
  trace.transaction = loaded.transaction;
  const now = new Date(Date.parse(loaded.now) + context.clockShift()).toISOString();
  const found = await loadPrograms(client, context.programs, programsOf(requests, loaded));
  const work = workOf(now, loaded, found);
  const results: Result<unknown>[] = [];
  const done: { index: number; turn: TurnDone }[] = [];
  for (const [index, request] of requests.entries()) {
    const given = answeredBefore(request, loaded);
    if (given) {
      results.push(given);
      continue;
    }
    const result = await carryOutWithReads(request, work, client, context.log);
    results.push(result);
    if (!result.ok && isDamage(result.refusal.problem.code) && request.target.kind === "instance")
      context.damaged?.({
        tenant: request.tenant,
        instance: request.target.id,
        byItself: request.actor === null,
      });
    if (result.ok) done.push({ index, turn: result.value });
  }
  if (done.length === 0) {
    await client.query("rollback");
    return { results, committed: null };
  }
  const answerAll = (numbers: ReadonlyMap<string, string>) => {
    const onces = [];
    for (const { index, turn } of done) {
      const request = requests[index];
      if (!request) continue;
      const number = numbers.get(turn.instance.id);
      const instance = number === undefined ? turn.instance : { ...turn.instance, number };
      const response = request.answer({ ...turn, instance });
      results[index] = { ok: true, value: response };
      if (request.once) onces.push(onceInsert(request, request.once, response));
    }
    trace.outcome = { results, committed: committedOf(done, work.changes, now) };
    return onces;
  };
  const began = performance.now();
  await writeBatch(client, work.changes, now, trace.commit, answerAll);
  const wrote = performance.now() - began;
  return { ...(trace.outcome ?? { results, committed: null }), wrote };
}

/** What is kept under the idempotency key of a request that was answered. */
function onceInsert(request: TurnRequest, once: OnceKey, answer: unknown): OnceInsert {
  return {
    tenant: request.tenant,
    user: once.user,
    key: once.key,
    bodyHash: keptHash(once.bodyHash),
    response: request.shorten?.(answer) ?? answer,
  };
}

/** The answer given before for the same idempotency key, or a refusal where the body differs. */
function answeredBefore(request: TurnRequest, loaded: LoadedBatch): Result<unknown> | null {
  if (!request.once) return null;
  const before = loaded.answered.get(onceKey({ tenant: request.tenant, ...request.once }));
  if (before === undefined) return null;
  if (!isSameBody(before.bodyHash, request.once.bodyHash)) {
    return refuseTurn("idempotency.body-differs", { key: request.once.key });
  }
  return { ok: true, value: request.restore?.(before.response) ?? before.response };
}

function programsOf(requests: readonly TurnRequest[], loaded: LoadedBatch) {
  const wanted = [...loaded.instances.values()].map(({ row }) => ({
    tenant: row.tenant,
    id: row.definitionId,
    version: row.version,
  }));
  for (const { target, tenant, migrate } of requests) {
    if (target.kind !== "start") {
      const row = loaded.instances.get(target.id)?.row;
      if (migrate !== undefined && row !== undefined)
        wanted.push({ tenant: row.tenant, id: row.definitionId, version: migrate.version });
      continue;
    }
    const version =
      target.version ?? loaded.definitions.get(definitionKey(tenant, target.definitionId))?.latest;
    if (version !== undefined) wanted.push({ tenant, id: target.definitionId, version });
  }
  return wanted;
}

type Work = BatchWork & {
  readonly members: Map<string, ReadonlyMap<string, readonly string[]>>;
  readonly decisions: Map<string, DecisionTable | null>;
};

function workOf(now: string, loaded: LoadedBatch, found: ReadonlyMap<string, LoadedProgram>): Work {
  const held = new Map<string, Held>();
  for (const { row, state } of loaded.instances.values()) {
    const program =
      found.get(programKey(row.tenant, row.definitionId, row.version)) ??
      missingProgram(row.definitionId, row.version);
    held.set(row.id, { row, state, program, was: row.seq });
  }
  const members = new Map<string, ReadonlyMap<string, readonly string[]>>();
  const decisions: Work["decisions"] = new Map();
  const settled = new Set<string>();
  return {
    now,
    held,
    changes: emptyChanges(),
    members,
    decisions,
    prefixes: new Map([...loaded.definitions].map(([key, { prefix }]) => [key, prefix])),
    jobOf: ({ target, job }) =>
      target.kind === "instance" ? (loaded.jobs.get(`${target.id}.${job}`) ?? null) : null,
    timerOf: ({ target, timer }) =>
      target.kind === "instance" ? (loaded.timers.get(`${target.id}.${timer}`) ?? null) : null,
    isPending: (delivery) => loaded.pending.has(delivery) && !settled.has(delivery),
    programFor: (request, target) => {
      const id = target.definitionId;
      const version = target.version ?? loaded.definitions.get(definitionKey(request.tenant, id))?.latest;
      if (version === undefined) return refuseTurn("definition.unknown", { id });
      const program = found.get(programKey(request.tenant, id, version));
      return program
        ? { ok: true, value: program }
        : refuseTurn("definition.version-unknown", { id, version });
    },
    membersOf: (tenant, role) => {
      const known = members.get(tenant);
      if (!known) throw new MembersNeeded(tenant);
      return known.get(role) ?? [];
    },
    decisionOf: (tenant, id, version) => {
      const known = decisions.get(decisionKey(tenant, id, version));
      if (known === undefined) throw new DecisionNeeded(tenant, id, version);
      return known;
    },
  };
}

/** Reads what a step turns out to need, and carries it out again. */
async function carryOutWithReads(
  request: TurnRequest,
  work: Work,
  client: pg.PoolClient,
  log: RuntimeLog | undefined,
): Promise<Result<TurnDone>> {
  for (;;) {
    try {
      return carryOut(request, work);
    } catch (error) {
      if (error instanceof MembersNeeded && !work.members.has(error.tenant)) {
        work.members.set(error.tenant, await loadMembers(client, error.tenant));
        continue;
      }
      if (error instanceof DecisionNeeded) {
        const { tenant, id, version } = error;
        work.decisions.set(decisionKey(tenant, id, version), await loadDecision(client, error));
        continue;
      }
      log?.error({ error: error instanceof Error ? error.stack : String(error) }, "a turn failed");
      if (request.target.kind === "start") return refuseTurn("turn.failed", {}, { retryAfter: 5 });
      return error instanceof DefinitionUnreadable
        ? refuseTurn("case.definition-damaged", { version: error.version })
        : refuseTurn("case.state-damaged");
    }
  }
}

function committedOf(done: readonly { turn: TurnDone }[], changes: BatchChanges, now: string): Committed {
  return {
    now,
    tenants: new Set(done.map(({ turn }) => turn.instance.tenant)),
    effects: done.flatMap(({ turn }) =>
      turn.effects.map((effect) => ({ tenant: turn.instance.tenant, effect })),
    ),
    deliveries: changes.deliveries,
    happened: done.map(({ turn }) => turn.events),
    resumed: [...changes.paused]
      .filter(([, change]) => !change.paused)
      .map(([instance, { tenant }]) => ({ tenant, instance })),
  };
}
