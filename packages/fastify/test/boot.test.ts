import { apiRoutes } from "@flowright/client";
import type { Runtime } from "@flowright/runtime";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, expect, it } from "vitest";
import { declaredRoutes, flowright } from "../src/flowright.ts";
import { requirePermissions } from "../src/route/boot-rule.ts";
import { stubObservation } from "./stub-observation.ts";

/** No request of these tests reaches a service. */
const runtime = {
  ready: async () => ({ ok: false, reason: "not migrated" }),
  observation: stubObservation,
} as unknown as Runtime;
let app: FastifyInstance;
afterEach(() => app.close());

async function boot(options: { prefix?: string; metricsToken?: string } = {}) {
  app = Fastify();
  const registered: { method: string; url: string; permission: unknown }[] = [];
  app.addHook("onRoute", ({ method, url, config }) => {
    for (const one of [method].flat()) registered.push({ method: one, url, permission: config?.permission });
  });
  await app.register(flowright, { runtime, ...options });
  await app.ready();
  return registered;
}

it("does not boot with a route that does not declare its permission", async () => {
  app = Fastify();
  app.register(async (scope) => {
    requirePermissions(scope);
    scope.get("/open", async () => "anybody");
  });
  await expect(app.ready()).rejects.toThrow("GET /open does not declare its permission");
});

it("boots with a permission on every route", async () => {
  const registered = await boot();
  expect(registered.length).toBeGreaterThan(60);
  expect(registered.filter(({ permission }) => permission === undefined)).toEqual([]);
});

it("registers exactly the operations of the client's route table, and documents exactly these", async () => {
  const registered = await boot();
  const served = registered
    .filter(({ method, url }) => url.startsWith("/api/v1/") && !url.includes("*") && method !== "HEAD")
    .map(({ method, url }) => `${method} ${url.slice("/api/v1".length).replace(/:(\w+)/g, "{$1}")}`)
    .sort();
  const table = Object.values(apiRoutes).map(({ method, path }) => `${method} ${path}`);
  expect(served).toEqual([...table].sort());

  const { paths } = (await app.inject("/api/openapi.json")).json();
  const documented = Object.entries(
    paths as { [path: string]: { [method: string]: { operationId: string } } },
  )
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => [
        operationId,
        `${method.toUpperCase()} ${path}`,
      ]),
    )
    .sort();
  expect(documented).toEqual(
    Object.entries(apiRoutes)
      .map(([operation, { method, path }]) => [operation, `${method} ${path}`])
      .sort(),
  );
  expect(declaredRoutes.map(({ operation }) => operation).sort()).toEqual(Object.keys(apiRoutes).sort());
});

it("documents only schemas that exist, and an idempotency key on every POST", async () => {
  await boot();
  const document = (await app.inject("/api/openapi.json")).json();
  const text = JSON.stringify(document);
  for (const [, name = ""] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    expect(Object.keys(document.components.schemas), name).toContain(name);
  }
  expect(text).not.toContain("#/definitions/");
  for (const methods of Object.values(
    document.paths as { [path: string]: { post?: { parameters: { name: string }[] } } },
  )) {
    if (methods.post) expect(methods.post.parameters.map(({ name }) => name)).toContain("Idempotency-Key");
  }
});

it("keeps to itself inside somebody's server, below a prefix", async () => {
  app = Fastify();
  app.get("/mine", async () => ({ mine: true }));
  app.post("/mine", async ({ body }) => body);
  await app.register(flowright, { runtime, prefix: "/flows" });
  const mine = await app.inject("/mine");
  expect(mine.json()).toEqual({ mine: true });
  expect(mine.headers["content-security-policy"]).toBeUndefined();
  expect(mine.headers["x-ratelimit-limit"]).toBeUndefined();
  const broken = await app.inject({
    method: "POST",
    url: "/mine",
    headers: { "content-type": "application/json" },
    body: "{",
  });
  expect(broken.json()).toMatchObject({ code: "FST_ERR_CTP_INVALID_JSON_BODY" });
  expect((await app.inject("/elsewhere")).json()).toMatchObject({ error: "Not Found" });
  expect((await app.inject("/flows/api/v1/nothing")).json()).toMatchObject({ code: "route.unknown" });
  expect((await app.inject("/flows/api/openapi.json")).json().servers).toEqual([{ url: "/flows/api/v1" }]);
});

it("says why it is not ready", async () => {
  await boot();
  expect((await app.inject("/health/live")).statusCode).toBe(200);
  const ready = await app.inject("/health/ready");
  expect([ready.statusCode, ready.json(), ready.headers["retry-after"]]).toEqual([
    503,
    {
      status: "not ready",
      reason: "not migrated",
      alarms: [{ code: "clock.skew", since: "2026-01-02T03:04:05.000Z" }],
    },
    "2",
  ]);
});

it("gives the metrics to programs on this machine alone, or to whoever has the token", async () => {
  await boot();
  const own = await app.inject("/metrics");
  expect([own.statusCode, own.body, own.headers["content-type"]]).toEqual([
    200,
    "flowright_turns_total 7\n",
    "text/plain; version=0.0.4; charset=utf-8",
  ]);
  const status = async (headers: { [name: string]: string }, remoteAddress = "127.0.0.1") =>
    (await app.inject({ url: "/metrics", headers, remoteAddress })).statusCode;
  expect(await status({}, "10.0.0.7")).toBe(403);
  for (const header of ["x-forwarded-for", "forwarded", "via"])
    expect(await status({ [header]: "127.0.0.1" })).toBe(403);
  await app.close();
  await boot({ metricsToken: "a-token-of-the-monitoring" });
  expect(await status({})).toBe(403);
  expect(await status({ authorization: "Bearer a-token-of-the-monitorinG" })).toBe(403);
  expect(await status({ authorization: "Bearer a-token-of-the-monitoring" }, "10.0.0.7")).toBe(200);
});
