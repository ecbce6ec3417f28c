import type { Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { boundary, drawing, end, listener, start, sub, task, throwing } from "./drawing.ts";

const variables = { seen: { type: "object" }, sum: { type: "number" } } as const;

const escalate = (id: string, code = "late", message?: string): Node =>
  throwing(id, { type: "escalation", code, ...(message === undefined ? {} : { message }) });

const escalatingEnd = (id: string, code = "late"): Node => ({
  id,
  kind: "end",
  result: { type: "escalation", code },
});

const caught = (id: string, attachedTo: string, code: string | undefined, interrupting: boolean): Node =>
  boundary(
    id,
    attachedTo,
    { type: "escalation", ...(code === undefined ? {} : { code }), variable: "seen" },
    interrupting,
  );

/** A sub-process that throws, with boundary events that lead to tasks named after them. */
function box(thrower: Node, boundaries: readonly Node[], after = task("inside")): CaseUnderTest {
  const goesOn = thrower.kind !== "end";
  const inner = sub(
    "box",
    [start("s"), task("before"), thrower, ...(goesOn ? [after] : []), task("beside")],
    [
      "s > before",
      "s > beside",
      `before > ${thrower.id}`,
      ...(goesOn ? [`${thrower.id} > ${after.id}`] : []),
    ],
  );
  const underTest = new CaseUnderTest(
    drawing(
      [start(), inner, ...boundaries, ...boundaries.map(({ id }) => task(`after-${id}`)), end()],
      ["start > box", "box > end", ...boundaries.map(({ id }) => `${id} > after-${id}`)],
      { variables },
    ),
  );
  underTest.start({ sum: 3 });
  underTest.complete("before");
  return underTest;
}

describe("an escalation", () => {
  it("that nothing catches is noted, and the thrower goes on", () => {
    const underTest = box(escalate("up", "late", '"sum " + string(sum)'), []);
    expect(underTest.seen("escalation.thrown")).toMatchObject([
      { node: "up", code: "late", message: "sum 3" },
    ]);
    expect(underTest.seen("escalation.caught")).toEqual([]);
    expect(underTest.incidentCodes()).toEqual([]);
    expect(underTest.waitingAt()).toEqual(["task beside", "task inside"]);
    expect(underTest.effects.map(({ kind }) => kind)).not.toContain("caller.escalate");
  });

  it("begins a boundary event beside the thrower, or ends everything inside", () => {
    const beside = box(escalate("up"), [caught("on", "box", "late", false)]);
    expect(beside.waitingAt()).toEqual(["task after-on", "task beside", "task inside"]);
    expect(beside.variables.seen).toEqual({ code: "late", message: "late" });
    const instead = box(escalate("up"), [caught("on", "box", "late", true)]);
    expect(instead.waitingAt()).toEqual(["task after-on"]);
    expect(instead.seen("escalation.caught")).toMatchObject([{ node: "on", code: "late" }]);
  });

  it("at an end is thrown before the branch ends", () => {
    expect(box(escalatingEnd("up"), []).waitingAt()).toEqual(["task beside"]);
    const beside = box(escalatingEnd("up"), [caught("on", "box", "late", false)]);
    expect(beside.waitingAt()).toEqual(["task after-on", "task beside"]);
    expect(beside.completedNodes()).toContain("up");
    const instead = box(escalatingEnd("up"), [caught("on", "box", "late", true)]);
    expect(instead.waitingAt()).toEqual(["task after-on"]);
    expect(instead.completedNodes()).not.toContain("up");
  });

  it("is caught by its code before any, from the inside out", () => {
    const any = caught("any", "box", undefined, false);
    const named = caught("named", "box", "late", false);
    expect(box(escalate("up"), [any, named]).waitingAt()).toContain("task after-named");
    expect(box(escalate("up", "other"), [any, named]).waitingAt()).toContain("task after-any");
    const inner = sub("inner", [start("s2"), escalate("up"), task("t2")], ["s2 > up", "up > t2"]);
    const outer = sub(
      "outer",
      [start("s1"), inner, caught("near", "inner", undefined, false), task("t1")],
      ["s1 > inner", "near > t1"],
    );
    const underTest = new CaseUnderTest(
      drawing(
        [start(), outer, caught("far", "outer", "late", true), task("t0")],
        ["start > outer", "far > t0"],
        {
          variables,
        },
      ),
    );
    underTest.start();
    expect(underTest.waitingAt()).toEqual(["task t1", "task t2"]);
  });

  it("of the last branch of a sub-process lets it end afterwards", () => {
    const inner = sub("box", [start("s"), escalatingEnd("up")], ["s > up"]);
    const underTest = new CaseUnderTest(
      drawing(
        [start(), inner, caught("on", "box", "late", false), task("tell"), task("after")],
        ["start > box", "box > after", "on > tell"],
        { variables },
      ),
    );
    underTest.start();
    expect(underTest.waitingAt()).toEqual(["task after", "task tell"]);
  });

  it("goes to an event sub-process of its scope before the boundary around it", () => {
    for (const interrupting of [true, false]) {
      const inner = sub(
        "box",
        [
          start("s"),
          task("before"),
          escalate("up"),
          task("inside"),
          listener(
            "help",
            { type: "escalation", code: "late", variable: "seen" },
            [task("helping")],
            interrupting,
          ),
        ],
        ["s > before", "before > up", "up > inside"],
      );
      const underTest = new CaseUnderTest(
        drawing(
          [start(), inner, caught("on", "box", "late", true), task("wrong"), task("after")],
          ["start > box", "box > after", "on > wrong"],
          { variables },
        ),
      );
      underTest.start();
      expect(underTest.waitingAt()).toEqual(["task before"]);
      underTest.complete("before");
      expect(underTest.waitingAt()).toEqual(
        interrupting ? ["task helping"] : ["task helping", "task inside"],
      );
      expect(underTest.variables.seen).toEqual({ code: "late", message: "late" });
      underTest.complete("helping");
      if (!interrupting) underTest.complete("inside");
      expect(underTest.waitingAt()).toEqual(["task after"]);
    }
  });

  it("out of an event sub-process goes past its siblings to the boundary", () => {
    const inner = sub(
      "box",
      [
        start("s"),
        task("inside"),
        listener("one", { type: "message", message: { name: "m" } }, [escalate("up"), task("t1")], false),
        listener("two", { type: "escalation" }, [task("t2")], false),
      ],
      ["s > inside"],
    );
    const underTest = new CaseUnderTest(
      drawing(
        [start(), inner, caught("on", "box", undefined, false), task("told")],
        ["start > box", "on > told"],
        {
          variables,
        },
      ),
    );
    underTest.start();
    underTest.hear("one-start");
    expect(underTest.waitingAt()).toEqual(["message one-start", "task inside", "task t1", "task told"]);
  });

  it("whose text cannot be worked out is an incident of the thrower, thrown on retry", () => {
    for (const thrower of [
      escalate("up", "late", "sum + missing.part"),
      { id: "up", kind: "end", result: { type: "escalation", code: "late", message: "sum + nothing" } },
    ] satisfies Node[]) {
      const underTest = box(thrower, [caught("on", "box", undefined, true)]);
      expect(underTest.waits("incident")).toMatchObject([{ node: "up" }]);
      expect(underTest.seen("escalation.thrown")).toEqual([]);
    }
  });
});

describe("an escalation in a case that another one called", () => {
  const flow = drawing(
    [start(), escalate("up", "late", '"why"'), task("on"), end()],
    ["start > up", "up > on", "on > end"],
  );

  it("that nothing catches is told to the caller, and the case goes on", () => {
    const underTest = new CaseUnderTest(flow);
    underTest.do({ kind: "instance.start", variables: {}, by: null, called: {} });
    expect(underTest.effects[0]).toEqual({ kind: "caller.escalate", code: "late", message: "why" });
    expect(underTest.waitingAt()).toEqual(["task on"]);
  });

  it("that something catches stays there", () => {
    const caughtInside = structuredClone(flow);
    caughtInside.nodes.push(listener("help", { type: "escalation" }, [task("helping")], false));
    const underTest = new CaseUnderTest(caughtInside);
    underTest.do({ kind: "instance.start", variables: {}, by: null, called: {} });
    expect(underTest.effects.map(({ kind }) => kind)).not.toContain("caller.escalate");
    expect(underTest.waitingAt()).toEqual(["task helping", "task on"]);
  });
});
