import type { WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it, vi } from "vitest";
import type { DeskQuestion } from "../../canvas/problem/desk/desk-messages.ts";
import type { DeskWorker } from "../../canvas/problem/desk/worker-desk.ts";
import { runAllKept, runKept } from "../model/kept-scenarios.ts";
import { runScenarios } from "./run-scenarios.ts";
import type { ScenarioQuestion } from "./scenario-question.ts";

const FLOW: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "flow",
  name: "Flow",
  nodes: [
    { id: "start", kind: "start" },
    { id: "end", kind: "end" },
  ],
  edges: [{ id: "on", source: "start", target: "end" }],
  scenarios: ["one", "two", "three"].map((id) => SCENARIO(id)) as never,
};

function SCENARIO(id: string) {
  const shape = { schema: "flowright/scenario/v1", id, name: id, flow: "flow" };
  return { ...shape, start: {}, steps: [], then: {} };
}

/** A worker as a browser has it: what goes in and comes out is copied, and it answers later. */
class CopyingWorker implements DeskWorker {
  onmessage: DeskWorker["onmessage"] = null;
  onerror: DeskWorker["onerror"] = null;
  readonly asked: string[] = [];
  ended = false;
  silent = false;

  constructor() {
    queueMicrotask(() => this.#say({ ready: true }));
  }

  postMessage(asked: unknown): void {
    const { number, question } = structuredClone(asked) as DeskQuestion<ScenarioQuestion>;
    this.asked.push(question.kept.id);
    if (this.silent) return;
    void runKept(question.definition, question.kept, question.decisions).then((answer) =>
      this.#say({ number, answer }),
    );
  }

  terminate(): void {
    this.ended = true;
  }

  #say(data: unknown): void {
    const message = new MessageEvent("message", { data: structuredClone(data) });
    if (!this.ended) this.onmessage?.call(this as unknown as Worker, message);
  }
}

describe("all scenarios of a flow", () => {
  let worker: CopyingWorker;
  const open = () => {
    worker = new CopyingWorker();
    return worker;
  };

  it("come out of a worker as they do in the page, each told as it comes", async () => {
    const told: string[] = [];
    const outcomes = await runScenarios(FLOW, { open, onDone: ({ id }) => told.push(id) });
    expect(told).toEqual(["one", "two", "three"]);
    expect(outcomes).toEqual(await runAllKept(FLOW));
    expect(worker.asked).toEqual(told);
    expect(worker.ended).toBe(true);
  });

  it("are broken off in the middle of one, and what was done before counts", async () => {
    const cancel = new AbortController();
    const onDone = () => {
      // The next one is under way and never comes to an end.
      worker.silent = true;
      setTimeout(() => cancel.abort());
    };
    const outcomes = await runScenarios(FLOW, { open, onDone, signal: cancel.signal });
    expect(outcomes.map(({ id }) => id)).toEqual(["one"]);
    expect(worker.asked).toEqual(["one", "two"]);
    expect(worker.ended).toBe(true);
  });

  it("are run in the page where it can have no worker", async () => {
    const none = () => {
      throw new ReferenceError("Worker is not defined");
    };
    expect(await runScenarios(FLOW, { open: none })).toEqual(await runAllKept(FLOW));
  });

  it("go on with the next where one takes too long", async () => {
    vi.useFakeTimers();
    try {
      const workers: CopyingWorker[] = [];
      const silentFirst = () => {
        const next = new CopyingWorker();
        next.silent = workers.length === 0;
        workers.push(next);
        return next;
      };
      const all = runScenarios(FLOW, { open: silentFirst });
      await vi.advanceTimersByTimeAsync(20_000);
      const [first, ...others] = await all;
      expect(first).toMatchObject({ id: "one", ok: false });
      expect(first?.findings[0]?.text.en).toContain("20 seconds");
      expect(others.map(({ id }) => id)).toEqual(["two", "three"]);
    } finally {
      vi.useRealTimers();
    }
  });
});
