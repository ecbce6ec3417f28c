import type { DecisionTable } from "@flowright/definition";
import { type Command, type InstanceState, migrate, statusOf, step, variablesOf } from "@flowright/engine";
import { v7 as uuidv7 } from "uuid";
import type { Result } from "../contract/result.ts";
import { type BatchChanges, rowKey, type WaitKey } from "./changes/batch-changes.ts";
import { movedRows } from "./changes/moved-rows.ts";
import { recordEffect } from "./changes/record-effect.ts";
import { numberPrefixOf } from "./number-prefix.ts";
import { planForCase } from "./plan-for-case.ts";
import { isReadable, type LoadedProgram } from "./program-cache.ts";
import { isStateReadable } from "./state-readable.ts";
import { refuseTurn } from "./turn-problems.ts";
import type {
  InstanceRow,
  JobRow,
  Migration,
  StartTarget,
  TimerRow,
  TurnDone,
  TurnRequest,
} from "./turn-request.ts";
import { uuidsIn } from "./uuids-in.ts";

/** An instance in the hands of the batch. */
export interface Held {
  row: InstanceRow;
  state: InstanceState;
  program: LoadedProgram;
  /** Sequence number in the database; 0 where the batch makes the instance. */
  readonly was: number;
}

/** What the batch loaded, and what carrying out its requests changes. */
export interface BatchWork {
  readonly now: string;
  readonly held: Map<string, Held>;
  readonly changes: BatchChanges;
  readonly prefixes: ReadonlyMap<string, string>;
  jobOf(request: TurnRequest): JobRow | null;
  timerOf(request: TurnRequest): TimerRow | null;
  isPending(delivery: string): boolean;
  programFor(request: TurnRequest, target: StartTarget): Result<LoadedProgram>;
  /** Throws `MembersNeeded` where the members of the tenant were not read yet. */
  membersOf(tenant: string, role: string): readonly string[];
  /** Throws `DecisionNeeded` where the table was not read yet. */
  decisionOf(tenant: string, id: string, version: number | undefined): DecisionTable | null;
}

/** A step asks who holds a role: read the members of the tenant and carry the request out again. */
export class MembersNeeded extends Error {
  readonly tenant: string;

  constructor(tenant: string) {
    super("The members of a workspace are needed");
    this.tenant = tenant;
  }
}

/** Carries out one request in memory: decide, step, record. Nothing is recorded where it is refused or throws. */
export function carryOut(request: TurnRequest, work: BatchWork): Result<TurnDone> {
  if (request.delivery !== undefined && !work.isPending(request.delivery)) {
    return refuseTurn("message.delivered-before", { id: request.delivery });
  }
  return request.target.kind === "start"
    ? carryOutStart(request, request.target, work)
    : carryOutCommand(request, request.target.id, work);
}

function carryOutStart(request: TurnRequest, target: StartTarget, work: BatchWork): Result<TurnDone> {
  const found = work.programFor(request, target);
  if (!found.ok) return found;
  const program = found.value;
  const decided = request.decide({
    now: work.now,
    definition: program.definition,
    program,
    instance: null,
    state: null,
    job: null,
    timer: null,
  });
  if (!decided.ok) return decided;
  const stepped = step(program.program, null, decided.value, contextOf(work, request.tenant));
  if (!stepped.ok) return refusedBy(stepped.problem);
  const started = stepped.events.find((event) => event.kind === "instance.started");
  const id = uuidv7({ msecs: Date.parse(work.now) });
  const row: InstanceRow = {
    id,
    tenant: request.tenant,
    definitionId: program.definitionId,
    version: program.version,
    // Numbered when the batch is written, so that a refused start leaves no gap.
    number: "",
    businessKey: target.businessKey ?? started?.businessKey ?? null,
    title: started?.title ?? null,
    status: statusOf(stepped.state),
    seq: 0,
    startedBy: request.actor,
    startedAt: work.now,
    endedAt: null,
    startMessage: target.message?.name ?? null,
    startKey: onePerKey(program, target),
    openIncidents: 0,
    parent: target.parent ?? null,
  };
  const held: Held = { row, state: stepped.state, program, was: 0 };
  work.held.set(id, held);
  const prefix = work.prefixes.get(`${request.tenant}\n${program.definitionId}`);
  work.changes.created.set(id, {
    row,
    state: stepped.state,
    prefix: prefix ?? numberPrefixOf(program.definitionId),
  });
  return { ok: true, value: record(request, decided.value, held, stepped, work, null) };
}

