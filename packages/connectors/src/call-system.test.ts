import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { System } from "@flowright/client";
import { afterEach, describe, expect, test } from "vitest";
import { callSystem } from "./call-system.ts";
import { forbiddenAddress } from "./guarded-agent.ts";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<System> {
  const listening = createServer(listener);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const { port } = listening.address() as AddressInfo;
  return systemAt(`http://127.0.0.1:${port}/base/`);
}

function systemAt(address: string): System {
  return {
    id: "shop",
    name: "Shop",
    address,
    secretHeader: "Authorization",
    hasSecret: true,
    operations: [
      {
        id: "refund",
        name: "Refund",
        method: "POST",
        path: "/orders/{orderNo}/refunds",
        parameters: [
          { name: "orderNo", in: "path", required: true },
          { name: "amount", in: "body", required: true },
          { name: "dry", in: "query" },
        ],
        results: [],
      },
    ],
  };
}

const call = (system: System, input: Record<string, string>) =>
  callSystem({ system, secret: "s3cret", operation: "refund", input, idempotencyKey: "i:1", timeout: 500 });

describe("callSystem", () => {
  test("fills path, query and body, sends the key and the secret, and hides the secret in the record", async () => {
    const seen: Record<string, unknown> = {};
    const system = await serve(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      Object.assign(seen, { url: request.url, body, headers: request.headers });
      response.end('{"refundNo":"RF1","echo":"s3cret"}');
    });
    const answer = await call(system, { orderNo: "a/../b", amount: "9.90", dry: "1" });
    expect(answer.result).toEqual({ refundNo: "RF1", echo: "•••" });
    expect(seen.url).toBe("/base/orders/a%2F..%2Fb/refunds?dry=1");
    expect(seen.body).toBe('{"amount":"9.90"}');
    expect(seen.headers).toMatchObject({ "idempotency-key": "i:1", authorization: "Bearer s3cret" });
    expect(JSON.stringify(answer.record)).not.toContain("s3cret");
  });

  test("hides the secret wherever the system sends it back", async () => {
    const secret = 'k"e\\y';
    const system = await serve((_, response) => {
      response.writeHead(401, { "x-echo": `got ${secret}`, "x-list": [secret, "b"] });
      response.end(JSON.stringify({ message: `wrong key ${secret}` }));
    });
    const input = { orderNo: "1", amount: "1" };
    const answer = await callSystem({
      system,
      secret,
      operation: "refund",
      input,
      idempotencyKey: "i:1",
      timeout: 500,
    });
    expect(answer.record.response?.headers).toMatchObject({ "x-echo": "got •••", "x-list": "•••, b" });
    expect(answer.record.response?.body).toBe('{"message":"wrong key •••"}');
    expect(answer.record.error?.message.en).toContain("wrong key •••");
  });

  test("is not made without the secret that it needs", async () => {
    let asked = false;
    const system = await serve((_, response) => {
      asked = true;
      response.end("{}");
    });
    const input = { orderNo: "1", amount: "1" };
    const rest = { operation: "refund", input, idempotencyKey: "i:1", timeout: 500 };
    const answer = await callSystem({ system, secret: null, ...rest });
    expect(answer).toMatchObject({ retry: false, record: { error: { code: "call.secret-unreadable" } } });
    expect(asked).toBe(false);
  });

  test("half a character in a path parameter is no crash", async () => {
    const answer = await call(systemAt("http://127.0.0.1:1"), { orderNo: "\ud83d", amount: "1" });
    expect(answer.record.error?.code).toBe("call.no-answer");
  });

  test("a path parameter cannot climb", async () => {
    const answer = await call(systemAt("http://127.0.0.1:1"), { orderNo: "..", amount: "1" });
    expect(answer.record.error?.code).toBe("call.parameter-missing");
  });

  test("a 500 may be retried and names no error code", async () => {
    const system = await serve((_, response) => response.writeHead(500).end('{"code":"x","message":"down"}'));
    const answer = await call(system, { orderNo: "1", amount: "1" });
    expect(answer).toMatchObject({
      retry: true,
      errorCode: null,
      record: { error: { code: "call.failed" } },
    });
    expect(answer.record.error?.message["zh-CN"]).toBe("Shop返回 500：down");
  });

  test("a 422 carries the system's own code and is not retried", async () => {
    const system = await serve((_, response) => response.writeHead(422).end('{"code":"order.unknown"}'));
    expect(await call(system, { orderNo: "1", amount: "1" })).toMatchObject({
      retry: false,
      errorCode: "order.unknown",
    });
  });

  test("a redirect is not followed", async () => {
    const system = await serve((_, response) =>
      response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
    );
    expect((await call(system, { orderNo: "1", amount: "1" })).record.error?.code).toBe("call.redirected");
  });

  test("silence ends at the timeout and may be retried", async () => {
    const system = await serve(() => undefined);
    expect(await call(system, { orderNo: "1", amount: "1" })).toMatchObject({
      retry: true,
      record: { error: { code: "call.timeout" } },
    });
  });

  test("a closed port is no answer", async () => {
    const answer = await call(systemAt("http://127.0.0.1:1"), { orderNo: "1", amount: "1" });
    expect(answer).toMatchObject({ retry: true, record: { error: { code: "call.no-answer" } } });
  });

  test("unknown and missing parameters are named", async () => {
    const system = systemAt("http://127.0.0.1:1");
    expect((await call(system, { orderNo: "1", amount: "1", x: "1" })).record.error?.message.en).toContain(
      "“x”",
    );
    expect((await call(system, { orderNo: "1" })).record.error?.message.en).toContain("“amount”");
  });

  test.each([
    "169.254.169.254",
    "::ffff:169.254.169.254",
    "fe80::1",
    "0.0.0.0",
    "224.0.0.1",
    "not an address",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::a9fe:a9fe",
    "2002:a9fe:a9fe::1",
    "::169.254.169.254",
    "::ffff:0:169.254.169.254",
    "2001:0:1:2:3:4:5601:5601",
    "fd00:ec2::254",
    "100.100.100.200",
  ])("%s is never called", (address) => expect(forbiddenAddress(address)).toBe(true));
  test.each(["127.0.0.1", "10.0.0.8", "192.168.1.4", "8.8.8.8", "::1", "fd12::1", "2606:4700::1111"])(
    "%s may be called",
    (address) => expect(forbiddenAddress(address)).toBe(false),
  );

  test("a link-local address is refused before connecting", async () => {
    const answer = await call(systemAt("http://169.254.169.254"), { orderNo: "1", amount: "1" });
    expect(answer).toMatchObject({ retry: false, record: { error: { code: "call.address-forbidden" } } });
  });
});
