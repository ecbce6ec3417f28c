import { randomBytes } from "node:crypto";
import { migrate } from "@flowright/runtime";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ModelRunner } from "../simulation/compare/on-model.ts";
import { PostgresRunner } from "../simulation/compare/on-postgres.ts";
import { EXPRESSIONS, programs } from "../simulation/compare/programs.ts";

/** The simulation runs the product on a model of PostgreSQL: what it finds is worth as much as the model is true. */
describe("the model of PostgreSQL", () => {
  const model = new ModelRunner();
  const name = `model_${randomBytes(6).toString("hex")}`;
  const server = process.env.FLOWRIGHT_TEST_DATABASE_URL ?? "";
  let postgres: PostgresRunner;

  const administer = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };

  beforeAll(async () => {
    await administer(`create database ${name}`);
    const url = new URL(server);
    url.pathname = `/${name}`;
    await migrate(url.href);
    postgres = await PostgresRunner.open(url.href);
  }, 60_000);

  afterAll(async () => {
    await postgres?.close();
    await administer(`drop database if exists ${name} with (force)`);
  });

  it.each(EXPRESSIONS)("reckons as PostgreSQL does: %s", async (expression) => {
    expect(model.value(expression)).toBe(await postgres.value(expression));
  });

  it("answers, refuses, waits and ends as PostgreSQL does: programs of transactions beside each other", {
    timeout: 600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(programs, async (program) => {
        expect(model.run(program)).toEqual(await postgres.run(program));
      }),
      { numRuns: Number(process.env.FLOWRIGHT_PROGRAMS ?? 120) },
    );
  });
});
