import { afterAll, beforeAll, expect, it } from "vitest";
import { openBell } from "../../src/live/listen.ts";
import { createTestDatabase } from "../test-runtime-database.ts";
import { until } from "../turns/open-world.ts";
import { openUnreliableLine } from "../turns/unreliable-line.ts";

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let line: Awaited<ReturnType<typeof openUnreliableLine>>;
beforeAll(async () => {
  database = await createTestDatabase();
  line = await openUnreliableLine(database.connectionString);
});
afterAll(async () => {
  line.down();
  await database.drop();
});

it("finds out that nothing is heard any more on a connection that stays open, and listens anew", async () => {
  let heard = 0;
  const said: string[] = [];
  const log = {
    info: () => undefined,
    warn: (_: object, what: string) => said.push(what),
    error: () => undefined,
  };
  const common = { schema: "flowright", log };
  const deaf = openBell({
    ...common,
    connectionString: line.connectionString,
    heard: () => heard++,
    tried: 300,
    listened: 300,
  });
  const other = openBell({ ...common, connectionString: database.connectionString, heard: () => undefined });
  const rings = async () => {
    const before = heard;
    await until("a ring", async () => {
      other.ring();
      return heard > before;
    });
  };
  await rings();
  // It is tried again and again while nothing is wrong, and is not given up for that.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(said).toEqual([]);
  line.swallow();
  await until("the discovery", async () => said.length > 0);
  expect(said).toEqual(["live changes: a connection hears nothing, not even itself; opened anew"]);
  await rings();
  line.swallow();
  const began = performance.now();
  await deaf.close();
  expect(performance.now() - began).toBeLessThan(2_000);
  await other.close();
});
