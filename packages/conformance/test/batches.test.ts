import { expect, it } from "vitest";
import { createMigratedDatabase } from "../../runtime/test/test-runtime-database.ts";
import { measureBatches } from "../bench/batches/measure-batches.ts";

it("what a batch does is done once to every case, held, let go on, and carried on after a kill", {
  timeout: 180_000,
}, async () => {
  const { connectionString, drop } = await createMigratedDatabase();
  const { figures, broken } = await measureBatches(connectionString, {
    cases: 1_500,
    lease: 1_500,
    say: () => undefined,
  });
  expect(broken).toEqual([]);
  expect(figures.map(({ cases }) => cases)).toEqual([1_500, 1_500, 1_500, 1_500, 1_500]);
  await drop();
});
