import { type StoredEvent, unpackEvents } from "../../../runtime/src/turns/sql/stored-events.ts";
import type { SimulatedFlow } from "../flows/flows.ts";
import type { Database } from "../store/database.ts";
import type { RowChange } from "../store/transaction.ts";
import { checkEvent, type Known } from "./check-event.ts";
import { checkJob } from "./check-job.ts";
import { checkWaits } from "./check-waits.ts";
import type { Ledger } from "./ledger.ts";
import { type Named, named } from "./named-row.ts";

/** Tables whose rows are waits of a case. */
const WAITS: ReadonlySet<string> = new Set(["task", "timer", "job", "subscription", "incident"]);

/** Checks every commit at the moment at which it takes place. */
export function watchCommits(
  database: Database,
  ledger: Ledger,
  flows: readonly SimulatedFlow[],
  isEnding: (server: string) => boolean,
): void {
  const known: Known = { turns: new Map(), once: new Set(), completed: new Map(), flows };
  database.onCommit = (_transaction, changes) => {
    if (changes.length === 0) return;
    const now = database.around.clock();
    const touched = new Set<string>();
    for (const change of changes) {
      const { table, before, after } = change;
      if (table.name === "instance") {
        touched.add(idOf(change, "id"));
        if (before === null && after !== null) {
          checkCalled(database, named(table, after), ledger);
          checkTick(database, named(table, after), { now, known, ledger });
        }
      } else if (WAITS.has(table.name)) touched.add(idOf(change, "instance_id"));
      if (table.name === "job" && before !== null && after !== null)
        checkJob(named(table, before), named(table, after), { now, ledger, isEnding });
      if (table.name === "node" && before !== null && after === null)
        checkGone(database, named(table, before), { now, ledger, isEnding });
    }
    for (const { table, before, after } of changes) {
      if (table.name !== "instance_event" || before !== null || after === null) continue;
      const turn = named(table, after);
      const instance = String(turn("instance_id"));
      const seq = (known.turns.get(instance) ?? 0) + 1;
      known.turns.set(instance, seq);
      if (turn("seq") !== seq)
        ledger.violated(
          "turns of a case follow each other",
          `${instance}: ${String(turn("seq"))} after ${seq - 1}`,
        );
      const events = unpackEvents(JSON.parse(String(turn("events"))) as StoredEvent[]);
      for (const event of events)
        checkEvent(event, { instance, events, changes, now, known, ledger, database });
    }
    for (const instance of touched) checkWaits(database, instance, ledger);
  };
}

/** A server is removed when its lease has ended or when it ends by itself; it leaves nothing in its hands behind. */
function checkGone(
  database: Database,
  row: Named,
  {
    now,
    ledger,
    isEnding,
  }: { readonly now: number; readonly ledger: Ledger; isEnding(server: string): boolean },
): void {
  const name = String(row("name"));
  if (Number(row("lease_until")) > now && !isEnding(name))
    ledger.violated("nobody who lives is taken for dead", name);
  for (const { instance_id, number, node_epoch, worker } of database.rows("job"))
    if (node_epoch === row("epoch") && worker === name)
      ledger.violated("nobody who is gone holds a job", `${name}: ${String(instance_id)} ${String(number)}`);
}

/** A start by the clock belongs to the moment that is noted as due, which has come, and happens once for it. */
function checkTick(
  database: Database,
  row: Named,
  { now, known, ledger }: { readonly now: number; readonly known: Known; readonly ledger: Ledger },
): void {
  if (row("definition_id") !== "ticking") return;
  const due = database.rows("timer_start").find(({ definition_id }) => definition_id === "ticking")?.due;
  if (due === undefined || Number(due) > now) ledger.violated("no start by the clock is early", String(due));
  const key = `start at ${String(due)}`;
  if (known.once.has(key)) ledger.violated("a start by the clock happens once", key);
  known.once.add(key);
}

/** Once a call was cancelled, no case comes of it any more. */
function checkCalled(database: Database, row: Named, ledger: Ledger): void {
  const parent = row("parent_id");
  if (parent === null) return;
  const late = database
    .rows("delivery")
    .some(
      ({ kind, source_id, source_number, settled_at }) =>
        kind === "call.cancel" &&
        source_id === parent &&
        source_number === row("parent_call") &&
        settled_at !== null,
    );
  if (late)
    ledger.violated("a cancelled call starts no case", `${String(parent)} ${String(row("parent_call"))}`);
}

function idOf({ table, before, after }: RowChange, column: string): string {
  return String((after ?? before ?? [])[table.at(column)]);
}
