import type { Permission } from "@flowright/client";
import type { Caller, Runtime } from "@flowright/runtime";
import Fastify, { type FastifyInstance, type InjectOptions } from "fastify";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { flowright } from "../src/flowright.ts";
import { frameworkErrors } from "../src/problem/framework-errors.ts";
import { stubObservation } from "./stub-observation.ts";

/** What is refused before any service sees it; a service that is reached after all throws. */
let app: FastifyInstance;
let failure: unknown;

const permissions = new Set<Permission>(["task.work", "definition.write", "people.write", "instance.start"]);
const caller: Caller = { tenant: "t", user: "token:test", roles: [], permissions };

beforeEach(async () => {
  app = Fastify({ frameworkErrors });
  failure = new Error("a service was reached");
  const unreachable = new Proxy({}, { get: () => () => Promise.reject(failure) });
  const runtime = {
    sessions: {
      tokenCaller: async (token: string) => (token === "good" ? caller : null),
      caller: async () => null,
    },
    observation: stubObservation,
    tasks: unreachable,
    drafts: unreachable,
    people: unreachable,
    instances: unreachable,
  } as unknown as Runtime;
  await app.register(flowright, { runtime, oneClickEntry: true });
});
afterEach(() => app.close());

async function ask(options: InjectOptions & { url: string }) {
  const response = await app.inject({
    ...options,
    url: `/api/v1${options.url}`,
    headers: { authorization: "Bearer good", ...options.headers },
  });
  return { status: response.statusCode, headers: response.headers, problem: response.json() };
}

