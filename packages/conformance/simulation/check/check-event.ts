import type { EngineEvent } from "@flowright/engine";
import type { SimulatedFlow } from "../flows/flows.ts";
import type { Database } from "../store/database.ts";
import type { Row } from "../store/table.ts";
import type { RowChange } from "../store/transaction.ts";
import type { Ledger } from "./ledger.ts";

/** What was seen so far. */
export interface Known {
  /** Number of the last turn of each case. */
  readonly turns: Map<string, number>;
  /** What may happen once. */
  readonly once: Set<string>;
  /** How often steps were completed, by case. */
  readonly completed: Map<string, Map<string, number>>;
  readonly flows: readonly SimulatedFlow[];
}

/** The turn that an event belongs to. */
export interface Turn {
  readonly instance: string;
  readonly events: readonly EngineEvent[];
  readonly changes: readonly RowChange[];
  /** The database's clock. */
  readonly now: number;
  readonly known: Known;
  readonly ledger: Ledger;
  readonly database: Database;
}

/** What the product says of a job whose worker died with its last attempt. */
const ABANDONED = /did not answer within its lease/;

/** Checks one event of a turn that was committed just now. */
export function checkEvent(event: EngineEvent, turn: Turn): void {
  const { instance, ledger, known } = turn;
  const once = (what: string, rule: string) => {
    const key = `${instance} ${what}`;
    if (known.once.has(key)) ledger.violated(rule, key);
    known.once.add(key);
  };
  switch (event.kind) {
    case "instance.started": {
      const mark = event.variables.mark;
      if (event.called === undefined && typeof mark === "string") ledger.effect(mark);
      once("started", "a case starts once");
      break;
    }
    case "instance.ended":
      once("ended", "a case ends once");
      break;
    case "task.completed":
      once(`task ${event.task}`, "a task is completed once");
      if (event.comment !== undefined) ledger.effect(event.comment);
      break;
    case "timer.fired":
      once(`timer ${event.timer}`, "a timer fires once");
      checkTimer(event.timer, turn);
      break;
    case "job.completed":
      once(`job ${event.job}`, "a job is completed once");
      checkCompleted(event.job, turn);
      break;
    case "job.failed":
      if (known.once.has(`${instance} job ${event.job}`))
        ledger.violated("a job is completed once", `${instance} job ${event.job} fails afterwards`);
      checkFailed(event.job, event.message, turn);
      break;
    case "message.received":
      once(`message ${event.id} ${event.subscription}`, "a message comes once to a subscription");
      if (event.subscription !== null) once(`message ${event.id}`, "a message comes once to a case");
      else checkStart(event.id, turn);
      break;
    case "signal.received":
      once(`signal ${event.id} ${event.subscription}`, "a signal comes once to a subscription");
      break;
    case "call.completed":
    case "call.failed":
      once(`call ${event.call}`, "a call ends once");
      break;
    case "node.completed":
      completedOf(turn).set(event.node, (completedOf(turn).get(event.node) ?? 0) + 1);
      break;
    case "node.entered":
      checkJoin(event.node, turn, once);
      break;
    default:
      break;
  }
}

/** One message starts one case of a flow. */
function checkStart(message: string, turn: Turn): void {
  const key = `start of ${definitionOf(turn)} by ${message}`;
  if (turn.known.once.has(key)) turn.ledger.violated("a message starts one case", key);
  turn.known.once.add(key);
}

function completedOf({ known, instance }: Turn): Map<string, number> {
  const found = known.completed.get(instance) ?? new Map();
  known.completed.set(instance, found);
  return found;
}

function checkJoin(node: string, turn: Turn, once: (what: string, rule: string) => void): void {
  const flow = definitionOf(turn);
  for (const { behind, needs } of turn.known.flows.find(({ definition }) => definition.id === flow)?.joins ??
    []) {
    if (behind !== node) continue;
    once(`behind the join: ${node}`, "a join fires once");
    const missing = Object.entries(needs)
      .filter(([need, times]) => (completedOf(turn).get(need) ?? 0) < times)
      .map(([need]) => need);
    if (missing.length > 0)
      turn.ledger.violated(
        "a join fires with all its branches",
        `${turn.instance} without ${missing.join(", ")}`,
      );
  }
}

function definitionOf({ database, instance }: Turn): string {
  const table = database.table("instance");
  const row = table.slots.find(({ current }) => current?.[table.at("id")] === instance)?.current;
  return String(row?.[table.at("definition_id")] ?? "");
}

/** The row of a wait as it was before this commit, where the commit removed it. */
function removedRow(
  name: "timer" | "job",
  number: number,
  { changes, instance }: Turn,
): ((column: string) => Row[number]) | null {
  for (const { table, before, after } of changes) {
    if (table.name !== name || before === null || after !== null) continue;
    if (before[table.at("instance_id")] !== instance || before[table.at("number")] !== number) continue;
    return (column) => before[table.at(column)] ?? null;
  }
  return null;
}

function checkTimer(number: number, turn: Turn): void {
  const row = removedRow("timer", number, turn);
  const name = `${turn.instance} ${number}`;
  if (row === null) {
    turn.ledger.violated("a timer that fires has its row", name);
    return;
  }
  if (Number(row("due")) > turn.now) turn.ledger.violated("no timer fires early", name);
  if (row("paused") === true) turn.ledger.violated("no timer of a suspended case fires", name);
}

/** What workers hand in names the lease under which it was done. */
function checkCompleted(number: number, turn: Turn): void {
  const row = removedRow("job", number, turn);
  const name = `${turn.instance} ${number}`;
  if (row === null) {
    turn.ledger.violated("a job that ends has its row", name);
    return;
  }
  const changed = turn.events.find((event) => event.kind === "variables.changed" && "proof" in event.values);
  const proof = changed?.kind === "variables.changed" ? changed.values.proof : undefined;
  const lease = row("lease");
  if (lease === null || `${lease} ${name}` !== proof)
    turn.ledger.violated(
      "no result of a lost lease is taken",
      `${name}: ${String(proof)}, the lease is ${String(lease)}`,
    );
}

function checkFailed(number: number, message: string, turn: Turn): void {
  const row = removedRow("job", number, turn);
  const name = `${turn.instance} ${number}`;
  if (row === null) {
    turn.ledger.violated("a job that ends has its row", name);
    return;
  }
  if (ABANDONED.test(message)) {
    const until = row("lease_until");
    if (Number(row("attempt")) < Number(row("attempts")) || until === null || Number(until) > turn.now)
      turn.ledger.violated("a job is given up after its last lease", name);
    return;
  }
  const [, proof] = /^failed (.+)$/.exec(message) ?? [];
  if (proof !== undefined && `${String(row("lease"))} ${name}` !== proof)
    turn.ledger.violated("no result of a lost lease is taken", `${name}: failure of ${proof}`);
}
