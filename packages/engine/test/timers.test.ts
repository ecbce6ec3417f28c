import type { Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { drawing, end, start, task } from "./drawing.ts";

type Catch = Extract<Node, { kind: "catch" }>;

function waiting(event: Catch["event"], variables = {}): CaseUnderTest {
  const wait: Node = { id: "wait", kind: "catch", event };
  const underTest = new CaseUnderTest(
    drawing([start(), wait, end()], ["start > wait", "wait > end"], {
      variables: {
        days: { type: "number" },
        window: { type: "string", format: "duration" },
        day: { type: "string", format: "date" },
      },
    }),
  );
  underTest.start(variables);
  return underTest;
}

describe("a timer", () => {
  it("is due after a duration or at a date, written out or worked out", () => {
    const due = (event: Catch["event"], variables = {}) =>
      waiting(event, variables).seen("timer.scheduled")[0]?.due;
    expect(due({ type: "timer", duration: "P1DT30M" })).toBe("2026-01-06T01:30:00.000Z");
    expect(due({ type: "timer", duration: "=window" }, { window: "PT36H" })).toBe("2026-01-06T13:00:00.000Z");
    expect(due({ type: "timer", duration: '=duration("P1D") * days' }, { days: 3 })).toBe(
      "2026-01-08T01:00:00.000Z",
    );
    expect(due({ type: "timer", date: "2026-03-01T09:00:00+08:00" })).toBe("2026-03-01T01:00:00.000Z");
    expect(due({ type: "timer", date: "=day" }, { day: "2026-03-01" })).toBe("2026-03-01T00:00:00.000Z");
  });

  it("goes on when it fires", () => {
    const underTest = waiting({ type: "timer", duration: "PT1H" });
    underTest.do({ kind: "timer.fire", timer: underTest.wait("timer", "wait").id });
    expect(underTest.status).toBe("completed");
  });

  it("that cannot be worked out is an incident with the text in it", () => {
    const empty = waiting({ type: "timer", duration: "=window" });
    expect(empty.waitingAt()).toEqual(["incident wait"]);
    const wrong = waiting({ type: "timer", duration: '="soon"' });
    expect(wrong.waitingAt()).toEqual(["incident wait"]);
    expect(JSON.stringify(wrong.seen("incident.raised")[0]?.message)).toContain("soon");
  });

  it("at a boundary interrupts its step or reminds beside it, once", () => {
    const late = (interrupting: boolean): Node => ({
      id: "late",
      kind: "boundary",
      attachedTo: "work",
      interrupting,
      event: { type: "timer", duration: "P3D" },
    });
    const run = (interrupting: boolean) => {
      const underTest = new CaseUnderTest(
        drawing(
          [start(), task("work"), late(interrupting), task("chase"), end()],
          ["start > work", "work > end", "late > chase", "chase > end"],
        ),
      );
      underTest.start();
      underTest.do({ kind: "timer.fire", timer: underTest.wait("timer", "late").id });
      return underTest.waitingAt();
    };
    expect(run(true)).toEqual(["task chase"]);
    expect(run(false)).toEqual(["task chase", "task work"]);
  });
});
