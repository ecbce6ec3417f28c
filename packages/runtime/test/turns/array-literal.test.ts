import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { jsonElements, plainArray, textArray, textArrays } from "../../src/turns/sql/array-literal.ts";
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

/** What PostgreSQL can store: everything but NUL and halves of surrogate pairs. */
const text = fc
  .oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("", "NULL", "null", "{}", '"', "\\", '\\"', "{a,b}", " a ", "\n\t", "退货,换货"),
  )
  .filter((value) => !value.includes("\u0000") && value.isWellFormed());
const maybe = fc.option(text);

it("gives PostgreSQL the same rows, whatever stands in them", async () => {
  const row = fc.record({
    text: maybe,
    number: fc.option(fc.integer({ max: 2 ** 31 - 1, min: -(2 ** 31) })),
    list: fc.option(fc.array(text)),
    json: fc.option(fc.array(maybe)),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
      const answer = await client.query(
        `select text, number, list::text[] as list, json
           from rows from (unnest($1::text[], $2::int[], $3::text[]), json_array_elements($4::json))
             as x(text, number, list, json)`,
        [
          textArray(rows.map((one) => one.text)),
          plainArray(rows.map((one) => one.number)),
          textArrays(rows.map((one) => one.list)),
          jsonElements(rows.map((one) => one.json)),
        ],
      );
      expect(answer.rows).toEqual(rows);
    }),
    { numRuns: 100 },
  );
});