/** The key that no other living instance may have, or null. */
function onePerKey(program: LoadedProgram, { message }: StartTarget): string | null {
  const node = message && program.nodes.get(message.node);
  if (node?.kind !== "start" || node.trigger?.type !== "message") return null;
  return node.trigger.onePerKey ? (message?.key ?? null) : null;
}

function carryOutCommand(request: TurnRequest, id: string, work: BatchWork): Result<TurnDone> {
  const held = work.held.get(id);
  if (held === undefined || held.row.tenant !== request.tenant) return refuseTurn("instance.unknown", { id });
  if (!isStateReadable(held.row, held.state)) return refuseTurn("case.state-damaged");
  if (request.migrate !== undefined) return carryOutMigration(request, request.migrate, held, work);
  const job = work.jobOf(request);
  const decided = request.decide({
    now: work.now,
    definition: held.program.definition,
    program: held.program,
    instance: held.row,
    state: held.state,
    job,
    timer: work.timerOf(request),
  });
  if (!decided.ok) return decided;
  const stepped = step(held.program.program, held.state, decided.value, contextOf(work, request.tenant));
  if (!stepped.ok) {
    return stepped.problem.code === "program.node-unknown"
      ? refuseTurn("case.state-damaged")
      : refusedBy(stepped.problem);
  }
  return { ok: true, value: record(request, decided.value, held, stepped, work, job) };
}

function carryOutMigration(
  request: TurnRequest,
  { version, plan, shared, by }: Migration,
  held: Held,
  work: BatchWork,
): Result<TurnDone> {
  if (held.row.version === version) return refuseTurn("migration.same-version", { version });
  const found = work.programFor(request, { kind: "start", definitionId: held.row.definitionId, version });
  if (!found.ok) return found;
  const to = found.value;
  const context = { ...contextOf(work, request.tenant), by };
  const own = shared ? planForCase(plan, held.program, held.state) : plan;
  // Where the version of the case cannot be read, it goes on by those steps that the other one has under their ids.
  const drawn = isReadable(held.program) ? held.program.program : to.program;
  const stepped = migrate(drawn, to.program, held.state, own, context);
  if (!stepped.ok) return refusedBy(stepped.problem);
  // The history tells by which version the case ran until then.
  const leaving = held.row.version;
  const events = stepped.events.map((event) =>
    event.kind === "instance.migrated" ? { ...event, from: leaving, to: version } : event,
  );
  held.program = to;
  held.row = { ...held.row, version };
  work.changes.moved.push(...movedRows(held.row.id, stepped.state, to));
  return { ok: true, value: record(request, "instance.migrate", held, { ...stepped, events }, work, null) };
}

function contextOf(work: BatchWork, tenant: string) {
  return {
    now: work.now,
    membersOf: (role: string) => work.membersOf(tenant, role),
    decision: (id: string, version: number | undefined) => work.decisionOf(tenant, id, version),
  };
}

/** Refusals of the engine that are about what was sent; all others are about how the case stands. */
const WRONG_INPUT: ReadonlySet<string> = new Set([
  "modify.nothing",
  "task.checklist-open",
  "task.outcome-missing",
  "task.reason-missing",
]);

function refusedBy(problem: Extract<ReturnType<typeof step>, { ok: false }>["problem"]): Result<never> {
  const wrong = WRONG_INPUT.has(problem.code) ? 422 : 409;
  return { ok: false, refusal: { status: problem.code === "limit.variables" ? 413 : wrong, problem } };
}

