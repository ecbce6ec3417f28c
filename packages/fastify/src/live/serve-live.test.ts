import { EventEmitter } from "node:events";
import type { LiveChange, LiveMessage } from "@flowright/client";
import type { Caller, LiveService } from "@flowright/runtime";
import Fastify from "fastify";
import { expect, it, vi } from "vitest";
import type { WebSocket } from "ws";
import { serveLive } from "./serve-live.ts";

/** The server's end of a connection, with what was sent over it. */
class Connection extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  readonly sent: LiveMessage[] = [];
  readonly closed: number[] = [];
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  close(code: number) {
    this.closed.push(code);
    this.readyState = 2;
  }
}

const worker: Caller = { tenant: "t", user: "wang", roles: ["cs"], permissions: new Set() };
const change: LiveChange = { kind: "task.closed", task: "x", instanceId: "i" };

function open(changes: LiveService["changes"], renew: () => Promise<Caller | null> = async () => worker) {
  const connection = new Connection();
  let wake: (tenants: ReadonlySet<string>) => void = () => undefined;
  const stopped = vi.fn();
  const live: LiveService = {
    position: () => "1.0",
    changes,
    allowed: async () => true,
    onWake: (listener) => {
      wake = listener;
      return stopped;
    },
    onSessionEnd: () => stopped,
  };
  const { log } = Fastify();
  serveLive(connection as unknown as WebSocket, { live, caller: worker, renew, log });
  const say = async (message: object) => {
    connection.emit("message", Buffer.from(JSON.stringify(message)), false);
    await settle();
  };
  const ring = async (tenant = "t") => {
    wake(new Set([tenant]));
    await settle();
  };
  return { connection, say, ring, stopped };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

it("closes on a sender that asks faster than it is answered", async () => {
  const { connection } = open(async () => ({ position: "2.0", changes: [], more: false }));
  const message = Buffer.from(JSON.stringify({ kind: "subscribe", topic: "tasks", since: "1.0" }));
  for (let count = 0; count < 200; count++) connection.emit("message", message, false);
  expect(connection.closed).toEqual([]);
  for (let count = 0; count < 5_000; count++) connection.emit("message", message, false);
  expect(connection.closed).toEqual([1008]);
  await settle();
});

it("closes on a reader that does not read, instead of keeping everything for it", async () => {
  const { connection, say, ring } = open(async () => ({ position: "2.0", changes: [change], more: false }));
  await say({ kind: "subscribe", topic: "tasks" });
  connection.bufferedAmount = 2 * 1024 * 1024;
  await ring();
  expect([connection.sent.at(-1)?.kind, connection.closed]).toEqual(["subscribed", [1013]]);
});

it("goes on from where it was, comes back for the rest of a long list, and ignores other workspaces", async () => {
  const asked: string[] = [];
  const chunks = [Array<LiveChange>(500).fill(change), [change], []];
  const { connection, say, ring } = open(async (_caller, _topic, since) => {
    asked.push(since);
    const changes = chunks[asked.length - 1] ?? [];
    return { position: `${asked.length + 1}.0`, changes, more: asked.length === 1 };
  });
  await say({ kind: "subscribe", topic: "tasks" });
  await ring("another");
  expect(asked).toEqual([]);
  await ring();
  await ring();
  expect(asked).toEqual(["1.0", "2.0", "3.0"]);
  expect(
    connection.sent.map((message) => (message.kind === "delta" ? message.changes.length : message.kind)),
  ).toEqual(["subscribed", 500, 1]);
});

it("reads roles anew before it tells something, and ends with the session", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  try {
    const seen: (readonly string[])[] = [];
    let now: Caller | null = { ...worker, roles: [] };
    const { connection, say, ring } = open(
      async ({ roles }) => {
        seen.push(roles);
        return { position: "2.0", changes: [], more: false };
      },
      async () => now,
    );
    await say({ kind: "subscribe", topic: "tasks" });
    await ring();
    vi.setSystemTime(Date.now() + 3_000);
    await ring();
    expect(seen).toEqual([["cs"], []]);
    now = null;
    vi.setSystemTime(Date.now() + 3_000);
    await ring();
    expect([seen.length, connection.closed]).toEqual([2, [4401]]);
  } finally {
    vi.useRealTimers();
  }
});

it("closes with a failure of ours and leaves nothing behind", async () => {
  const { connection, say, ring, stopped } = open(async () => {
    throw new Error("database gone");
  });
  await say({ kind: "subscribe", topic: "tasks" });
  await ring();
  expect(connection.closed).toEqual([1011]);
  connection.emit("close");
  expect(stopped).toHaveBeenCalledTimes(2);
});

it("takes a hundred topics and no more", async () => {
  const { connection, say } = open(async () => ({ position: "1.0", changes: [], more: false }));
  for (let index = 0; index <= 100; index++)
    connection.emit(
      "message",
      Buffer.from(JSON.stringify({ kind: "subscribe", topic: `instance:${index}` })),
      false,
    );
  await say({ kind: "ping" });
  expect(connection.sent.filter(({ kind }) => kind === "subscribed")).toHaveLength(100);
  expect(connection.sent.at(-2)).toMatchObject({
    kind: "error",
    code: "live.too-many-topics",
    topic: "instance:100",
  });
});
