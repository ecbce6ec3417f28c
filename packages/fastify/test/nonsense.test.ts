import { type ApiOperation, apiRoutes } from "@flowright/client";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BOOTSTRAP, openServer, RETURNS } from "./open-server.ts";

let server: Awaited<ReturnType<typeof openServer>>;
let task = "";
beforeAll(async () => {
  server = await openServer();
  const admin = server.client();
  await admin.definitions.publish({ definition: RETURNS });
  const started = await admin.instances.start({ definitionId: "returns", variables: { orderNo: "N" } });
  const { items } = await admin.tasks.list({ box: "all", instanceId: started.id });
  task = items[0]?.id ?? "";
}, 60_000);
afterAll(() => server.close());

const operations = (Object.keys(apiRoutes) as ApiOperation[]).filter(
  // A long poll waits on purpose; signing out and the socket have tests of their own.
  (operation) => !["jobs.activate", "session.signOut", "live.open"].includes(operation),
);

const part = fc.oneof(
  fc.constantFrom(
    "returns",
    "1",
    "latest",
    "x.1",
    "01900000-0000-7000-8000-000000000000",
    "east-wang",
    "admin",
  ),
  fc.constantFrom("%", "..", "a b", "退货", "'; drop table task --", "99999999999999999999", "x".repeat(300)),
  fc.string({ minLength: 1, maxLength: 10 }),
);

const member = fc.constantFrom(
  ...[
    "definition",
    "definitionId",
    "version",
    "variables",
    "businessKey",
    "instances",
    "data",
    "outcome",
    "comment",
  ],
  ...[
    "checked",
    "reason",
    "to",
    "text",
    "name",
    "key",
    "id",
    "ttl",
    "lease",
    "result",
    "message",
    "user",
    "roles",
  ],
  ...[
    "password",
    "permissions",
    "address",
    "secret",
    "operations",
    "input",
    "operation",
    "workspace",
    "language",
  ],
);

const body = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.dictionary(
    member,
    fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom("returns", "1e400", "P1D", "-P1D")),
    {
      maxKeys: 6,
    },
  ),
);

const PLACEHOLDER = /\{\w+\}/;

it("never answers 500, whatever is sent where, and every refusal is a problem in both languages", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...operations),
      fc.array(part, { minLength: 2, maxLength: 2 }),
      fc.boolean(),
      body,
      fc.dictionary(fc.constantFrom("cursor", "limit", "box", "status", "search", "version"), part, {
        maxKeys: 2,
      }),
      async (operation, parts, realTask, sent, query) => {
        const { method, path } = apiRoutes[operation];
        let index = 0;
        const url = path.replace(/\{\w+\}/g, () =>
          realTask && operation.startsWith("tasks.")
            ? task
            : encodeURIComponent((parts[index++] ?? "x").toWellFormed()),
        );
        const response = await server.app.inject({
          method,
          url: `/api/v1${url}?${new URLSearchParams(query)}`,
          headers: {
            authorization: `Bearer ${BOOTSTRAP}`,
            ...(method === "GET" ? {} : { "content-type": "application/json" }),
          },
          ...(method === "GET" ? {} : { body: JSON.stringify(sent) ?? "" }),
        });
        const told = `${method} ${url} ${JSON.stringify(sent)} → ${response.body}`;
        expect(response.statusCode, told).not.toBe(500);
        if (response.statusCode < 400 || response.statusCode === 503) return;
        const problem = response.json();
        expect(problem, told).toMatchObject({ status: response.statusCode, code: expect.any(String) });
        // What was sent may itself look like a place that was not filled in, and is quoted.
        const quoted = `${parts.join(" ")} ${JSON.stringify(sent)} ${JSON.stringify(query)}`;
        if (!PLACEHOLDER.test(quoted)) expect(problem.detail, told).not.toMatch(PLACEHOLDER);
        for (const { message, fix } of problem.problems ?? []) {
          for (const text of [message.en, message["zh-CN"], fix.en, fix["zh-CN"]])
            expect(text, told).toBeTruthy();
        }
      },
    ),
    { numRuns: 600 },
  );
}, 120_000);
