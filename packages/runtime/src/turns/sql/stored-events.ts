import type { EngineEvent } from "@flowright/engine";

/**
 * How the events of a turn stand in the history. Four of five events tell a kind and a place and little else; with the
 * names of their members the history was the largest part of what a step writes. So an event that has a place stands as
 * an array: `[kind, node, scope, token]`, and a fifth member with all else it says. An event without a place, or of
 * another version, stands as it is, as all did before.
 */
export type StoredEvent = EngineEvent | PlacedEvent;

type PlacedEvent = readonly [kind: string, node: string, scope: number, token: number | null, rest?: object];

/** The events as they are written. */
export function packEvents(events: readonly EngineEvent[]): StoredEvent[] {
  return events.map(packed);
}

function packed(event: EngineEvent): StoredEvent {
  if (event.v !== 1 || !("node" in event) || !("scope" in event) || !("token" in event)) return event;
  const { kind, node, scope, token } = event;
  if (typeof node !== "string" || typeof scope !== "number" || token === undefined) return event;
  let rest: Record<string, unknown> | null = null;
  const members = event as unknown as Readonly<Record<string, unknown>>;
  for (const name in members) {
    if (name === "kind" || name === "v" || name === "node" || name === "scope" || name === "token") continue;
    rest ??= {};
    rest[name] = members[name];
  }
  return rest === null ? [kind, node, scope, token] : [kind, node, scope, token, rest];
}

/** The events as they happened, from either form. */
export function unpackEvents(stored: readonly StoredEvent[]): EngineEvent[] {
  return stored.map((event) => {
    if (!isPlaced(event)) return event;
    const [kind, node, scope, token, rest] = event;
    return { kind, v: 1, node, scope, token, ...rest } as EngineEvent;
  });
}

function isPlaced(event: StoredEvent): event is PlacedEvent {
  return Array.isArray(event);
}

/**
 * The same in SQL: a table of one column, an event as a JSON object in each row, from a column of stored events. To be
 * joined as `from instance_event x, ${eventsIn("x.events")} e(e)`.
 */
export function eventsIn(column: string): string {
  return `lateral (select case json_typeof(s) when 'array'
      then (jsonb_build_object('kind', s -> 0, 'v', 1, 'node', s -> 1, 'scope', s -> 2, 'token', s -> 3)
        || coalesce((s -> 4)::jsonb, '{}'))::json else s end
    from json_array_elements(${column}) as s)`;
}
