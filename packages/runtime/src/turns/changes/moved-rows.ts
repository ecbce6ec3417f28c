import { type InstanceState, waitsOf } from "@flowright/engine";
import { type LoadedProgram, nodeNameOf } from "../program-cache.ts";
import type { MovedRow } from "./batch-changes.ts";

const TABLES = {
  task: "task",
  job: "job",
  timer: "timer",
  message: "subscription",
  signal: "subscription",
  incident: "incident",
} as const;

/** The rows of everything that a migrated case waits for, with the steps of its new version. Calls have none. */
export function movedRows(
  instance: string,
  state: InstanceState,
  { nodes, version }: LoadedProgram,
): MovedRow[] {
  return waitsOf(state).flatMap(({ kind, id, node }) =>
    kind in TABLES
      ? [
          {
            table: TABLES[kind as keyof typeof TABLES],
            instance,
            number: id,
            node,
            version,
            name: JSON.stringify(nodeNameOf(nodes, node)),
          },
        ]
      : [],
  );
}
