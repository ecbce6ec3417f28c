import { compile, nextStart } from "@flowright/engine";
import type { Database } from "../store/database.ts";
import type { Table, Value } from "../store/table.ts";
import { EPOCH } from "../world/epoch.ts";
import type { SimulatedFlow } from "./flows.ts";

/** Writes the rows of published flows, as publishing leaves them. */
export function seedFlows(database: Database, tenant: string, flows: readonly SimulatedFlow[]): void {
  for (const { definition } of flows) {
    const { id, nodes } = definition;
    const at = { tenant_id: tenant, definition_id: id, version: 1 };
    insert(database, "definition", {
      tenant_id: tenant,
      id,
      name: JSON.stringify(definition.name),
      latest_version: 1,
      number_prefix: id.slice(0, 3).toUpperCase(),
    });
    insert(database, "definition_version", {
      ...at,
      hash: id,
      definition: JSON.stringify(definition),
      note: "",
      published_at: EPOCH,
      published_by: "boss",
    });
    for (const node of nodes) {
      if (node.kind !== "start") continue;
      const { trigger } = node;
      if (trigger?.type === "message")
        insert(database, "message_start", {
          ...at,
          node: node.id,
          type: "message",
          name: trigger.message.name,
          one_per_key: trigger.onePerKey ?? false,
        });
      const due = firstDue(definition, node.id);
      if (due !== null) insert(database, "timer_start", { ...at, node: node.id, due });
    }
  }
}

const known = new Map<object, ReturnType<typeof compile>>();

function firstDue(definition: SimulatedFlow["definition"], node: string): number | null {
  const compiled = known.get(definition) ?? compile(definition);
  known.set(definition, compiled);
  if (!compiled.ok) throw new Error(`The flow ${definition.id} does not compile`);
  const due = nextStart(compiled.program, node, new Date(EPOCH).toISOString());
  return due === null ? null : Date.parse(due);
}

function insert(database: Database, name: string, values: Readonly<Record<string, Value>>): void {
  const table: Table = database.table(name);
  database.seed(name, [table.columns.map((column) => values[column.name] ?? null)]);
}
