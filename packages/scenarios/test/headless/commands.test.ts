import type { Node, WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { boundary, end, flow, RunUnderTest, service, start, task } from "./run-under-test.ts";

const two = flow("two", [start, task("a"), service("b"), end()], ["s > a", "a > b", "b > e"]);

/** A step whose boundary catches one event and leads to another end. */
function watched(
  event: Extract<Node, { kind: "boundary" }>["event"],
  interrupting = true,
): WorkflowDefinition {
  return flow(
    "watched",
    [start, task("a"), end(), boundary("w", "a", event, interrupting), end("other")],
    ["s > a", "a > e", "w > other"],
    { variables: { type: "object", properties: { late: { type: "boolean" } } } },
  );
}

describe("commands", () => {
  it("start and complete: tasks and calls, one after the other", () => {
    const one = new RunUnderTest(two);
    one.do({ do: "start", variables: { x: 1 } });
    expect(one.waiting()).toEqual(["a: task"]);
    one.do({ do: "complete", node: "a", data: { x: 2 } });
    expect(one.waiting()).toEqual(["b: job"]);
    expect(one.do({ do: "complete", node: "b" })).toContain("node.completed e");
    expect(one.run.summary()).toMatchObject({ state: "completed", variables: { x: 2 }, waiting: [] });
  });

  it("fail and retry: an incident, and the call again", () => {
    const one = new RunUnderTest(two);
    one.do({ do: "start" });
    expect(one.refused({ do: "fail", node: "a" })).toBe("run.nothing-waits");
    one.do({ do: "complete", node: "a" });
    one.do({ do: "fail", node: "b", message: "no answer" });
    expect(one.state()).toBe("incident");
    one.do({ do: "retry", node: "b" });
    expect(one.waiting()).toEqual(["b: job"]);
  });

  it.each([
    ["error", { type: "error", code: "E1" }, { code: "E1" }, true],
    ["escalation", { type: "escalation", code: "E1" }, { code: "E1", escalation: true }, true],
    ["escalation beside", { type: "escalation" }, { code: "any", escalation: true }, false],
  ] as const)("throw: %s at a step of a person", (_, event, thrown, interrupting) => {
    const one = new RunUnderTest(watched(event, interrupting));
    one.do({ do: "start" });
    expect(one.do({ do: "throw", node: "a", ...thrown })).toContain("node.completed other");
    expect(one.waiting().includes("a: task")).toBe(!interrupting);
  });

  it.each([
    ["timer", { type: "timer", duration: "PT1H" }],
    ["message", { type: "message", message: { name: "stop" } }],
    ["signal", { type: "signal", signal: { name: "stop" } }],
    ["condition", { type: "condition", condition: "late" }],
    ["error", { type: "error" }],
    ["error with a code", { type: "error", code: "E7" }],
    ["escalation", { type: "escalation" }],
  ] as const)("trigger: %s, whatever its kind, interrupting or not", (_, event) => {
    const interrupting = new RunUnderTest(watched(event));
    interrupting.do({ do: "start" });
    expect(interrupting.do({ do: "trigger", node: "w" })).toContain("node.completed other");
    expect(interrupting.state()).toBe("completed");
    if (event.type === "error") return;
    const beside = new RunUnderTest(watched(event, false));
    beside.do({ do: "start" });
    expect(beside.do({ do: "trigger", node: "w" })).toContain("node.completed other");
    expect(beside.waiting()).toContain("a: task");
    // What does not interrupt can happen again.
    if (event.type !== "timer")
      expect(beside.do({ do: "trigger", node: "w" })).toContain("node.completed other");
  });

  it("trigger: the start of an event sub-process, and nothing that nobody waits for", () => {
    const inside: Node = {
      id: "block",
      kind: "eventSubProcess",
      nodes: [{ id: "bs", kind: "start", trigger: { type: "error", code: "E1" } }, end("be")],
      edges: [{ id: "bs-be", source: "bs", target: "be" }],
    };
    const one = new RunUnderTest(flow("f", [start, task("a"), end(), inside], ["s > a", "a > e"]));
    one.do({ do: "start" });
    expect(one.do({ do: "trigger", node: "bs" })).toContain("node.completed be");
    expect(one.state()).toBe("completed");
    expect(one.refused({ do: "trigger", node: "bs" })).toBe("run.nothing-waits");
  });

  it("message and signal: to whoever waits, by name and key", () => {
    const receive: Node = { id: "r", kind: "receiveTask", message: { name: "paid", key: "order" } };
    const hear: Node = { id: "h", kind: "catch", event: { type: "signal", signal: { name: "go" } } };
    const one = new RunUnderTest(flow("f", [start, receive, hear, end()], ["s > r", "r > h", "h > e"]));
    one.do({ do: "start", variables: { order: "A" } });
    expect(one.run.answer({ do: "message", name: "paid", key: "B" }).more).toEqual({ message: "buffered" });
    expect(one.waiting()).toEqual(["r: message"]);
    expect(one.run.answer({ do: "message", name: "paid", key: "A" }).more).toEqual({ message: "delivered" });
    one.do({ do: "signal", name: "stop" });
    expect(one.waiting()).toEqual(["h: signal"]);
    one.do({ do: "signal", name: "go" });
    expect(one.state()).toBe("completed");
  });

  it("a message without a key is for the oldest that waits for its name", () => {
    const receive: Node = { id: "r", kind: "receiveTask", message: { name: "paid", key: "order" } };
    const one = new RunUnderTest(flow("f", [start, receive, end()], ["s > r", "r > e"]));
    one.do({ do: "start", variables: { order: "A" } });
    one.do({ do: "start", variables: { order: "B" } });
    one.do({ do: "message", name: "paid" });
    expect(one.run.waiting()).toMatchObject([{ key: "B", scope: "2.0" }]);
  });

  it("advance: what is due happens, and no more", () => {
    const wait: Node = { id: "t", kind: "catch", event: { type: "timer", duration: "PT1H" } };
    const one = new RunUnderTest(flow("f", [start, wait, end()], ["s > t", "t > e"]));
    one.do({ do: "start" });
    expect(one.do({ do: "advance", by: "PT59M" })).toEqual([]);
    expect(one.refused({ do: "advance", by: "an hour" })).toBe("run.no-duration");
    expect(one.refused({ do: "advance", by: "-PT1H" })).toMatch(/^run\.(backwards|no-duration)$/);
    expect(one.do({ do: "advance", by: "PT1M" })).toContain("timer.fired t");
    expect(one.run.summary().at).toBe("2026-01-05T02:00:00.000Z");
  });

  it("choose: from now on the choice takes these lines", () => {
    const loop = flow(
      "f",
      [start, task("a"), { id: "g", kind: "exclusive" }, end()],
      ["s > a", "a > g", "g > a if x > 1", "g > e if else"],
    );
    const one = new RunUnderTest(loop);
    one.do({ do: "start", variables: { x: 0 } });
    expect(one.refused({ do: "choose", node: "g", edges: ["g-a", "g-e"] })).toBe("run.not-its-lines");
    expect(one.refused({ do: "choose", node: "g", edges: ["s-a"] })).toBe("run.not-its-lines");
    expect(one.refused({ do: "choose", node: "a", edges: ["a-g"] })).toBe("run.not-for-this");
    one.do({ do: "choose", node: "g", edges: ["g-a"] });
    one.do({ do: "complete", node: "a" });
    one.do({ do: "complete", node: "a" });
    expect(one.waiting()).toEqual(["a: task"]);
    one.do({ do: "choose", node: "g", edges: ["g-e"] });
    one.do({ do: "complete", node: "a" });
    expect(one.state()).toBe("completed");
  });

  it("choose: several lines of an inclusive choice", () => {
    const some = flow(
      "f",
      [start, { id: "g", kind: "inclusive" }, task("a"), task("b"), task("c"), end()],
      ["s > g", "g > a if false", "g > b", "g > c if else", "a > e", "b > e", "c > e"],
    );
    const one = new RunUnderTest(some);
    one.do({ do: "choose", node: "g", edges: ["g-a", "g-b"] });
    one.do({ do: "start" });
    expect(one.waiting()).toEqual(["a: task", "b: task"]);
    one.do({ do: "choose", node: "g", edges: ["g-c"] });
    one.do({ do: "start" });
    expect(one.waiting()).toEqual(["a: task", "b: task", "c: task"]);
  });

  it.each([
    ["script", { id: "a", kind: "scriptTask", assignments: [{ target: "x", value: "x + 1" }] }],
    ["step by hand", { id: "a", kind: "manualTask" }],
    ["message", { id: "a", kind: "sendTask", message: { name: "m", data: [{ target: "x", value: "x" }] } }],
    ["call to a system", service("a")],
    ["step of a person", task("a")],
    ["called flow", { id: "a", kind: "callActivity", process: "none" }],
  ] as const)("hold: a %s waits until it is completed", (_, node) => {
    const drawn = flow("f", [start, node as Node, end()], ["s > a", "a > e"]);
    const one = new RunUnderTest(drawn, { tasks: "auto" });
    one.do({ do: "hold", node: "a" });
    one.do({ do: "start", variables: { x: 1 } });
    expect(one.run.waiting()).toMatchObject([{ node: "a", kind: node.kind }]);
    one.do({ do: "complete", node: "a" });
    expect(one.state()).toBe("completed");
    if (node.kind === "scriptTask") expect(one.run.summary().variables).toEqual({ x: 2 });
  });

  it("hold: an error can be thrown at a step that would have been done at once", () => {
    const one = new RunUnderTest(
      flow(
        "f",
        [start, { id: "a", kind: "manualTask" }, end(), boundary("w", "a", { type: "error" }), end("bad")],
        ["s > a", "a > e", "w > bad"],
      ),
    );
    one.do({ do: "hold", node: "a" });
    one.do({ do: "start" });
    expect(one.do({ do: "throw", node: "a", code: "E" })).toContain("node.completed bad");
    expect(one.refused({ do: "hold", node: "s" })).toBe("run.not-for-this");
  });

  it("what a held sending would have sent is sent when it is done", () => {
    const send: Node = { id: "a", kind: "sendTask", message: { name: "m", key: "k" } };
    const receive: Node = { id: "r", kind: "receiveTask", message: { name: "m", key: "k" } };
    const one = new RunUnderTest([
      flow("f", [start, send, end()], ["s > a", "a > e"]),
      flow("g", [start, receive, end()], ["s > r", "r > e"]),
    ]);
    one.do({ do: "hold", node: "a" });
    one.do({ do: "start", process: "g", variables: { k: "1" } });
    one.do({ do: "start", process: "f", variables: { k: "1" } });
    expect(one.waiting()).toEqual(["r: message", "a: task"]);
    one.do({ do: "complete", node: "a" });
    expect(one.state()).toBe("completed");
  });

  it("set, cancel, modify and return", () => {
    const one = new RunUnderTest(
      flow("f", [start, task("a"), task("b"), end()], ["s > a", "a > b", "b > e"]),
    );
    one.do({ do: "start" });
    one.do({ do: "set", variables: { x: 5 } });
    expect(one.run.summary().variables).toEqual({ x: 5 });
    one.do({ do: "complete", node: "a" });
    one.do({ do: "return", node: "b", to: "a", reason: "again" });
    expect(one.waiting()).toEqual(["a: task"]);
    one.do({ do: "modify", cancel: ["a"], start: ["b"] });
    expect(one.waiting()).toEqual(["b: task"]);
    expect(one.refused({ do: "modify", cancel: ["a"] })).toBe("run.nothing-waits");
    one.do({ do: "cancel", reason: "enough" });
    expect(one.state()).toBe("cancelled");
    expect(one.refused({ do: "cancel" })).toBe("run.not-started");
  });

  it("scope narrows a command; without it the oldest is meant", () => {
    const one = new RunUnderTest(two);
    one.do({ do: "start" });
    one.do({ do: "start" });
    one.do({ do: "complete", node: "a", scope: "2" });
    expect(one.run.waiting()).toMatchObject([
      { scope: "1.0", node: "a" },
      { scope: "2.0", node: "b" },
    ]);
    expect(one.refused({ do: "complete", node: "b", scope: "1" })).toBe("run.nothing-waits");
    one.do({ do: "complete", node: "a" });
    expect(one.waiting()).toEqual(["b: job", "b: job"]);
  });

  it("state and restore: goes on from where it was, also in another run", () => {
    const one = new RunUnderTest(two);
    one.do({ do: "start", variables: { x: 1 } });
    const state = JSON.parse(JSON.stringify(one.stateNow()));
    one.do({ do: "complete", node: "a" });
    one.do({ do: "restore", state });
    expect(one.waiting()).toEqual(["a: task"]);
    const other = new RunUnderTest(two);
    other.do({ do: "restore", state });
    other.do({ do: "complete", node: "a" });
    other.do({ do: "complete", node: "b" });
    expect(other.run.summary()).toMatchObject({ state: "completed", variables: { x: 1 } });
  });

  it.each([
    [{}],
    [{ world: {} }],
    [{ world: { now: "x", messages: 0, known: [], kept: [], cases: [{ process: "nope" }] } }],
    [{ world: null, steering: 1 }],
  ])("restore: what is no state is refused: %j", (state) => {
    const one = new RunUnderTest(two);
    one.do({ do: "start" });
    expect(one.refused({ do: "restore", state })).toBe("run.wrong-state");
    expect(one.waiting()).toEqual(["a: task"]);
  });

  it.each([
    [{ do: "fly" }, "scenario.unknown-value"],
    [{ node: "a" }, "scenario.missing"],
    [{ do: "complete", node: "a", dta: {} }, "scenario.unknown-property"],
    [{ do: "complete" }, "scenario.missing"],
    [{ do: "complete", node: 1 }, "scenario.wrong-type"],
    [[], "scenario.wrong-type"],
    [null, "scenario.wrong-type"],
    ["start", "scenario.wrong-type"],
    [{ do: "__proto__" }, "scenario.unknown-value"],
    [{ do: "start", process: "x" }, "run.no-flow"],
    [{ do: "start", node: "a" }, "run.no-start"],
    [{ do: "complete", node: "zzz" }, "run.no-node"],
    [{ do: "complete", node: "__proto__" }, "run.no-node"],
    [{ do: "complete", node: "b" }, "run.nothing-waits"],
  ])("a wrong command changes nothing: %j", (command, code) => {
    const one = new RunUnderTest(two);
    one.do({ do: "start" });
    expect(one.refused(command)).toBe(code);
  });

  it.each([
    ["lists", (inner: string) => `[${inner}]`],
    ["objects", (inner: string) => `{"a":${inner}}`],
  ])("%s nested deeper than anything that can be stored are refused", (_, around) => {
    let text = "1";
    for (let depth = 0; depth < 5_000; depth += 1) text = around(text);
    const one = new RunUnderTest(two);
    one.do({ do: "start" });
    expect(one.refused(JSON.parse(`{"do":"set","variables":{"x":${text}}}`))).toBe("json.too-deep");
  });
});