function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  return ask({
    method: "POST",
    url,
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

it.each(["57014", "55P03", "40P01", "40001", "08006"])(
  "a database that answers %s is asked again later",
  async (code) => {
    failure = Object.assign(new Error("canceling statement due to statement timeout"), { code });
    const { status, headers, problem } = await ask({ method: "GET", url: "/tasks" });
    expect([status, problem.code, headers["retry-after"]]).toEqual([503, "server.unavailable", "2"]);
  },
);

it("a sender who breaks off is no sign of a database that is away", async () => {
  failure = Object.assign(new Error("aborted"), { code: "ECONNRESET", statusCode: 400 });
  const { status, problem } = await ask({ method: "GET", url: "/tasks" });
  expect([status, problem.code]).toEqual([400, "request.malformed"]);
});

describe("every refusal is an RFC 9457 problem", () => {
  it("in the reader's language, with both languages in the single problems", async () => {
    const { status, headers, problem } = await post(
      "/tasks/x.1/return",
      {},
      { "accept-language": "fr, zh-TW;q=0.9, en;q=0.5" },
    );
    expect([status, headers["content-type"], headers["content-language"]]).toEqual([
      422,
      "application/problem+json; charset=utf-8",
      "zh-CN",
    ]);
    expect(problem).toMatchObject({
      type: "urn:flowright:problem:request.invalid",
      status: 422,
      code: "request.invalid",
      detail: "请求不符合要求：共 1 处问题。",
      problems: [
        {
          code: "input.missing",
          path: "/reason",
          params: { name: "reason" },
          message: { en: "reason is missing.", "zh-CN": "缺少 reason。" },
        },
      ],
    });
  });

  it("for malformed JSON, with line and column", async () => {
    const { status, problem } = await post("/tasks/x.1/complete", '{\n  "data": {,}\n}');
    expect([status, problem.code, problem.params.line, problem.params.column]).toEqual([
      400,
      "request.malformed-json",
      2,
      12,
    ]);
    expect(problem.problems[0].at).toEqual({ line: 2, column: 12 });
  });

  it("for what is not there, and for methods that a path does not take", async () => {
    const nothing = await ask({ url: "/nothing/here" });
    expect([nothing.status, nothing.problem.code]).toEqual([404, "route.unknown"]);
    const method = await ask({ method: "DELETE", url: "/tasks/x.1" });
    expect([method.status, method.problem.code, method.headers.allow]).toEqual([405, "route.method", "GET"]);
    const posted = await app.inject({ method: "POST", url: "/api/v1/nothing", body: "x" });
    expect(posted.statusCode).toBe(404);
  });

  it("for addresses that no id fits, and that cannot be decoded", async () => {
    const long = await ask({ url: `/tasks/${"x".repeat(300)}` });
    expect([long.status, long.problem.code]).toEqual([404, "route.unknown"]);
    const version = await app.inject("/api/v2/tasks");
    expect([version.statusCode, version.json().code]).toEqual([404, "route.unknown"]);
    const broken = await app.inject("/api/v1/tasks/%E0%A4%A");
    expect([broken.statusCode, broken.json().code]).toEqual([400, "request.malformed"]);
  });

  it("for content of another type and for too much of it", async () => {
    const xml = await ask({
      method: "POST",
      url: "/people",
      headers: { "content-type": "text/xml" },
      body: "<x/>",
    });
    expect([xml.status, xml.problem.code]).toEqual([415, "request.media-type"]);
    const large = await post("/people", { user: "x".repeat(1024 * 1024), name: "X", roles: [] });
    expect([large.status, large.problem.code, large.problem.params]).toEqual([
      413,
      "request.too-large",
      { limit: 1 },
    ]);
    const form = await post("/files", "{}");
    expect([form.status, form.problem.code]).toEqual([415, "request.media-type"]);
  });

  it.each([
    ["\\u0000", "json.null-character"],
    ["\\ud800", "json.lone-surrogate"],
  ])("for %s, which PostgreSQL cannot keep", async (written, code) => {
    const { status, problem } = await post("/tasks/x.1/complete", `{"data":{"a":["x${written}y"]}}`);
    expect([status, problem.code, problem.problems[0].path]).toEqual([422, code, "/data/a/0"]);
  });

  it.each(['{"data":{"__proto__":{"x":1}}}', '{"data":{"\\u005f_proto__":{"x":1}}}'])(
    "for a name that would become a prototype: %s",
    async (body) => {
      const { status, problem } = await post("/tasks/x.1/complete", body);
      expect([status, problem.code]).toEqual([422, "request.forbidden-key"]);
    },
  );

  it("for nesting that would exhaust the stack", async () => {
    const { status, problem } = await post(
      "/tasks/x.1/complete",
      `{"data":{"a":${"[".repeat(90_000)}${"]".repeat(90_000)}}}`,
    );
    expect([status, problem.code]).toEqual([422, "json.too-deep"]);
  });

  it("for a missing body and for a body that is no object", async () => {
    expect((await ask({ method: "POST", url: "/people" })).problem.code).toBe("request.body-missing");
    expect((await post("/people", "")).problem.code).toBe("request.body-missing");
    // Everything in this body is optional, so the request gets as far as the service.
    expect((await ask({ method: "POST", url: "/tasks/x.1/approve" })).problem.code).toBe("server.failed");
    const list = await post("/people", []);
    expect(list.problem.problems[0]).toMatchObject({
      code: "input.type",
      path: "",
      params: { expected: "object" },
    });
  });

  it("naming each place that does not fit once", async () => {
    const { problem } = await post("/people", { user: "Größe!", name: "", roles: [1], colour: "red" });
    expect(
      problem.problems.map(({ code, path }: { code: string; path: string }) => [path, code]).sort(),
    ).toEqual([
      ["/colour", "input.unknown"],
      ["/name", "input.too-short"],
      ["/roles/0", "input.type"],
      ["/user", "input.pattern"],
    ]);
    const role = await post("/roles", { id: "x", name: { fr: "x" }, permissions: ["fly"] });
    expect(role.problem.problems.map(({ path }: { path: string }) => path)).toEqual([
      "/name",
      "/permissions/0",
    ]);
  });

  it("for parameters in the address", async () => {
    const { status, problem } = await ask({ url: "/tasks?box=theirs&limit=900&cursor=e30&colour=red" });
    expect([status, problem.code]).toEqual([400, "query.cursor"]);
    const rest = await ask({ url: "/tasks?box=theirs&limit=900&colour=red&search=a&search=b" });
    expect(rest.problem.problems.map(({ path }: { path: string }) => path).sort()).toEqual([
      "/box",
      "/colour",
      "/limit",
      "/search",
    ]);
    const empty = await ask({ url: "/tasks?search=%00" });
    expect([empty.status, empty.problem.problems[0].code]).toEqual([400, "json.null-character"]);
    expect((await ask({ url: "/tasks/%00" })).status).toBe(404);
  });

  it("for an idempotency key that is none", async () => {
    for (const key of ["", "a b", "x".repeat(201)]) {
      const { status, problem } = await post("/tasks/x.1/claim", "", { "idempotency-key": key });
      expect([status, problem.code]).toEqual([400, "idempotency.key-malformed"]);
    }
  });

  it("where the database is gone, 503 with Retry-After; where we failed, 500 without the reason", async () => {
    failure = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    const gone = await ask({ url: "/tasks" });
    expect([gone.status, gone.problem.code, gone.headers["retry-after"]]).toEqual([
      503,
      "server.unavailable",
      "2",
    ]);
    failure = new Error("secret detail");
    const failed = await ask({ url: "/tasks" });
    expect([failed.status, failed.problem.code]).toEqual([500, "server.failed"]);
    expect(JSON.stringify(failed.problem)).not.toContain("secret");
  });
});

describe("who may", () => {
  it("is asked first: nobody 401, an unknown token 401, a missing permission 403 with its name", async () => {
    const nobody = await app.inject("/api/v1/tasks");
    expect([nobody.statusCode, nobody.json().code]).toEqual([401, "session.none"]);
    const unknown = await ask({ url: "/tasks", headers: { authorization: "Bearer bad" } });
    expect([unknown.status, unknown.problem.code]).toEqual([401, "session.token-refused"]);
    const missing = await ask({ method: "POST", url: "/messages", body: "not even json" });
    expect([missing.status, missing.problem.code, missing.problem.params]).toEqual([
      403,
      "permission.missing",
      { permission: "message.send" },
    ]);
  });

  it("is nobody from a page of another site", async () => {
    const foreign = (headers: Record<string, string>) =>
      app.inject({
        method: "POST",
        url: "/api/v1/session",
        headers: { host: "flows.example", "content-type": "application/json", ...headers },
        body: "{}",
      });
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: "https://flows.example.evil.example" },
      { "sec-fetch-site": "cross-site" },
    ] as Record<string, string>[]) {
      expect((await foreign(headers)).json().code).toBe("origin.foreign");
    }
    for (const headers of [{ origin: "https://flows.example" }, {}] as Record<string, string>[]) {
      expect((await foreign(headers)).json().code).toBe("request.invalid");
    }
  });

  it("enters with one click only from this very machine, by its own name and through no proxy", async () => {
    const enter = (headers: Record<string, string>, remoteAddress = "127.0.0.1") =>
      app.inject({ url: "/api/v1/entry", headers: { host: "localhost:3000", ...headers }, remoteAddress });
    const oneClick = async (...request: Parameters<typeof enter>) => (await enter(...request)).statusCode;
    // Allowed requests reach the service, which fails in this test.
    expect(await oneClick({})).toBe(500);
    expect(await oneClick({ host: "[::1]:3000" }, "::1")).toBe(500);
    expect(await oneClick({ host: "127.0.0.1" }, "::ffff:127.0.0.1")).toBe(500);
    for (const request of [
      [{ host: "rebound.example" }],
      [{ host: "localhost.evil.example:3000" }],
      [{ "x-forwarded-for": "192.0.2.1" }],
      [{ forwarded: "for=192.0.2.1" }],
      [{}, "192.0.2.1"],
    ] as Parameters<typeof enter>[]) {
      expect((await enter(...request)).json()).toEqual({ oneClick: false, people: [], ownWorkspace: false });
      const post = await app.inject({
        method: "POST",
        url: "/api/v1/enter",
        headers: { host: "localhost:3000", ...request[0] },
        remoteAddress: request[1] ?? "127.0.0.1",
        payload: { user: "lin" },
      });
      expect([post.statusCode, post.json().code]).toEqual([403, "entry.closed"]);
    }
  });
});

it("slows down an address that asks too often, and says until when", async () => {
  const tight = Fastify();
  await tight.register(flowright, {
    runtime: { observation: stubObservation } as Runtime,
    requestsPerMinute: 3,
  });
  for (let request = 1; request <= 3; request++) await tight.inject("/health/live");
  const response = await tight.inject("/health/live");
  expect([response.statusCode, response.json().code]).toEqual([429, "request.too-many"]);
  expect(Number(response.headers["retry-after"])).toBeGreaterThan(0);
  await tight.close();
});
