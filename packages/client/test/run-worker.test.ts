import { afterEach, expect, it } from "vitest";
import { createClient } from "../src/create-client.ts";
import { JobFailure, runWorker } from "../src/run-worker.ts";
import { startLocalServer } from "./local-server.ts";

let server: Awaited<ReturnType<typeof startLocalServer>>;
afterEach(() => server.close());

const JOB = { id: "i.3", lease: "L", leaseUntil: "2999-01-01T00:00:00Z", input: { amount: "5.00" } };

/** Serves one job, then none, and gives what the worker reported. */
async function reportOf(handler: Parameters<typeof runWorker>[1]["handler"]) {
  const stop = new AbortController();
  let given = false;
  server = await startLocalServer(({ url }) => {
    if (url !== "/api/v1/jobs/activate") {
      stop.abort();
      return { status: 204, body: "" };
    }
    const body = JSON.stringify(given ? [] : [JOB]);
    given = true;
    return { status: 200, body };
  });
  const client = createClient({ baseUrl: server.baseUrl, token: "t" });
  await runWorker(client, { type: "pay", worker: "w1", handler, signal: stop.signal });
  const report = server.received.find(({ url }) => url !== "/api/v1/jobs/activate");
  return { url: report?.url, body: JSON.parse(report?.body ?? "null") };
}

it("reports the result of a job with its lease", async () => {
  expect(await reportOf(async (job) => ({ paid: job.input.amount ?? null }))).toEqual({
    url: "/api/v1/jobs/i.3/complete",
    body: { lease: "L", result: { paid: "5.00" } },
  });
});

it("reports an exception as a failure worth another try", async () => {
  expect(
    await reportOf(async () => {
      throw new Error("shop closed");
    }),
  ).toEqual({
    url: "/api/v1/jobs/i.3/fail",
    body: { lease: "L", message: "shop closed", retry: true },
  });
});

it("reports a failure with a code for a boundary event, without another try", async () => {
  expect(
    await reportOf(async () => {
      throw new JobFailure("no such order", { code: "ORDER_UNKNOWN" });
    }),
  ).toEqual({
    url: "/api/v1/jobs/i.3/fail",
    body: { lease: "L", message: "no such order", retry: false, code: "ORDER_UNKNOWN" },
  });
});
