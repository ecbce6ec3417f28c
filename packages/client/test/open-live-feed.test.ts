import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { LiveMessage } from "../src/api/live.ts";
import { openLiveFeed } from "../src/open-live-feed.ts";

/** A socket whose other end is the test. */
class TestSocket {
  static readonly OPEN = 1;
  static all: TestSocket[] = [];
  readyState = 0;
  readonly sent: unknown[] = [];
  readonly url: string;
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onclose?: (event: { code: number }) => void;

  constructor(url: string) {
    this.url = url;
    TestSocket.all.push(this);
  }

  send(text: string) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.drop(1000);
  }

  accept() {
    this.readyState = 1;
    this.onopen?.();
  }

  tell(message: LiveMessage) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  drop(code: number) {
    this.readyState = 3;
    this.onclose?.({ code });
  }
}

const told: unknown[] = [];

function open() {
  return openLiveFeed({
    url: "https://shop.example/api/v1/live",
    onChange: (topic, changes) => told.push(["change", topic, changes.length]),
    onReset: (topic) => told.push(["reset", topic]),
    onState: (state) => told.push(state),
    WebSocket: TestSocket as unknown as typeof WebSocket,
  });
}

function socket(index: number): TestSocket {
  const found = TestSocket.all[index];
  if (!found) throw new Error(`no socket ${index}`);
  return found;
}

beforeEach(() => {
  vi.useFakeTimers();
  TestSocket.all = [];
  told.length = 0;
});
afterEach(() => vi.useRealTimers());

it("asks again from its position after a lost connection and reads nothing twice", () => {
  const feed = open();
  feed.subscribe("tasks");
  socket(0).accept();
  expect(socket(0).url).toBe("wss://shop.example/api/v1/live");
  expect(socket(0).sent).toEqual([{ kind: "subscribe", topic: "tasks" }]);
  socket(0).tell({ kind: "subscribed", topic: "tasks", position: "1.1" });
  const change = { kind: "task.closed", task: "t", instanceId: "i" } as const;
  socket(0).tell({ kind: "delta", topic: "tasks", position: "1.2", changes: [change] });
  socket(0).drop(1006);
  vi.advanceTimersByTime(500);
  socket(1).accept();
  expect(socket(1).sent).toEqual([{ kind: "subscribe", topic: "tasks", since: "1.2" }]);
  socket(1).tell({ kind: "subscribed", topic: "tasks", position: "1.2" });
  socket(1).tell({ kind: "reset", topic: "tasks", position: "9.0" });
  expect(told).toEqual([
    "connecting",
    "open",
    ["reset", "tasks"],
    ["change", "tasks", 1],
    "waiting",
    "connecting",
    "open",
    ["reset", "tasks"],
  ]);
  feed.close();
});

it("waits longer after each failure", () => {
  const feed = open();
  for (const [index, longest] of [500, 1000, 2000, 4000].entries()) {
    socket(index).drop(1006);
    vi.advanceTimersByTime(longest / 2 - 1);
    expect(TestSocket.all).toHaveLength(index + 1);
    vi.advanceTimersByTime(longest / 2 + 1);
    expect(TestSocket.all).toHaveLength(index + 2);
  }
  feed.close();
});

it("gives up a connection that went silent", () => {
  const feed = open();
  socket(0).accept();
  vi.advanceTimersByTime(100_000);
  expect(socket(0).sent).toContainEqual({ kind: "ping" });
  expect(TestSocket.all).toHaveLength(2);
  feed.close();
});

it("does not come back once the session has ended", () => {
  open();
  socket(0).accept();
  socket(0).drop(4401);
  vi.advanceTimersByTime(100_000);
  expect(TestSocket.all).toHaveLength(1);
  expect(told.at(-1)).toBe("ended");
});
