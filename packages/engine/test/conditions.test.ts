import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import {
  boundary,
  catching,
  choice,
  drawing,
  end,
  gate,
  onError,
  script,
  start,
  sub,
  task,
} from "./drawing.ts";

const variables = { stock: { type: "number" }, open: { type: "boolean" } } as const;
const enough = { type: "condition", condition: "stock > 5" } as const;

describe("a condition", () => {
  const waiting = drawing([start(), catching("wait", enough), end()], ["start > wait", "wait > end"], {
    variables,
  });

  it("that holds when the wait opens is passed at once", () => {
    const underTest = new CaseUnderTest(waiting);
    underTest.start({ stock: 6 });
    expect(underTest.status).toBe("completed");
    expect(underTest.seen("condition.met").map(({ node }) => node)).toEqual(["wait"]);
  });

  it("is waited for, without a row, until data make it hold; null and errors do not", () => {
    const underTest = new CaseUnderTest(waiting);
    underTest.start();
    expect(underTest.waitingAt()).toEqual([]);
    expect(underTest.status).toBe("active");
    underTest.set({ stock: 3 });
    underTest.set({ stock: "many" });
    expect(underTest.status).toBe("active");
    underTest.set({ stock: 9 });
    expect(underTest.status).toBe("completed");
    expect(underTest.incidentCodes()).toEqual([]);
  });

  it("is asked only where data that it sees changed", () => {
    const box = (id: string) =>
      sub(
        id,
        [
          start(`${id}-s`),
          catching(`${id}-wait`, {
            type: "condition",
            condition: 'n != null or now() > date and time("2026-01-06T00:00:00Z")',
          }),
          task(`${id}-t`),
        ],
        [`${id}-s > ${id}-wait`, `${id}-wait > ${id}-t`],
        { n: { type: "number" } },
      );
    const writer = sub(
      "w",
      [start("w-s"), task("w-t"), script("w-n", { n: "2" }), end("w-e")],
      ["w-s > w-t", "w-t > w-n", "w-n > w-e"],
      { n: { type: "number" } },
    );
    const underTest = new CaseUnderTest(
      drawing([start(), gate("g"), box("a"), writer], ["start > g", "g > a", "g > w"], { variables }),
    );
    underTest.start();
    underTest.now = "2026-01-07T01:00:00.000Z";
    underTest.complete("w-t");
    // The other sub-process's n is another one; not even a condition on the time is asked because of it.
    expect(underTest.waitingAt()).toEqual([]);
    expect(underTest.seen("condition.met")).toEqual([]);
    underTest.set({ stock: 0 });
    expect(underTest.waitingAt()).toEqual(["task a-t"]);
  });

  it("is met by what another branch writes, once everything has come to rest", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          gate("split"),
          catching("wait", enough),
          task("after"),
          task("count"),
          script("up", { stock: "6" }),
          script("down", { stock: "2" }),
          task("done"),
        ],
        [
          "start > split",
          "split > wait",
          "wait > after",
          "split > count",
          "count > up",
          "up > down",
          "down > done",
        ],
        { variables },
      ),
    );
    underTest.start();
    underTest.complete("count");
    // It held for a moment in between, and nobody was at rest then.
    expect(underTest.waitingAt()).toEqual(["task done"]);
    underTest.complete("done", { data: { stock: 7 } });
    expect(underTest.waitingAt()).toEqual(["task after"]);
  });

  it("at a boundary interrupts as soon as the case is at rest and it holds, which it may do at once", () => {
    const flow = drawing(
      [start(), task("work"), boundary("enough", "work", enough), task("stop"), end()],
      ["start > work", "work > end", "enough > stop"],
      { variables },
    );
    const later = new CaseUnderTest(flow);
    later.start({ stock: 1 });
    expect(later.waitingAt()).toEqual(["task work"]);
    later.set({ stock: 8 });
    expect(later.waitingAt()).toEqual(["task stop"]);
    const atOnce = new CaseUnderTest(flow);
    atOnce.start({ stock: 8 });
    expect(atOnce.waitingAt()).toEqual(["task stop"]);
    expect(atOnce.seen("task.opened").map(({ node }) => node)).toEqual(["work", "stop"]);
    const passed = new CaseUnderTest(
      drawing(
        [start(), script("work", { stock: "9" }), boundary("enough", "work", enough), task("stop"), end()],
        ["start > work", "work > end", "enough > stop"],
        { variables },
      ),
    );
    passed.start({ stock: 8 });
    expect(passed.status).toBe("completed");
  });

  it("at a boundary that does not interrupt happens with each change from not holding to holding", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [start(), task("work"), boundary("enough", "work", enough, false), task("tell"), end()],
        ["start > work", "work > end", "enough > tell"],
        { variables },
      ),
    );
    underTest.start({ stock: 8 });
    const told = () => underTest.waits("task").filter(({ node }) => node === "tell").length;
    expect(told()).toBe(0);
    for (const [stock, times] of [
      [9, 0],
      [1, 0],
      [7, 1],
      [8, 1],
      [null, 1],
      [6, 2],
    ] as const) {
      underTest.set({ stock });
      expect([stock, told()]).toEqual([stock, times]);
    }
    underTest.complete("work");
    expect(underTest.seen("condition.closed").map(({ node }) => node)).toEqual(["enough"]);
  });

  it("decides a race, at once where it holds, in the order of the drawing", () => {
    const flow = drawing(
      [
        start(),
        { id: "first", kind: "eventBased" },
        catching("late", { type: "timer", duration: "PT1H" }),
        catching("enough", enough),
        catching("opened", { type: "condition", condition: "open" }),
        choice("meet"),
        task("go"),
        task("chase"),
      ],
      [
        "start > first",
        "first > late",
        "first > enough",
        "first > opened",
        "late > chase",
        "enough > go",
        ["opened > meet", {}],
        ["meet > chase", {}],
      ],
      { variables },
    );
    const atOnce = new CaseUnderTest(flow);
    atOnce.start({ stock: 8, open: true });
    expect(atOnce.waitingAt()).toEqual(["task go"]);
    expect(atOnce.seen("timer.cancelled")).toHaveLength(1);
    const later = new CaseUnderTest(flow);
    later.start();
    expect(later.waitingAt()).toEqual(["timer late"]);
    later.set({ open: true });
    expect(later.waitingAt()).toEqual(["task chase"]);
    expect(later.seen("timer.cancelled")).toHaveLength(1);
    expect(later.seen("condition.closed").map(({ node }) => node)).toEqual(["enough"]);
    const loses = new CaseUnderTest(flow);
    loses.start();
    loses.fire("late");
    expect(loses.seen("condition.closed").map(({ node }) => node)).toEqual(["enough", "opened"]);
  });

  it("that one change makes hold at several places happens at each that is still there", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          gate("split"),
          catching("wait", enough),
          task("a"),
          task("work"),
          boundary("one", "work", enough),
          boundary("two", "work", { type: "condition", condition: "stock > 4" }),
          task("b"),
          task("c"),
        ],
        ["start > split", "split > wait", "split > work", "wait > a", "one > b", "two > c"],
        { variables },
      ),
    );
    underTest.start();
    underTest.set({ stock: 6 });
    expect(underTest.waitingAt()).toEqual(["task a", "task b"]);
  });

  it("is met while the case is suspended, too: a system's result does what it does", () => {
    const underTest = new CaseUnderTest(waiting);
    underTest.start();
    underTest.do({ kind: "instance.suspend", by: "ann" });
    underTest.set({ stock: 9 });
    expect(underTest.status).toBe("completed");
  });

  it("that holds in a circle stops at the limit of a turn", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [start(), choice("again"), catching("wait", enough)],
        ["start > again", ["again > wait", { default: true }], "wait > again"],
        { variables },
      ),
      { limits: { steps: 50 } },
    );
    underTest.start({ stock: 9 });
    expect(underTest.incidentCodes()).toEqual(["limit.steps"]);
    underTest.set({ stock: 1 });
    underTest.retry("wait");
    expect(underTest.waitingAt()).toEqual([]);
    expect(underTest.status).toBe("active");
  });

  it("stays asked at a step that has failed, and leads out of the failure", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          sub("box", [start("s"), script("bad", { x: "missing + 1" })], ["s > bad"]),
          boundary("enough", "box", enough),
          onError("never", "box", "E"),
          task("stop"),
        ],
        ["start > box", "enough > stop", "never > stop"],
        { variables },
      ),
    );
    underTest.start();
    expect(underTest.waitingAt()).toEqual(["incident bad"]);
    underTest.set({ stock: 6 });
    expect(underTest.waitingAt()).toEqual(["task stop"]);
  });
});
