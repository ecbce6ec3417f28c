import type { EngineEvent } from "@flowright/engine";

/** Fields that differ between hosts although the same happened: instants, also those of repetitions, and ids of messages. */
const HOST_FIELDS = new Set(["due", "id", "cycle"]);
/** Numbers of versions, which only a host has. */
const VERSION_FIELDS = new Set(["from", "to"]);

/** The events without what belongs to the host, for comparing an engine, a runtime and a server. */
export function normaliseTrace(events: readonly EngineEvent[]): Record<string, unknown>[] {
  return events.map((event) =>
    Object.fromEntries(
      Object.entries(event).filter(
        ([key]) => !(HOST_FIELDS.has(key) || (event.kind === "instance.migrated" && VERSION_FIELDS.has(key))),
      ),
    ),
  );
}
