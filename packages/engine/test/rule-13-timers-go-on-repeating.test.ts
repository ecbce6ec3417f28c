import { expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { boundary, drawing, end, start, task } from "./drawing.ts";

it("rule 13: a timer that repeats goes on repeating under the name that it has in the new version", () => {
  const reminded = (reminder: string) =>
    drawing(
      [start(), task("work"), boundary(reminder, "work", { type: "timer", cycle: "R/PT1H" }, false), end()],
      ["start > work", "work > end", `${reminder} > end`],
    );
  const underTest = new CaseUnderTest(reminded("late"));
  underTest.start();
  underTest.fire("late");
  expect(underTest.migrate(reminded("remind"), { nodes: { late: "remind" } }).ok).toBe(true);
  underTest.fire("remind");
  expect(underTest.waitingAt()).toEqual(["task work", "timer remind"]);
  expect(underTest.seen("timer.scheduled").map(({ due }) => due.slice(11, 16))).toEqual([
    "02:00",
    "03:00",
    "04:00",
  ]);
});
