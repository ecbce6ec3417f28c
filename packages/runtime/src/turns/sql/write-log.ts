import type pg from "pg";
import type { BatchChanges, TurnInsert } from "../changes/batch-changes.ts";
import { groupChanges } from "../changes/grouped-changes.ts";
import { jsonElements, plainArray, textArray } from "./array-literal.ts";
import { packEvents } from "./stored-events.ts";

/** An answer kept with its idempotency key. */
export interface OnceInsert {
  readonly tenant: string;
  readonly user: string;
  readonly key: string;
  readonly bodyHash: string;
  readonly response: unknown;
}

/** Appends the events, one row per turn. */
export function insertTurns(client: pg.PoolClient, turns: readonly TurnInsert[]): Promise<unknown> {
  return client.query({
    name: "turn-events",
    text: `insert into instance_event (tenant_id, instance_id, seq, at, actor, command, events)
           select tenant, instance, seq, at, actor, command, events
             from rows from (
               unnest($1::text[], $2::uuid[], $3::int[], $4::timestamptz[], $5::text[], $6::text[]),
               json_array_elements($7::json)) as x(tenant, instance, seq, at, actor, command, events)`,
    values: [
      textArray(turns.map(({ tenant }) => tenant)),
      plainArray(turns.map(({ instance }) => instance)),
      plainArray(turns.map(({ seq }) => seq)),
      plainArray(turns.map(({ at }) => at)),
      textArray(turns.map(({ actor }) => actor)),
      textArray(turns.map(({ command }) => command)),
      jsonElements(turns.map(({ events }) => packEvents(events))),
    ],
  });
}

/** Raised and resolved incidents. */
export function writeIncidents(client: pg.PoolClient, changes: BatchChanges): Promise<unknown>[] {
  const sent: Promise<unknown>[] = [];
  if (changes.incidentInserts.size > 0) {
    sent.push(
      client.query({
        name: "turn-incident-insert",
        text: `insert into incident (tenant_id, instance_id, number, definition_id, version, node, code, params,
                 message, detail, job, attempts, raised_at, resolved_at, resolved_by)
               select tenant, instance, number, "definitionId", version, node, code, params::json, message::json,
                      detail::json, job, attempts, "raisedAt", "resolvedAt", "resolvedBy"
                 from json_to_recordset($1::json) as x(tenant text, instance uuid, number integer,
                   "definitionId" text, version integer, node text, code text, params text, message text,
                   detail text, job integer, attempts integer, "raisedAt" timestamptz, "resolvedAt" timestamptz,
                   "resolvedBy" text)`,
        values: [JSON.stringify([...changes.incidentInserts.values()])],
      }),
    );
  }
  if (changes.incidentResolves.size > 0) {
    sent.push(
      client.query({
        name: "turn-incident-resolve",
        text: `update incident i set resolved_at = x.at, resolved_by = x.by
                 from json_to_recordset($1::json) as x(instance uuid, number integer, at timestamptz, by text)
                where i.instance_id = x.instance and i.number = x.number`,
        values: [JSON.stringify([...changes.incidentResolves.values()])],
      }),
    );
  }
  return sent;
}

/** What changed, for live readers. */
export function insertLive(client: pg.PoolClient, live: BatchChanges["live"]): Promise<unknown> {
  return client.query({
    name: "turn-live",
    text: `insert into live_change (tenant_id, topic, change, instances, seqs)
           select tenant, topic, change, instances, seqs
             from json_to_recordset($1::json) as x(tenant text, topic text, change json, instances uuid[],
               seqs integer[])`,
    values: [JSON.stringify(groupChanges(live.values()))],
  });
}

/** Gives files to the cases that name them: those of the person who hands them in and of no case so far. */
export function bindFiles(client: pg.PoolClient, files: BatchChanges["files"]): Promise<unknown> {
  return client.query({
    name: "turn-files",
    text: `update file f set instance_id = x.instance
             from json_to_recordset($1::json) as x(tenant text, instance uuid, by text, id uuid)
            where f.id = x.id and f.tenant_id = x.tenant and f.by_user = x.by and f.instance_id is null`,
    values: [JSON.stringify(files)],
  });
}

/** Marks deliveries as carried out. */
export function settleDeliveries(
  client: pg.PoolClient,
  settled: BatchChanges["settled"],
  now: string,
): Promise<unknown> {
  return client.query({
    name: "turn-settle",
    text: `update delivery d set settled_at = $2, instance_id = x.instance
             from json_to_recordset($1::json) as x(id uuid, instance uuid) where d.id = x.id`,
    values: [JSON.stringify(settled), now],
  });
}

/** Keeps the answers of requests with an idempotency key. */
export function insertOnces(client: pg.PoolClient, onces: readonly OnceInsert[]): Promise<unknown> {
  return client.query({
    name: "turn-once-insert",
    text: `insert into idempotency (tenant_id, user_name, key, body_hash, response, created_at)
           select tenant, "user", key, hash, response, clock_timestamp()
             from rows from (unnest($1::text[], $2::text[], $3::text[], $4::text[]), json_array_elements($5::json))
               as x(tenant, "user", key, hash, response)`,
    values: [
      textArray(onces.map(({ tenant }) => tenant)),
      textArray(onces.map(({ user }) => user)),
      textArray(onces.map(({ key }) => key)),
      textArray(onces.map(({ bodyHash }) => bodyHash)),
      jsonElements(onces.map(({ response }) => response)),
    ],
  });
}
