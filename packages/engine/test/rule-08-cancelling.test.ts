import type { Node } from "@flowright/definition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import {
  boundary,
  catching,
  drawing,
  edges,
  end,
  gate,
  listener,
  script,
  service,
  start,
  sub,
  task,
} from "./drawing.ts";
import { commandFor, impulses } from "./random-commands.ts";
import { block, drawn } from "./random-drawing.ts";
import { undoing } from "./random-undoing.ts";

const receive: Node = { id: "hear", kind: "receiveTask", message: { name: "m" } };
const sleep: Node = { id: "sleep", kind: "catch", event: { type: "timer", duration: "PT1H" } };
const broken: Node = {
  id: "broken",
  kind: "scriptTask",
  assignments: [{ target: "x", value: "missing + 1" }],
};

const watch = catching("watch", { type: "condition", condition: "missing = 7" });
const listen = catching("listen", { type: "signal", signal: { name: "s" } });

/** One of everything that waits, two levels down, the repeating and the listening included. */
const inner = sub(
  "inner",
  [
    start("s2"),
    gate("fan"),
    task("do"),
    boundary("nag", "do", { type: "timer", cycle: "R/PT1H" }, false),
    boundary("check", "do", { type: "condition", condition: "missing = 8" }, false),
    boundary("ring", "do", { type: "signal", signal: { name: "s" } }, false),
    service("call"),
    receive,
    sleep,
    watch,
    listen,
    broken,
    { id: "phone", kind: "callActivity", process: "other" },
    script("note", { y: "1" }),
    { id: "on-note", kind: "boundary", attachedTo: "note", event: { type: "compensation" } },
    task("unnote"),
    { id: "back", kind: "throw", event: { type: "compensation" } },
    listener("on-message", { type: "message", message: { name: "m" } }, [task("t1")], false),
    listener("on-signal", { type: "signal", signal: { name: "s" } }, [task("t2")]),
    listener("on-time", { type: "timer", cron: "0 9 * * *" }, [task("t3")], false),
    listener("on-data", { type: "condition", condition: "missing = 9" }, [task("t4")]),
    listener("on-key", { type: "message", message: { name: "m", key: "missing" } }, [task("t5")]),
  ],
  [
    "s2 > fan",
    "fan > do",
    "fan > call",
    "fan > hear",
    "fan > sleep",
    "fan > watch",
    "fan > phone",
    "fan > note",
    "note > back",
    "on-note > unnote",
    "fan > listen",
    "fan > broken",
  ],
);
const outer = sub("outer", [start("s1"), inner, end("e1")], ["s1 > inner", "inner > e1"]);

const EVERYTHING = [
  "call phone",
  "incident broken",
  "incident on-key",
  "job call",
  "message hear",
  "message on-message-start",
  "signal listen",
  "signal on-signal-start",
  "signal ring",
  "task do",
  "timer nag",
  "timer on-time-start",
  "timer sleep",
  "task unnote",
];

function boundaryOf(type: "timer" | "message", interrupting: boolean): Node {
  const event =
    type === "timer" ? ({ type, duration: "PT1H" } as const) : ({ type, message: { name: "stop" } } as const);
  return { id: "stop", kind: "boundary", attachedTo: "outer", interrupting, event };
}

