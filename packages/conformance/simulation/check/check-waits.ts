import { type InstanceState, waitsOf } from "@flowright/engine";
import type { Database } from "../store/database.ts";
import type { Row, Table, Value } from "../store/table.ts";
import type { Ledger } from "./ledger.ts";

const RULE = "every wait has its row and every row its wait";

/** Compares what a case waits for with the rows of its waits, as they are committed now. */
export function checkWaits(database: Database, instance: string, ledger: Ledger): void {
  const instances = database.table("instance");
  const row = find(instances, "id", instance)[0];
  if (row === undefined) {
    ledger.violated(RULE, `rows of the case ${instance}, which is not there`);
    return;
  }
  const state = JSON.parse(String(row[instances.at("state")])) as InstanceState;
  const ended = row[instances.at("ended_at")] !== null;
  const expected = new Set<string>();
  const calls: number[] = [];
  if (!ended) {
    for (const { kind, id } of waitsOf(state)) {
      if (kind === "call") calls.push(id);
      else expected.add(`${kind === "message" || kind === "signal" ? "subscription" : kind} ${id}`);
    }
  }
  const stored = storedWaits(database, instance);
  for (const wait of expected)
    if (!stored.delete(wait)) ledger.violated(RULE, `${instance} waits for ${wait}, which has no row`);
  const [left] = stored;
  if (left !== undefined) ledger.violated(RULE, `${instance} has a row of ${left} and does not wait for it`);
  for (const call of calls) {
    if (!hasCall(database, instance, call))
      ledger.violated(RULE, `${instance} waits for the call ${call}, which nobody carries`);
  }
}

function storedWaits(database: Database, instance: string): Set<string> {
  const found = new Set<string>();
  for (const name of ["task", "timer", "job", "subscription", "incident"]) {
    const table = database.table(name);
    for (const row of find(table, "instance_id", instance)) {
      if (name === "task" && row[table.at("status")] !== "open") continue;
      if (name === "incident" && row[table.at("resolved_at")] !== null) continue;
      found.add(`${name} ${String(row[table.at("number")])}`);
    }
  }
  return found;
}

/** A call is on its way, under way in a case that is alive, or its end is on its way. */
function hasCall(database: Database, instance: string, call: number): boolean {
  const deliveries = database.table("delivery");
  const onItsWay = find(deliveries, "source_id", instance).some(
    (row) => row[deliveries.at("source_number")] === call && row[deliveries.at("settled_at")] === null,
  );
  const instances = database.table("instance");
  return (
    onItsWay ||
    find(instances, "parent_id", instance).some(
      (row) => row[instances.at("parent_call")] === call && row[instances.at("ended_at")] === null,
    )
  );
}

function find(table: Table, column: string, value: Value): Row[] {
  const at = table.at(column);
  return table.slots.flatMap(({ current }) => (current !== null && current[at] === value ? [current] : []));
}
