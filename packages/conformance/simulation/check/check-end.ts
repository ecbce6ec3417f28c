import { isDeepStrictEqual } from "node:util";
import { type EngineEvent, fold, type InstanceState } from "@flowright/engine";
import { type StoredEvent, unpackEvents } from "../../../runtime/src/turns/sql/stored-events.ts";
import type { Database } from "../store/database.ts";
import { checkBatches } from "./check-batches.ts";
import type { Ledger } from "./ledger.ts";

/** What is still to be done in the world, one line for each thing; empty once everything has come to its end. */
export function unfinished(database: Database): string[] {
  const left: string[] = [];
  for (const { id, definition_id, ended_at } of database.rows("instance"))
    if (ended_at === null) left.push(`the case ${String(id)} of ${String(definition_id)} is alive`);
  for (const { id, kind, settled_at } of database.rows("delivery"))
    if (settled_at === null) left.push(`the delivery ${String(id)} (${String(kind)}) is on its way`);
  for (const { node } of database.rows("timer_start"))
    left.push(`the start ${String(node)} by the clock is to come`);
  return left;
}

/** What must be true of the stored rows once everything has come to its end. */
export function checkEnd(database: Database, ledger: Ledger): void {
  const turns = new Map<string, { seq: number; events: EngineEvent[] }[]>();
  for (const { instance_id, seq, events } of database.rows("instance_event")) {
    const own = turns.get(String(instance_id)) ?? [];
    own.push({ seq: Number(seq), events: unpackEvents(JSON.parse(String(events)) as StoredEvent[]) });
    turns.set(String(instance_id), own);
  }
  const numbers = new Set<unknown>();
  for (const { id, seq, state, number } of database.rows("instance")) {
    const own = (turns.get(String(id)) ?? []).sort((a, b) => a.seq - b.seq);
    const folded = fold(own.flatMap(({ events }) => events));
    const stored = JSON.parse(String(state)) as InstanceState;
    if (own.length !== seq || !isDeepStrictEqual(JSON.parse(JSON.stringify(folded)), stored))
      ledger.violated("a state is what its events make of it", String(id));
    if (numbers.has(number)) ledger.violated("a case has a number of its own", String(number));
    numbers.add(number);
  }
  checkCalls(database, ledger);
  checkBatches(database, (id) => (turns.get(id) ?? []).flatMap(({ events }) => events), ledger);
}

/** Each call started one case at most. */
function checkCalls(database: Database, ledger: Ledger): void {
  const calls = new Set<string>();
  for (const { parent_id, parent_call } of database.rows("instance")) {
    if (parent_id === null) continue;
    const key = `${String(parent_id)} ${String(parent_call)}`;
    if (calls.has(key)) ledger.violated("a call starts one case", key);
    calls.add(key);
  }
}
