import type { LiveMessage } from "@flowright/client";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { WebSocket } from "ws";
import { BOOTSTRAP, openServer, RETURNS } from "./open-server.ts";

let server: Awaited<ReturnType<typeof openServer>>;
const sockets: WebSocket[] = [];
beforeAll(async () => {
  server = await openServer();
  await server.client().definitions.publish({ definition: RETURNS });
}, 60_000);
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.terminate();
});
afterAll(() => server.close());

/** A connection whose messages can be waited for. */
async function connect(headers: Record<string, string>, protocols: string[] = []) {
  const socket = new WebSocket(`${server.baseUrl.replace("http", "ws")}/api/v1/live`, protocols, { headers });
  sockets.push(socket);
  const messages: LiveMessage[] = [];
  let wake: () => void = () => undefined;
  socket.on("message", (data) => {
    messages.push(JSON.parse(String(data)));
    wake();
  });
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  await new Promise((resolve, reject) => {
    socket.on("open", resolve);
    socket.on("error", reject);
  });
  return {
    socket,
    closed,
    say: (message: object | string) =>
      socket.send(typeof message === "string" ? message : JSON.stringify(message)),
    next: async (wanted: (message: LiveMessage) => boolean = () => true): Promise<LiveMessage> => {
      for (;;) {
        const index = messages.findIndex(wanted);
        const [found] = index < 0 ? [] : messages.splice(index, 1);
        if (found) return found;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

async function wangConnected() {
  const wang = server.browser();
  await wang.sessions.signIn("east-wang", "wang password");
  return { wang, live: await connect({ cookie: wang.cookie(), origin: server.baseUrl }) };
}

async function startCase(): Promise<string> {
  const body = { definitionId: "returns", variables: { orderNo: "L" } };
  return (await server.client().instances.start(body)).id;
}

it("tells a person about a new task within two seconds, and after a loss what was missed", async () => {
  const { wang, live } = await wangConnected();
  live.say({ kind: "subscribe", topic: "tasks" });
  const subscribed = await live.next(({ kind }) => kind === "subscribed");
  const before = Date.now();
  const first = await startCase();
  const delta = await live.next(({ kind }) => kind === "delta");
  expect(Date.now() - before).toBeLessThan(2000);
  expect(delta).toMatchObject({
    topic: "tasks",
    changes: [
      { kind: "task.opened", instanceId: first, name: { en: "Check the return", "zh-CN": "审核退货" } },
    ],
  });
  live.socket.terminate();

  const second = await startCase();
  const again = await connect({ cookie: wang.cookie(), origin: server.baseUrl });
  again.say({ kind: "subscribe", topic: "tasks", since: "position" in delta ? delta.position : "" });
  expect(await again.next(({ kind }) => kind === "delta")).toMatchObject({
    changes: [{ instanceId: second }],
  });
  again.say({ kind: "subscribe", topic: "tasks", since: "0.0" });
  const answer = await again.next(({ kind }) => kind === "delta" || kind === "reset");
  expect(["delta", "reset"]).toContain(answer.kind);
  expect(subscribed.kind).toBe("subscribed");
});

it("refuses topics of others and answers nonsense, until it is too much", async () => {
  const { live } = await wangConnected();
  live.say({ kind: "subscribe", topic: "definition:returns" });
  expect(await live.next()).toMatchObject({
    kind: "error",
    topic: "definition:returns",
    code: "live.topic-refused",
    message: { "zh-CN": "您不能订阅 definition:returns。" },
  });
  for (const nonsense of ["{", "[]", '{"kind":"subscribe"}', '{"kind":"shout"}', '{"kind":"ping","x":1}']) {
    live.say(nonsense);
    expect(await live.next()).toMatchObject({ kind: "error", code: "live.malformed" });
  }
  live.socket.send(Buffer.from([1, 2, 3]));
  expect(await live.next()).toMatchObject({ code: "live.malformed" });
  live.say({ kind: "ping" });
  expect(await live.next()).toEqual({ kind: "pong" });
  for (let index = 0; index < 20; index++) live.say("x");
  expect(await live.closed).toBe(1008);
});

it("closes on a message that is too large", async () => {
  const { live } = await wangConnected();
  live.say(JSON.stringify({ kind: "subscribe", topic: "x".repeat(20_000) }));
  expect(await live.closed).toBe(1009);
});

it("closes when the session ends, at once", async () => {
  const { wang, live } = await wangConnected();
  const other = await wangConnected();
  await wang.sessions.signOut();
  expect(await live.closed).toBe(4401);
  expect(other.live.socket.readyState).toBe(WebSocket.OPEN);
  await server.client().people.resetPassword("east-wang");
  expect(await other.live.closed).toBe(4401);
});

it("opens for a tab's own session and for a token, and for nobody else", async () => {
  const { secret } = await server.browser().sessions.enterInTab("west-wang");
  const tab = await connect({}, ["flowright", `session.${secret}`]);
  expect(tab.socket.protocol).toBe("flowright");
  const program = await connect({ authorization: `Bearer ${BOOTSTRAP}` });
  program.say({ kind: "subscribe", topic: "definition:returns" });
  expect((await program.next()).kind).toBe("subscribed");
  await expect(connect({})).rejects.toThrow("401");
  const zhao = server.browser();
  await zhao.sessions.signIn("east-zhao", "zhao password");
  await expect(connect({ cookie: zhao.cookie(), origin: "https://evil.example" })).rejects.toThrow("403");
  const plain = await fetch(`${server.baseUrl}/api/v1/live`, {
    headers: { authorization: `Bearer ${BOOTSTRAP}` },
  });
  expect([plain.status, (await plain.json()).code]).toEqual([426, "route.upgrade"]);
});