describe("rule 8: cancelling a scope", () => {
  it("leaves nothing open, at whatever moment the case is cancelled", () => {
    // Rows are compared with the state after every step; when a case has ended none may be open.
    fc.assert(
      fc.property(fc.oneof(block, undoing), impulses, (drawing, moves) => {
        const underTest = new CaseUnderTest(drawn(drawing), {
          people: { staff: ["ann", "bob"] },
          limits: { steps: 150 },
        });
        for (const impulse of moves) underTest.try(commandFor(underTest, impulse));
        const result = underTest.try({ kind: "instance.cancel", by: "ann", reason: "enough" });
        if (!result.ok) return;
        expect(underTest.status).toBe("cancelled");
        expect(underTest.waits()).toEqual([]);
        expect(underTest.rows.size).toBe(0);
        expect(underTest.state?.tokens).toEqual({});
        expect(Object.keys(underTest.state?.scopes ?? {})).toEqual(["0"]);
      }),
      { numRuns: 200 },
    );
  });

  it("by a boundary event closes every wait inside in that step", () => {
    for (const type of ["timer", "message"] as const) {
      const underTest = new CaseUnderTest(
        drawing(
          [start(), outer, boundaryOf(type, true), task("mend"), end()],
          ["start > outer", "outer > end", "stop > mend"],
        ),
      );
      underTest.start();
      expect(underTest.waitingAt()).toEqual([...EVERYTHING, `${type} stop`].sort());
      const { id } = underTest.wait(type, "stop");
      const message = { name: "stop", key: null, id: "m", data: {} };
      const events = underTest.do(
        type === "timer"
          ? { kind: "timer.fire", timer: id }
          : { kind: "message.deliver", subscription: id, message },
      );
      expect(underTest.waitingAt()).toEqual(["task mend"]);
      const kinds = events.map(({ kind }) => kind);
      for (const kind of [
        "task.cancelled",
        "job.cancelled",
        "message.closed",
        "timer.cancelled",
        "signal.closed",
        "condition.closed",
        "incident.resolved",
        "call.cancelled",
      ])
        expect(kinds).toContain(kind);
      expect(kinds.filter((kind) => kind === "condition.closed")).toHaveLength(3);
      expect(kinds.filter((kind) => kind === "scope.cancelled")).toHaveLength(2);
    }
  });

  it("does not happen by a boundary event that does not interrupt", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [start(), outer, boundaryOf("timer", false), task("remind"), end()],
        ["start > outer", "outer > end", "stop > remind"],
      ),
    );
    underTest.start();
    underTest.do({ kind: "timer.fire", timer: underTest.wait("timer", "stop").id });
    expect(underTest.waitingAt()).toEqual([...EVERYTHING, "task remind"].sort());
  });

  it("by a terminate end ends its own scope only", () => {
    const stop: Node = { id: "stop", kind: "end", result: { type: "terminate" } };
    const box = sub(
      "box",
      [start("s"), task("a"), task("b"), stop],
      ["s > a", "s > b", "a > stop", "b > stop"],
    );
    const underTest = new CaseUnderTest(
      drawing(
        [start(), box, task("beside"), task("after"), end()],
        ["start > box", "start > beside", "box > after", "after > end", "beside > end"],
      ),
    );
    underTest.start();
    underTest.complete("a");
    expect(underTest.waitingAt()).toEqual(["task after", "task beside"]);

    const whole = new CaseUnderTest(
      drawing([start(), task("a"), task("b"), stop], ["start > a", "start > b", "a > stop"]),
    );
    whole.start();
    whole.complete("a");
    expect(whole.status).toBe("terminated");
    expect(whole.effects.at(-1)).toEqual({ kind: "instance.end", status: "terminated" });
  });

  it("closes what the boundary events of a finished step still wait for", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [start(), task("work"), { ...boundaryOf("timer", true), attachedTo: "work" } as Node, end()],
        ["start > work", "work > end", "stop > end"],
      ),
    );
    underTest.start();
    expect(underTest.waitingAt()).toEqual(["task work", "timer stop"]);
    underTest.complete("work");
    expect(underTest.status).toBe("completed");
  });

  it("by a boundary event closes what is done several times, plans and what people begin", () => {
    const loop = { type: "multiInstance", collection: "3" } as const;
    const plan: Node = {
      id: "box",
      kind: "plan",
      nodes: [task("p1"), task("p2"), task("p3")],
      edges: edges([["p1 > p2", { dependency: { lag: "PT1H" } }], "p2 > p3"]),
    };
    const adHoc: Node = { id: "box", kind: "adHoc", start: "all", nodes: [task("p1"), task("x")], edges: [] };
    const boxes: Node[] = [
      { ...task("box"), loop } as Node,
      { ...task("box"), loop: { ...loop, sequential: true } } as Node,
      plan,
      { ...plan, loop } as Node,
      adHoc,
    ];
    for (const box of boxes) {
      const stop: Node = {
        id: "stop",
        kind: "boundary",
        attachedTo: "box",
        event: { type: "message", message: { name: "stop" } },
      };
      const underTest = new CaseUnderTest(
        drawing([start(), box, stop, task("mend")], ["start > box", "stop > mend"]),
      );
      underTest.start();
      if (box.kind === "plan") underTest.complete("p1");
      underTest.hear("stop");
      expect(underTest.waitingAt()).toEqual(["task mend"]);
      expect(Object.keys(underTest.state?.scopes ?? {})).toEqual(["0"]);
    }
  });
});
