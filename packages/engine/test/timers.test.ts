import type { Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { boundary, drawing, end, service, start, task } from "./drawing.ts";

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

const variables = { rhythm: { type: "string" } } as const;

/** A step with a timer beside it that does not interrupt. */
function reminded(event: Extract<Catch["event"], { type: "timer" }>, values = {}): CaseUnderTest {
  const underTest = new CaseUnderTest(
    drawing(
      [start(), task("work"), boundary("late", "work", event, false), service("remind"), end()],
      ["start > work", "work > end", "late > remind"],
      { variables },
    ),
  );
  underTest.start(values);
  return underTest;
}

const dues = (underTest: CaseUnderTest) =>
  underTest.seen("timer.scheduled").map(({ due }) => due.slice(0, 16));

describe("a timer that repeats", () => {
  it("fires as often as it says, at equal distances, however late each firing comes", () => {
    const underTest = reminded({ type: "timer", cycle: "R3/PT10M" });
    underTest.now = "2026-01-05T01:25:00.000Z";
    underTest.fire("late");
    underTest.fire("late");
    underTest.now = "2026-01-05T09:00:00.000Z";
    underTest.fire("late");
    expect(dues(underTest)).toEqual(["2026-01-05T01:10", "2026-01-05T01:20", "2026-01-05T01:30"]);
    expect(underTest.waitingAt()).toEqual(["job remind", "job remind", "job remind", "task work"]);
    expect(JSON.stringify(underTest.state)).not.toContain("cycles");
  });

  it("goes on for ever without a number, from its start if it names one", () => {
    const underTest = reminded({ type: "timer", cycle: "R/2026-01-31T09:00:00+08:00/P1M" });
    for (let count = 0; count < 3; count++) underTest.fire("late");
    expect(dues(underTest)).toEqual([
      "2026-01-31T01:00",
      "2026-02-28T01:00",
      "2026-03-31T01:00",
      "2026-04-30T01:00",
    ]);
    underTest.complete("work");
    expect(underTest.waits("timer")).toEqual([]);
    expect(underTest.seen("timer.cancelled")).toHaveLength(1);
  });

  it("keeps to what was worked out when its wait opened", () => {
    const underTest = reminded({ type: "timer", cycle: "=rhythm" }, { rhythm: "R/PT1H" });
    underTest.set({ rhythm: "soon" });
    underTest.fire("late");
    underTest.fire("late");
    expect(dues(underTest)).toEqual(["2026-01-05T02:00", "2026-01-05T03:00", "2026-01-05T04:00"]);
  });

  it("by a cron rule is due at its next time in its zone", () => {
    const underTest = reminded({ type: "timer", cron: "0 9 * * *", timeZone: "Europe/Berlin" });
    underTest.now = "2026-01-05T08:00:03.000Z";
    underTest.fire("late");
    expect(dues(underTest)).toEqual(["2026-01-05T08:00", "2026-01-06T08:00"]);
  });

  it("ends with its first time where it interrupts, and as a catch event", () => {
    for (const event of [
      { type: "timer", cycle: "R/PT10M" },
      { type: "timer", cron: "10 * * * *" },
    ] as const) {
      const caught = waiting(event);
      expect(dues(caught)).toEqual(["2026-01-05T01:10"]);
      caught.fire("wait");
      expect(caught.status).toBe("completed");
      const interrupted = new CaseUnderTest(
        drawing(
          [start(), task("work"), boundary("late", "work", event), end()],
          ["start > work", "work > end", "late > end"],
        ),
      );
      interrupted.start();
      interrupted.fire("late");
      expect(interrupted.status).toBe("completed");
      expect(dues(interrupted)).toEqual(["2026-01-05T01:10"]);
    }
  });

  it("that cannot be read is an incident", () => {
    for (const event of [
      { type: "timer", cycle: "R3" },
      { type: "timer", cycle: "R0/PT1H" },
      { type: "timer", cycle: "R/PT0S" },
      { type: "timer", cycle: "=rhythm" },
      { type: "timer", cron: "61 * * * *" },
      { type: "timer", cron: "0 0 30 2 *" },
      { type: "timer", cron: "0 9 * * *", timeZone: "Mars/Olympus" },
    ] as const) {
      const underTest = waiting(event);
      expect(underTest.waitingAt()).toEqual(["incident wait"]);
      expect(underTest.incidentCodes()).toEqual(["time.not-readable"]);
    }
  });

  it("goes no further than the calendar", () => {
    const underTest = reminded({ type: "timer", cycle: "R/P900000000Y" });
    expect(underTest.waitingAt()).toEqual(["incident work"]);
    const twice = reminded({ type: "timer", cycle: "R/2026-02-01T00:00:00Z/P4000Y" });
    twice.fire("late");
    expect(twice.waitingAt()).toEqual(["job remind", "task work", "timer late"]);
    twice.fire("late");
    expect(twice.waitingAt()).toEqual(["job remind", "job remind", "task work"]);
  });
});
