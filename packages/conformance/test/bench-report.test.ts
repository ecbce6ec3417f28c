import { expect, it } from "vitest";
import { type Figure, ratios, reached, spreadOf } from "../bench/runtime/figure.ts";
import { processorTime } from "../bench/runtime/processor-time.ts";
import { markdownOf, type Report } from "../bench/runtime/report.ts";

const steps: Figure = { what: "steps", unit: "/s", mark: { least: 100 }, values: [90, 130, 110] };
const wait: Figure = { what: "wait", unit: "ms", mark: { most: 10 }, values: [8, 30, 12, 9] };

it("judges a figure by its middle value", () => {
  expect(spreadOf(wait.values)).toEqual({ min: 8, median: 9, max: 30 });
  expect([steps, wait].map(reached)).toEqual([true, true]);
  expect(reached({ ...wait, values: [8, 30, 12] })).toBe(false);
  expect(reached({ ...steps, values: [] })).toBe(false);
});

it("compares what was measured in the same round", () => {
  expect(ratios([10, 40], [5, 10])).toEqual([2, 4]);
});

it("writes marks, lanes and what is wrong into one page", () => {
  const turn = {
    steps: 200,
    seconds: 2,
    p50: 1.25,
    p99: 9,
    stepsPerSecond: 100,
    application: 0.05,
    database: null,
    client: null,
  };
  const report: Report = {
    date: "2026-01-02T03:04:05.000Z",
    machine: { processor: "P", cores: 2, memoryGb: 8, system: "S", node: "24", postgres: "18", load: 3 },
    settings: { seconds: 2, rounds: 3, quick: true },
    peers: { peer: "1.2.3" },
    lanes: { ours: [turn, { ...turn, stepsPerSecond: 12_345 }] },
    figures: [steps, wait],
    tables: { task: 251.4 },
    problems: ["SIX-000001 has 5 closed tasks"],
  };
  const page = markdownOf(report);
  expect(page).toContain("| steps | ≥ 100 /s | 90 – 110 – 130 /s | yes |");
  expect(page).toContain("| ours | 100 – 100 – 12,345 | 1.3 | 9.0 | 0.050 |  |  |");
  expect(page).toContain("| task | 251 |");
  expect(page).toContain("Wrong: SIX-000001 has 5 closed tasks");
  expect(page).toContain("indicative");
  expect(markdownOf({ ...report, machine: { ...report.machine, load: 0.1 } })).not.toContain("indicative");
});

it.runIf(process.platform === "linux")(
  "counts the processor time of a process, and of what it started",
  () => {
    const before = processorTime(process.pid) ?? 0;
    const until = process.cpuUsage().user + 100_000;
    let sum = 0;
    while (process.cpuUsage().user < until) {
      for (let count = 0; count < 1_000_000; count++) sum += Math.sqrt(count);
    }
    expect(sum).toBeGreaterThan(0);
    expect((processorTime(process.pid) ?? 0) - before).toBeGreaterThanOrEqual(80);
    expect(processorTime(-1)).toBeNull();
  },
);
