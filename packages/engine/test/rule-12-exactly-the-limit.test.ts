import { expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { drawing, end, script, start, task } from "./drawing.ts";

it("rule 12: a turn does exactly as many steps as its limit says", () => {
  const flow = drawing(
    [start(), script("note", { seen: '"yes"' }), task("work"), end()],
    ["start > note", "note > work", "work > end"],
    { variables: { seen: { type: "string" } } },
  );
  // To leave the start is one, to begin the script is the second.
  const limited = new CaseUnderTest(flow, { limits: { steps: 1 } });
  limited.start();
  expect(limited.waitingAt()).toEqual(["incident note"]);
  expect(limited.completedNodes()).toEqual(["start"]);
  limited.retry("note");
  expect(limited.variables).toEqual({});
  expect(limited.seen("incident.raised").map(({ code, params }) => [code, params])).toEqual([
    ["limit.steps", { limit: 1 }],
    ["limit.steps", { limit: 1 }],
  ]);
  limited.retry("note");
  expect(limited.variables).toEqual({ seen: "yes" });
  expect(limited.waitingAt()).toEqual(["incident work"]);
  limited.retry("work");
  expect(limited.waitingAt()).toEqual(["task work"]);
});
