import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DeskAnswer, DeskQuestion } from "./desk-messages.ts";
import { type DeskWorker, WorkerDesk } from "./worker-desk.ts";

type Answer = readonly string[];

/** A worker that answers when it is told to. */
class FakeWorker implements DeskWorker {
  onmessage: DeskWorker["onmessage"] = null;
  onerror: DeskWorker["onerror"] = null;
  readonly asked: DeskQuestion<string>[] = [];
  ended = false;

  postMessage(question: unknown): void {
    this.asked.push(question as DeskQuestion<string>);
  }

  terminate(): void {
    this.ended = true;
  }

  say(answer: DeskAnswer<Answer>): void {
    this.onmessage?.call(this as unknown as Worker, new MessageEvent("message", { data: answer }));
  }

  answer(): void {
    this.say({ number: this.asked.at(-1)?.number ?? 0, answer: [] });
  }
}

describe("a worker that answers", () => {
  let workers: FakeWorker[];
  let desk: WorkerDesk<string, Answer>;

  beforeEach(() => {
    vi.useFakeTimers();
    workers = [];
    desk = new WorkerDesk(() => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    }, 5_000);
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it("is asked one question at a time, and of those that wait the newest", async () => {
    const [first, second, third] = ["a", "b", "c"].map((id) => desk.ask(id));
    const [worker] = workers;
    worker?.say({ ready: true });
    expect(worker?.asked.map(({ question }) => question)).toEqual(["a"]);
    worker?.answer();
    expect(await first).toEqual([]);
    expect(await second).toBe("outdated");
    expect(worker?.asked.map(({ question }) => question)).toEqual(["a", "c"]);
    worker?.answer();
    expect(await third).toEqual([]);
    expect(workers).toHaveLength(1);
  });

  it("is ended where it does not answer in time, and another one takes the next question", async () => {
    const first = desk.ask("a");
    workers[0]?.say({ ready: true });
    vi.advanceTimersByTime(5_000);
    expect(await first).toBe("late");
    expect(workers[0]?.ended).toBe(true);
    const second = desk.ask("b");
    workers[1]?.say({ ready: true });
    // What the first one still says is not heard.
    workers[0]?.say({ number: 2, answer: [] });
    workers[1]?.answer();
    expect(await second).toEqual([]);
  });

  it("is given up where its script does not come", async () => {
    const first = desk.ask("a");
    workers[0]?.onerror?.call(workers[0] as unknown as Worker, new Event("error") as ErrorEvent);
    expect(await first).toBe("unavailable");
    expect(await desk.ask("b")).toBe("unavailable");
    const silent = new WorkerDesk<string, Answer>(() => new FakeWorker(), 5_000);
    const third = silent.ask("c");
    vi.advanceTimersByTime(20_000);
    expect(await third).toBe("unavailable");
    const none = new WorkerDesk<string, Answer>(() => {
      throw new ReferenceError("Worker is not defined");
    }, 5_000);
    expect(await none.ask("d")).toBe("unavailable");
  });
});
