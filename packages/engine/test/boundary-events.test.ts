import type { Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { boundary, drawing, edges, end, onError, script, service, start, task } from "./drawing.ts";

/** Every activity that waits, and what makes it wait. */
const WAITING: readonly Node[] = [
  task("work"),
  { id: "work", kind: "approval", who: { type: "people", people: ["ann"] }, rule: { type: "any" } },
  service("work"),
  { id: "work", kind: "receiveTask", message: { name: "m" } },
  { id: "work", kind: "callActivity", process: "other" },
  { ...container("subProcess", task("in")) },
  { ...container("transaction", task("in")) },
  { ...container("adHoc", task("in")) },
  { ...container("plan", task("in")) },
  { ...task("work"), loop: { type: "multiInstance", collection: "[1, 2]" } } as Node,
];

/** Every activity that is done as soon as it begins. */
const PASSING: readonly Node[] = [
  script("work", { x: "1" }),
  { id: "work", kind: "sendTask", message: { name: "m" } },
  { id: "work", kind: "manualTask" },
];

function container(kind: "subProcess" | "transaction" | "adHoc" | "plan", inside: Node): Node {
  const bare = kind === "adHoc" || kind === "plan";
  const nodes = bare ? [inside] : [start("s"), inside, end("e")];
  const lines = bare ? [] : edges([`s > ${inside.id}`, `${inside.id} > e`]);
  return { id: "work", kind, nodes, edges: lines, ...(kind === "adHoc" ? { start: "all" } : {}) } as Node;
}

const EVENTS = [
  { type: "timer", duration: "PT1H" },
  { type: "message", message: { name: "stop" } },
  { type: "signal", signal: { name: "stop" } },
  { type: "condition", condition: "stop" },
] as const;

type Event = (typeof EVENTS)[number];

function happens(underTest: CaseUnderTest, { type }: Event): void {
  if (type === "timer") underTest.fire("event");
  else if (type === "message") underTest.hear("event");
  else if (type === "signal") underTest.signal("event");
  else underTest.set({ stop: true });
}

function around(activity: Node, event: Event, interrupting: boolean): CaseUnderTest {
  const underTest = new CaseUnderTest(
    drawing(
      [
        start(),
        activity,
        boundary("event", "work", event, interrupting),
        boundary("told", "work", { type: "escalation" }, interrupting),
        onError("failed", "work"),
        task("instead"),
        task("after"),
      ],
      ["start > work", "work > after", "event > instead", "told > instead", "failed > instead"],
      { variables: { stop: { type: "boolean" } } },
    ),
  );
  underTest.start();
  return underTest;
}

describe("a boundary event", () => {
  it("on any activity that waits ends it with everything in it, or happens beside it", () => {
    for (const activity of WAITING)
      for (const event of EVENTS) {
        const at = `${activity.kind} ${event.type}`;
        const interrupted = around(activity, event, true);
        happens(interrupted, event);
        expect([at, interrupted.waitingAt()]).toEqual([at, ["task instead"]]);
        const beside = around(activity, event, false);
        const before = beside.waitingAt();
        happens(beside, event);
        const gone = event.type === "timer" ? before.filter((row) => row !== "timer event") : before;
        expect([at, beside.waitingAt()]).toEqual([at, [...gone, "task instead"].sort()]);
      }
  });

  it("on an activity that is passed at once closes with it", () => {
    for (const activity of PASSING)
      for (const event of EVENTS) {
        const underTest = around(activity, event, true);
        expect(underTest.waitingAt()).toEqual(["task after"]);
      }
  });

  it("catches what comes out of any activity", () => {
    const failing: readonly [Node, string][] = [
      [service("work"), "work"],
      [container("subProcess", service("in")), "in"],
      [container("transaction", service("in")), "in"],
      [container("adHoc", service("in")), "in"],
      [container("plan", service("in")), "in"],
      [{ ...service("work"), loop: { type: "multiInstance", collection: "[1, 2]" } } as Node, "work"],
      [
        {
          ...container("subProcess", service("in")),
          loop: { type: "multiInstance", collection: "[1, 2]" },
        } as Node,
        "in",
      ],
    ];
    for (const [activity, node] of failing) {
      const underTest = around(activity, EVENTS[0], true);
      const { id } = underTest.wait("job", node);
      underTest.do({ kind: "job.fail", job: id, code: "E", message: "no" });
      expect([activity.kind, underTest.waitingAt()]).toEqual([activity.kind, ["task instead"]]);
    }
    const calling = around({ id: "work", kind: "callActivity", process: "other" }, EVENTS[0], true);
    calling.do({ kind: "call.fail", call: calling.wait("call", "work").id, code: "E", message: "no" });
    expect(calling.waitingAt()).toEqual(["task instead"]);
  });

  it("hears the escalations of any activity, and lets it go on where it does not interrupt", () => {
    const escalate: Node = { id: "up", kind: "throw", event: { type: "escalation", code: "E" } };
    const inside = (kind: "subProcess" | "transaction"): Node => ({
      id: "work",
      kind,
      nodes: [start("s"), escalate, task("in")],
      edges: edges(["s > up", "up > in"]),
    });
    for (const activity of [inside("subProcess"), inside("transaction")]) {
      expect(around(activity, EVENTS[0], true).waitingAt()).toEqual(["task instead"]);
      expect(around(activity, EVENTS[0], false).waitingAt()).toEqual([
        "task in",
        "task instead",
        "timer event",
      ]);
    }
    for (const interrupting of [true, false]) {
      const calling = around({ id: "work", kind: "callActivity", process: "other" }, EVENTS[0], interrupting);
      const { id } = calling.wait("call", "work");
      calling.do({ kind: "call.escalate", call: id, code: "E", message: "late" });
      expect(calling.waitingAt()).toEqual(
        interrupting ? ["task instead"] : ["call work", "task instead", "timer event"],
      );
    }
  });
});
