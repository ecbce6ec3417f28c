import type { Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { drawing, end, listener, onError, service, start, sub, task } from "./drawing.ts";

const fail: Node = { id: "fail", kind: "end", result: { type: "error", code: "E", message: '"no stock"' } };
const called = { kind: "instance.start", variables: {}, by: null, called: {} } as const;

describe("a case that another one called", () => {
  it("begins at the start by hand, with the key that its caller gives", () => {
    const flow = drawing([start(), task("work"), end()], ["start > work", "work > end"], {
      settings: { businessKey: '"own"' },
    });
    const own = new CaseUnderTest(flow);
    own.do(called);
    expect(own.seen("instance.started")).toMatchObject([{ businessKey: "own", called: true }]);
    const given = new CaseUnderTest(flow);
    given.do({ ...called, called: { businessKey: "given" } });
    expect(given.seen("instance.started")).toMatchObject([{ businessKey: "given", called: true }]);
  });

  it("ends by an error that nothing in it catches, with everything that is open", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [start(), task("beside"), sub("box", [start("s"), task("in"), fail], ["s > in", "in > fail"])],
        ["start > beside", "start > box"],
      ),
    );
    underTest.do(called);
    underTest.complete("in");
    const error = { code: "E", message: "no stock" };
    expect(underTest.status).toBe("terminated");
    expect(underTest.events.at(-1)).toEqual({
      kind: "instance.ended",
      v: 1,
      status: "terminated",
      by: null,
      error,
    });
    expect(underTest.effects.at(-1)).toEqual({ kind: "instance.end", status: "terminated", error });
    expect(underTest.incidentCodes()).toEqual([]);
  });

  it("ends by a job's error, too, but not by a failure without a code", () => {
    const flow = drawing([start(), service("call"), end()], ["start > call", "call > end"]);
    const error = new CaseUnderTest(flow);
    error.do(called);
    error.do({ kind: "job.fail", job: error.wait("job", "call").id, code: "F", message: "refused" });
    expect(error.effects.at(-1)).toMatchObject({ error: { code: "F", message: "refused" } });
    const failure = new CaseUnderTest(flow);
    failure.do(called);
    failure.do({ kind: "job.fail", job: failure.wait("job", "call").id, message: "no answer" });
    expect(failure.waitingAt()).toEqual(["incident call"]);
  });

  it("goes on where something in it catches the error", () => {
    const flow = drawing(
      [
        start(),
        sub("box", [start("s"), fail], ["s > fail"]),
        onError("on", "box", "E"),
        task("mend"),
        listener("help", { type: "error" }, [task("helping")]),
      ],
      ["start > box", "on > mend"],
    );
    const underTest = new CaseUnderTest(flow);
    underTest.do(called);
    expect(underTest.waitingAt()).toEqual(["task mend"]);
    const byListener = new CaseUnderTest({
      ...flow,
      nodes: flow.nodes.filter(({ id }) => id !== "on"),
      edges: flow.edges.filter(({ source }) => source !== "on"),
    });
    byListener.do(called);
    expect(byListener.waitingAt()).toEqual(["task helping"]);
  });
});
