import type { Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { drawing, end, start, task } from "./drawing.ts";

const timer: Node = { id: "late", kind: "catch", event: { type: "timer", duration: "PT1H" } };
const message: Node = {
  id: "paid",
  kind: "catch",
  event: {
    type: "message",
    message: { name: "paid", key: "orderNo", output: [{ target: "sum", value: "message.sum" }] },
  },
};
const receive: Node = { id: "refused", kind: "receiveTask", message: { name: "refused", key: "orderNo" } };

const gateway: Node = { id: "first", kind: "eventBased" };

const race = drawing(
  [start(), gateway, timer, message, receive, task("chase"), task("ship"), end()],
  [
    "start > first",
    "first > late",
    "first > paid",
    "first > refused",
    "late > chase",
    "paid > ship",
    "refused > end",
    "chase > end",
    "ship > end",
  ],
  { variables: { orderNo: { type: "string" }, sum: { type: "number" } } },
);

function waiting(): CaseUnderTest {
  const underTest = new CaseUnderTest(race);
  underTest.start({ orderNo: "A1" });
  expect(underTest.waitingAt()).toEqual(["message paid", "message refused", "timer late"]);
  return underTest;
}

describe("rule 5: an event-based gateway", () => {
  it("goes on with the message that came first and closes the rest in the same step", () => {
    const underTest = waiting();
    const { id } = underTest.wait("message", "paid");
    const events = underTest.do({
      kind: "message.deliver",
      subscription: id,
      message: { name: "paid", key: "A1", id: "m1", data: { sum: 5 } },
    });
    expect(events.map(({ kind }) => kind)).toEqual([
      "message.received",
      "timer.cancelled",
      "message.closed",
      "node.completed",
      "edge.taken",
      "node.entered",
      "variables.changed",
      "node.completed",
      "edge.taken",
      "node.entered",
      "task.opened",
    ]);
    expect(underTest.waitingAt()).toEqual(["task ship"]);
    expect(underTest.variables.sum).toBe(5);
  });

  it("goes on with the timer", () => {
    const underTest = waiting();
    expect(underTest.seen("timer.scheduled")[0]?.due).toBe("2026-01-05T02:00:00.000Z");
    underTest.do({ kind: "timer.fire", timer: underTest.wait("timer", "late").id });
    expect(underTest.waitingAt()).toEqual(["task chase"]);
  });

  it("takes a receive task as an event", () => {
    const underTest = waiting();
    const { id } = underTest.wait("message", "refused");
    underTest.do({
      kind: "message.deliver",
      subscription: id,
      message: { name: "refused", key: "A1", id: "m2", data: {} },
    });
    expect(underTest.status).toBe("completed");
  });

  it("takes every sort of event, and whichever comes closes all the others in the same step", () => {
    const events: Node[] = [
      timer,
      {
        id: "weekly",
        kind: "catch",
        event: { type: "timer", cron: "0 9 * * MON", timeZone: "Asia/Shanghai" },
      },
      message,
      receive,
      { id: "called", kind: "catch", event: { type: "signal", signal: { name: "called" } } },
      { id: "full", kind: "catch", event: { type: "condition", condition: "sum > 5" } },
    ];
    const flow = drawing(
      [start(), gateway, ...events, ...events.map(({ id }) => task(`after-${id}`))],
      ["start > first", ...events.flatMap(({ id }) => [`first > ${id}`, `${id} > after-${id}`])],
      { variables: { orderNo: { type: "string" }, sum: { type: "number" } } },
    );
    const happens: Record<string, (underTest: CaseUnderTest) => unknown> = {
      late: (underTest) => underTest.fire("late"),
      weekly: (underTest) => underTest.fire("weekly"),
      paid: (underTest) => underTest.hear("paid", { sum: 1 }),
      refused: (underTest) => underTest.hear("refused"),
      called: (underTest) => underTest.signal("called"),
      full: (underTest) => underTest.set({ sum: 6 }),
    };
    for (const [id, happen] of Object.entries(happens)) {
      const underTest = new CaseUnderTest(flow);
      underTest.start({ orderNo: "A1" });
      happen(underTest);
      expect(underTest.waitingAt()).toEqual([`task after-${id}`]);
      const closed = [
        ...underTest.seen("timer.cancelled"),
        ...underTest.seen("message.closed"),
        ...underTest.seen("signal.closed"),
        ...underTest.seen("condition.closed"),
      ].map(({ node }) => node);
      expect(closed.sort()).toEqual(
        events
          .map((event) => event.id)
          .filter((other) => other !== id)
          .sort(),
      );
    }
  });

  it("refuses what comes second", () => {
    const underTest = waiting();
    const late = underTest.wait("timer", "late").id;
    const { id } = underTest.wait("message", "paid");
    underTest.do({ kind: "timer.fire", timer: late });
    const message = { name: "paid", key: "A1", id: "m1", data: {} };
    const second = underTest.try({ kind: "message.deliver", subscription: id, message });
    expect(second.ok ? null : second.problem.code).toBe("subscription.not-open");
  });

  it("opens nothing where one of its events cannot be worked out", () => {
    const underTest = new CaseUnderTest(race);
    underTest.start();
    expect(underTest.waitingAt()).toEqual(["incident first"]);
    expect(underTest.incidentCodes()).toEqual(["message.no-key"]);
    underTest.do({ kind: "variables.set", variables: { orderNo: "A2" }, by: "ann" });
    underTest.do({ kind: "incident.retry", incident: underTest.wait("incident", "first").id, by: "ann" });
    expect(underTest.waitingAt()).toEqual(["message paid", "message refused", "timer late"]);
  });
});
