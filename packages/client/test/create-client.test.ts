import { afterEach, describe, expect, it } from "vitest";
import { ApiError } from "../src/api-error.ts";
import { createClient } from "../src/create-client.ts";
import { type LocalAnswer, startLocalServer } from "./local-server.ts";

let server: Awaited<ReturnType<typeof startLocalServer>>;
afterEach(() => server.close());

async function clientAnswered(answer: LocalAnswer) {
  server = await startLocalServer(() => answer);
  return createClient({ baseUrl: server.baseUrl, token: "secret", language: "zh-CN" });
}

const PROBLEM = {
  type: "about:blank",
  title: "任务已完成",
  status: 409,
  code: "task.closed",
  detail: "任务已完成。",
  fix: "请刷新。",
};

describe("createClient", () => {
  it("sends by the route table, with token, language and idempotency key", async () => {
    const client = await clientAnswered({ status: 200, body: `{"instanceId":"i","status":"active"}` });
    await client.tasks.complete("a/b.1", { data: { x: "1" } }, { idempotencyKey: "k" });
    expect(server.received[0]).toMatchObject({
      method: "POST",
      url: "/api/v1/tasks/a%2Fb.1/complete",
      body: `{"data":{"x":"1"}}`,
    });
    expect(server.received[0]?.headers).toMatchObject({
      authorization: "Bearer secret",
      "accept-language": "zh-CN",
      "idempotency-key": "k",
      "content-type": "application/json",
    });
  });

  it("leaves absent filters out of the address", async () => {
    const client = await clientAnswered({ status: 200, body: `{"items":[],"next":null}` });
    await client.instances.list({ overdue: true, search: "张 & 李" });
    expect(new URL(server.received[0]?.url ?? "", "http://x").searchParams.toString()).toBe(
      new URLSearchParams({ overdue: "true", search: "张 & 李" }).toString(),
    );
  });

  it("locks a draft by the revision that was read, or by there being none", async () => {
    const client = await clientAnswered({ status: 200, body: "{}" });
    await client.drafts.save("f", { definition: {} }, "7");
    await client.drafts.save("f", { definition: {} }, null);
    expect(server.received.map(({ headers }) => [headers["if-match"], headers["if-none-match"]])).toEqual([
      ['"7"', undefined],
      [undefined, "*"],
    ]);
  });

  it("rejects with the problem of the server", async () => {
    const client = await clientAnswered({
      status: 409,
      body: JSON.stringify(PROBLEM),
      headers: { "retry-after": "3" },
    });
    const error = await client.tasks.claim("t").catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 409, retryAfter: 3, problem: PROBLEM });
  });

  it("says in the reader's language that an answer is not the server's", async () => {
    const client = await clientAnswered({ status: 200, body: "<html>Please sign in to this hotel</html>" });
    await expect(client.sessions.read()).rejects.toMatchObject({
      problem: { code: "client.unexpected-answer", title: "服务器返回了意外的内容" },
    });
  });

  it("says in the reader's language that the server cannot be reached", async () => {
    const client = await clientAnswered({ status: 200, body: "{}" });
    await server.close();
    await expect(client.tasks.counts()).rejects.toMatchObject({
      status: 0,
      problem: { code: "client.unreachable", title: "无法连接服务器" },
    });
    server = await startLocalServer(() => ({ status: 200, body: "" }));
  });

  it("uploads a file as a form, the case before the content", async () => {
    const client = await clientAnswered({ status: 201, body: `{"id":"f"}` });
    const file = new File(["hello"], "照片.txt", { type: "text/plain" });
    expect(await client.files.upload(file, { instanceId: "i" })).toEqual({ id: "f" });
    const body = server.received[0]?.body ?? "";
    expect(body.indexOf("instanceId")).toBeLessThan(body.indexOf("hello"));
    expect(body).toContain('filename="照片.txt"');
  });
});