function record(
  request: TurnRequest,
  command: Command | "instance.migrate",
  held: Held,
  stepped: Extract<ReturnType<typeof step>, { ok: true }>,
  work: BatchWork,
  job: JobRow | null,
): TurnDone {
  const { changes, now } = work;
  const { events, effects, state } = stepped;
  const status = statusOf(state);
  const before = held.row;
  const firstNumber = before.seq === 0 ? 0 : held.state.next;
  const ended = status !== "active" && status !== "suspended";
  let openIncidents = before.openIncidents;
  for (const effect of effects) {
    if (effect.kind === "incident.raise") openIncidents++;
    if (effect.kind === "incident.resolve") openIncidents--;
  }
  // A start whose mapping failed at first gets its key and title with the retry that succeeds.
  const named = events.find((event) => event.kind === "instance.named");
  const row: InstanceRow = {
    ...before,
    ...(named === undefined
      ? {}
      : { businessKey: before.businessKey ?? named.businessKey, title: before.title ?? named.title }),
    status,
    seq: before.seq + 1,
    endedAt: ended ? (before.endedAt ?? now) : null,
    openIncidents,
  };
  held.row = row;
  held.state = state;
  const created = changes.created.get(row.id);
  if (created) changes.created.set(row.id, { ...created, row, state });
  else changes.updated.set(row.id, { row, state, was: held.was });

  const tenant = row.tenant;
  changes.turns.push({
    tenant,
    instance: row.id,
    seq: row.seq,
    at: now,
    actor: request.actor,
    command: command === "instance.migrate" ? command : command.kind,
    events,
  });
  if (request.delivery !== undefined) changes.settled.push({ id: request.delivery, instance: row.id });
  if (request.actor !== null && command !== "instance.migrate") {
    for (const id of filesIn(command)) {
      changes.files.push({ tenant, instance: row.id, by: request.actor, id });
    }
  }
  if (command !== "instance.migrate") removeAnswered(changes, command, { tenant, instance: row.id });
  const place = {
    tenant,
    instance: row.id,
    now,
    program: held.program,
    paused: status === "suspended",
    actor: request.actor,
    firstNumber,
    nodeOfTask: (task: number) => {
      const event = events.find((one) => "task" in one && one.task === task);
      return event && "node" in event ? event.node : "";
    },
    attempts: job?.attempt ?? 0,
    returnReason: command !== "instance.migrate" && command.kind === "task.return" ? command.reason : null,
    parent: row.parent,
    traceparent: request.traceparent ?? null,
    variables: () => variablesOf(state),
  };
  for (const effect of effects) recordEffect(changes, effect, place);
  if (status !== before.status && (status === "suspended" || before.status === "suspended") && !ended) {
    changes.paused.set(row.id, { tenant, paused: status === "suspended" });
  }
  const change = { kind: "instance.changed", instanceId: row.id, seq: row.seq } as const;
  for (const topic of [`instance:${row.id}`, `definition:${row.definitionId}`]) {
    changes.live.set(`${tenant} ${topic}`, { tenant, topic, people: null, roles: null, change });
  }
  return {
    now,
    instance: row,
    definitionName: held.program.definition.name,
    program: held.program,
    state,
    events,
    effects,
  };
}

/** Ids of files in the data that a person hands in; any other UUID there finds no file of his. */
function filesIn(command: Command): readonly string[] {
  if (command.kind === "task.complete") return uuidsIn(command.data);
  return command.kind === "instance.start" ? uuidsIn(command.variables) : [];
}

/** The row of the wait that a command answers goes with it; all other waits are closed by effects. */
function removeAnswered(
  changes: BatchChanges,
  command: Command,
  place: { readonly tenant: string; readonly instance: string },
): void {
  const key = (number: number): WaitKey => ({ ...place, number });
  switch (command.kind) {
    case "job.complete":
    case "job.fail":
      changes.jobs.set(rowKey(key(command.job)), { row: null, key: key(command.job) });
      break;
    case "timer.fire":
      changes.timers.set(rowKey(key(command.timer)), { row: null, key: key(command.timer) });
      break;
    case "message.deliver":
    case "signal.deliver":
      changes.subscriptions.set(rowKey(key(command.subscription)), {
        row: null,
        key: key(command.subscription),
      });
      break;
    default:
      break;
  }
}
