import type { EngineEvent } from "@flowright/engine";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eventsIn, packEvents, type StoredEvent, unpackEvents } from "../../src/turns/sql/stored-events.ts";
import { createTestDatabase } from "../test-runtime-database.ts";

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.connectionString });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const name = fc.string().filter((text) => !text.includes("\u0000") && text.isWellFormed());
const value = fc.oneof(name, fc.integer(), fc.boolean(), fc.constant(null), fc.array(name, { maxLength: 3 }));
/** Events with a place and without, of this version and another, with whatever else they say. */
const event = fc
  .record(
    {
      kind: name,
      v: fc.constantFrom(1, 1, 1, 2),
      node: name,
      scope: fc.nat(),
      token: fc.option(fc.nat()),
      task: fc.nat(),
      due: fc.option(name),
      error: value,
      values: fc.dictionary(name, value, { maxKeys: 3 }),
    },
    { requiredKeys: ["kind", "v"] },
  )
  .map((one) => JSON.parse(JSON.stringify(one)) as EngineEvent);

it("keeps what happened, and PostgreSQL reads the same from it as the program", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 8 }), async (events) => {
      const text = JSON.stringify(packEvents(events));
      expect(unpackEvents(JSON.parse(text) as StoredEvent[])).toEqual(events);
      const { rows } = await client.query<{ e: EngineEvent }>(
        `select e from (select $1::json as events) x, ${eventsIn("x.events")} e(e)`,
        [text],
      );
      expect(rows.map(({ e }) => e)).toEqual(events);
    }),
    { numRuns: 300 },
  );
});

it("reads events as they were written before", () => {
  const before: EngineEvent[] = [
    { kind: "node.entered", v: 1, node: "n1", scope: 0, token: 1 },
    { kind: "instance.ended", v: 1, status: "completed", by: null },
  ];
  expect(unpackEvents(before)).toEqual(before);
  expect(packEvents(before)).toEqual([["node.entered", "n1", 0, 1], before[1]]);
});
