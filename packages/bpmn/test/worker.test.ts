import { Worker } from "node:worker_threads";
import { afterEach, expect, test } from "vitest";
import { importInWorker } from "../src/worker/import-in-worker.ts";

const FILE = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:test">
  <process id="p"><startEvent id="s"/><endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="e"/></process>
</definitions>`;
const SLOW = "for (;;);";
const BROKEN = "throw new Error('broken');";

const workers: Worker[] = [];
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.terminate()));
});

function kept(worker: Worker): Worker {
  workers.push(worker);
  return worker;
}

const entry = () => kept(new Worker(new URL("../src/worker/bpmn-worker.ts", import.meta.url)));
const doing = (code: string) => kept(new Worker(code, { eval: true }));

test("a worker imports a file and ends", async () => {
  const stages: string[] = [];
  const { definitions } = await importInWorker(entry(), FILE, { onStage: (stage) => stages.push(stage) });
  expect(definitions.map(({ id }) => id)).toEqual(["p"]);
  expect(stages).toEqual(["guard", "parse", "read", "check"]);
});

test("it takes bytes, too, and refuses what the guard refuses", async () => {
  const { definitions, problems } = await importInWorker(
    entry(),
    new TextEncoder().encode(`<!DOCTYPE a>${FILE}`),
  );
  expect(definitions).toEqual([]);
  expect(problems.map(({ code }) => code)).toEqual(["xml.doctype"]);
});

test("what takes too long is stopped and refused by name", async () => {
  const { problems } = await importInWorker(doing(SLOW), FILE, { seconds: 0.3 });
  expect(problems.map(({ code }) => code)).toEqual(["xml.time"]);
});

test("one that takes too much memory is refused by name, and whoever asked goes on", async () => {
  const greedy = kept(
    new Worker("const all = []; for (;;) all.push(Array.from({ length: 1e5 }, (_, at) => String(at)));", {
      eval: true,
      resourceLimits: { maxOldGenerationSizeMb: 24 },
    }),
  );
  const { problems } = await importInWorker(greedy, FILE, { seconds: 15 });
  expect(problems.map(({ code }) => code)).toEqual(["xml.broke-down"]);
});

test("a worker that is no longer wanted is ended", async () => {
  const [worker, ending] = [doing(SLOW), new AbortController()];
  const ended = new Promise((resolve) => worker.once("exit", resolve));
  void importInWorker(worker, FILE, { signal: ending.signal });
  ending.abort();
  await ended;
});

test("a worker that breaks down is refused by name", async () => {
  const { problems } = await importInWorker(doing(BROKEN), FILE, { seconds: 15 });
  expect(problems.map(({ code }) => code)).toEqual(["xml.broke-down"]);
});
