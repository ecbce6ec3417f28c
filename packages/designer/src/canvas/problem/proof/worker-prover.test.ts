import type { WorkflowDefinition } from "@flowright/definition";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ProofAnswer, ProofQuestion } from "./proof-messages.ts";
import { type ProofWorker, WorkerProver } from "./worker-prover.ts";

/** A worker that answers when it is told to. */
class FakeWorker implements ProofWorker {
  onmessage: ProofWorker["onmessage"] = null;
  onerror: ProofWorker["onerror"] = null;
  readonly asked: ProofQuestion[] = [];
  ended = false;

  postMessage(question: unknown): void {
    this.asked.push(question as ProofQuestion);
  }

  terminate(): void {
    this.ended = true;
  }

  say(answer: ProofAnswer): void {
    this.onmessage?.call(this as unknown as Worker, new MessageEvent("message", { data: answer }));
  }

  answer(): void {
    this.say({ number: this.asked.at(-1)?.number ?? 0, findings: [] });
  }
}

const flow = (id: string): WorkflowDefinition => ({
  schema: "flowright/workflow/v1",
  id,
  name: id,
  nodes: [],
  edges: [],
});

describe("the worker that proves", () => {
  let workers: FakeWorker[];
  let prover: WorkerProver;

  beforeEach(() => {
    vi.useFakeTimers();
    workers = [];
    prover = new WorkerProver(() => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it("is asked one question at a time, and of those that wait the newest", async () => {
    const [first, second, third] = ["a", "b", "c"].map((id) => prover.prove(flow(id)));
    const [worker] = workers;
    worker?.say({ ready: true });
    expect(worker?.asked.map(({ definition }) => definition.id)).toEqual(["a"]);
    worker?.answer();
    expect(await first).toEqual([]);
    expect(await second).toBe("outdated");
    expect(worker?.asked.map(({ definition }) => definition.id)).toEqual(["a", "c"]);
    worker?.answer();
    expect(await third).toEqual([]);
    expect(workers).toHaveLength(1);
  });

  it("is ended where it does not answer in time, and another one takes the next question", async () => {
    const first = prover.prove(flow("a"));
    workers[0]?.say({ ready: true });
    vi.advanceTimersByTime(5_000);
    expect(await first).toBe("late");
    expect(workers[0]?.ended).toBe(true);
    const second = prover.prove(flow("b"));
    workers[1]?.say({ ready: true });
    // What the first one still says is not heard.
    workers[0]?.say({ number: 2, findings: [] });
    workers[1]?.answer();
    expect(await second).toEqual([]);
  });

  it("is given up where its script does not come", async () => {
    const first = prover.prove(flow("a"));
    workers[0]?.onerror?.call(workers[0] as unknown as Worker, new Event("error") as ErrorEvent);
    expect(await first).toBe("unavailable");
    expect(await prover.prove(flow("b"))).toBe("unavailable");
    const silent = new WorkerProver(() => new FakeWorker());
    const third = silent.prove(flow("c"));
    vi.advanceTimersByTime(20_000);
    expect(await third).toBe("unavailable");
    const none = new WorkerProver(() => {
      throw new ReferenceError("Worker is not defined");
    });
    expect(await none.prove(flow("d"))).toBe("unavailable");
  });
});
