import type { Node, SignalReference } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { boundary, catching, drawing, end, start, task } from "./drawing.ts";

const signal: SignalReference = { name: "recall", output: [{ target: "batch", value: "signal.batch" }] };
const recall = { type: "signal", signal } as const;

const variables = { batch: { type: "string" } } as const;

describe("a signal", () => {
  it("is waited for by its name alone and brings its payload", () => {
    const underTest = new CaseUnderTest(
      drawing([start(), catching("wait", recall), end()], ["start > wait", "wait > end"], { variables }),
    );
    underTest.start();
    expect(underTest.effects.at(-1)).toEqual({
      kind: "subscription.open",
      type: "signal",
      subscription: underTest.wait("signal", "wait").id,
      node: "wait",
      name: "recall",
      key: null,
    });
    const events = underTest.signal("wait", { batch: "B7" });
    expect(events[0]).toMatchObject({ kind: "signal.received", node: "wait", name: "recall" });
    expect(underTest.status).toBe("completed");
    expect(underTest.variables).toEqual({ batch: "B7" });
  });

  it("wins a race and closes what else was waited for", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          { id: "first", kind: "eventBased" },
          catching("late", { type: "timer", duration: "PT1H" }),
          catching("recalled", recall),
          task("stop"),
          task("chase"),
        ],
        ["start > first", "first > late", "first > recalled", "recalled > stop", "late > chase"],
        { variables },
      ),
    );
    underTest.start();
    expect(underTest.waitingAt()).toEqual(["signal recalled", "timer late"]);
    underTest.signal("recalled", { batch: "B8" });
    expect(underTest.waitingAt()).toEqual(["task stop"]);
    expect(underTest.variables.batch).toBe("B8");
  });

  it("loses a race and is closed", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          { id: "first", kind: "eventBased" },
          catching("late", { type: "timer", duration: "PT1H" }),
          catching("recalled", recall),
          end(),
        ],
        ["start > first", "first > late", "first > recalled", "recalled > end", "late > end"],
      ),
    );
    underTest.start();
    const { id } = underTest.wait("signal", "recalled");
    underTest.fire("late");
    expect(underTest.seen("signal.closed")).toMatchObject([{ node: "recalled", subscription: id }]);
    const signal = { name: "recall", id: "s", data: {} };
    const second = underTest.try({ kind: "signal.deliver", subscription: id, signal });
    expect(second.ok ? null : second.problem.code).toBe("instance.ended");
  });

  it("at a boundary interrupts its step, or is heard again and again beside it", () => {
    const flow = (interrupting: boolean) =>
      drawing(
        [start(), task("work"), boundary("called", "work", recall, interrupting), task("check"), end()],
        ["start > work", "work > end", "called > check"],
        { variables },
      );
    const interrupted = new CaseUnderTest(flow(true));
    interrupted.start();
    interrupted.signal("called", { batch: "B1" });
    expect(interrupted.waitingAt()).toEqual(["task check"]);

    const beside = new CaseUnderTest(flow(false));
    beside.start();
    const first = beside.wait("signal", "called").id;
    beside.signal("called", { batch: "B1" });
    beside.signal("called", { batch: "B2" });
    expect(beside.waitingAt()).toEqual(["signal called", "task check", "task check", "task work"]);
    expect(beside.wait("signal", "called").id).not.toBe(first);
    beside.complete("work");
    expect(beside.waitingAt()).toEqual(["task check", "task check"]);
  });

  it("whose payload cannot be mapped is an incident that keeps it", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          catching("wait", {
            type: "signal",
            signal: { name: "recall", output: [{ target: "sum", value: "signal.a + rate" }] },
          }),
          end(),
        ],
        ["start > wait", "wait > end"],
        { variables: { sum: { type: "number" }, rate: { type: "number" } } },
      ),
    );
    underTest.start();
    underTest.signal("wait", { a: 2 });
    expect(underTest.waitingAt()).toEqual(["incident wait"]);
    underTest.set({ rate: 3 });
    underTest.retry("wait");
    expect(underTest.variables.sum).toBe(5);
  });

  it("that is not waited for is refused, and so is one while the case is suspended", () => {
    const underTest = new CaseUnderTest(
      drawing([start(), catching("wait", recall), end()], ["start > wait", "wait > end"], { variables }),
    );
    underTest.start();
    const signal = { name: "recall", id: "s", data: {} };
    const { id } = underTest.wait("signal", "wait");
    const unknown = underTest.try({ kind: "signal.deliver", subscription: 99, signal });
    expect(unknown.ok ? null : unknown.problem.code).toBe("subscription.not-open");
    const crossed = underTest.try({
      kind: "message.deliver",
      subscription: id,
      message: { ...signal, key: null },
    });
    expect(crossed.ok ? null : crossed.problem.code).toBe("subscription.not-open");
    underTest.do({ kind: "instance.suspend", by: "ann" });
    const suspended = underTest.try({ kind: "signal.deliver", subscription: id, signal });
    expect(suspended.ok ? null : suspended.problem.code).toBe("instance.suspended");
  });
});

describe("a start", () => {
  const starts: Node[] = [
    { id: "recalled", kind: "start", trigger: recall },
    { id: "nightly", kind: "start", trigger: { type: "timer", cron: "0 3 * * *" } },
    { id: "full", kind: "start", trigger: { type: "condition", condition: "batch != null" } },
  ];
  const flow = drawing(
    [...starts, task("look"), end()],
    ["recalled > look", "nightly > look", "full > look", "look > end"],
    { variables, settings: { businessKey: "batch" } },
  );
  const begin = { kind: "instance.start", variables: {}, by: null } as const;

  it("by a signal has its payload and its key from the beginning", () => {
    const underTest = new CaseUnderTest(flow);
    const signal = { name: "recall", id: "s1", data: { batch: "B7" } };
    underTest.do({ ...begin, start: { node: "recalled", signal } });
    expect(underTest.events.slice(0, 3)).toMatchObject([
      { kind: "instance.started", businessKey: "B7", variables: { batch: "B7" } },
      { kind: "node.entered", node: "recalled" },
      { kind: "signal.received", node: "recalled", subscription: null, name: "recall", id: "s1" },
    ]);
    expect(underTest.waitingAt()).toEqual(["task look"]);
  });

  it("by a timer or a condition begins at that event", () => {
    for (const trigger of [
      { node: "nightly", timer: true },
      { node: "full", condition: true },
    ] as const) {
      const underTest = new CaseUnderTest(flow);
      underTest.do({ ...begin, start: trigger });
      expect(underTest.completedNodes()).toEqual([trigger.node]);
      expect(underTest.waitingAt()).toEqual(["task look"]);
    }
  });

  it("by an event that it does not wait for is refused", () => {
    const signal = { name: "recall", id: "s1", data: {} };
    const wrong = [
      [{ node: "nightly", signal }, "start.not-by-signal"],
      [{ node: "recalled", signal: { ...signal, name: "other" } }, "start.not-by-signal"],
      [{ node: "recalled", timer: true }, "start.not-by-timer"],
      [{ node: "nightly", condition: true }, "start.not-by-condition"],
      [{ node: "look", condition: true }, "start.not-by-condition"],
      [{ node: "nowhere", timer: true }, "start.not-by-timer"],
    ] as const;
    for (const [trigger, code] of wrong) {
      const result = new CaseUnderTest(flow).try({ ...begin, start: trigger });
      expect(result.ok ? null : result.problem.code).toBe(code);
    }
  });
});
