import type { Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { offersOf } from "../src/index.ts";
import { CaseUnderTest } from "./case-under-test.ts";
import { choice, drawing, edges, end, gate, type Line, start, task } from "./drawing.ts";

type AdHoc = Extract<Node, { kind: "adHoc" }>;

function block(more: Partial<AdHoc> = {}, nodes: readonly Node[] = [], lines: readonly Line[] = []) {
  const box: Node = {
    id: "box",
    kind: "adHoc",
    nodes: [task("a"), task("b"), task("c"), ...nodes],
    edges: edges(["b > c", ...lines]),
    ...more,
  };
  const underTest = new CaseUnderTest(
    drawing([start(), box, task("after"), end()], ["start > box", "box > after", "after > end"], {
      variables: { enough: { type: "boolean", default: false } },
    }),
  );
  underTest.start();
  return underTest;
}

const scopeOf = (underTest: CaseUnderTest) =>
  Number(Object.entries(underTest.state?.scopes ?? {}).find(([, { node }]) => node === "box")?.[0]);

const offers = (underTest: CaseUnderTest) =>
  underTest.state ? offersOf(underTest.program, underTest.state).map(({ node }) => node) : [];

function begin(underTest: CaseUnderTest, node: string) {
  const result = underTest.try({ kind: "adHoc.start", scope: scopeOf(underTest), node, by: "ann" });
  return result.ok ? null : result.problem.code;
}

const finish = (underTest: CaseUnderTest) =>
  underTest.do({ kind: "adHoc.finish", scope: scopeOf(underTest), by: "ann" });

describe("an ad-hoc sub-process", () => {
  it("waits for people, who begin what no line leads to, as often as they like, and end it by hand", () => {
    const underTest = block();
    expect(underTest.waits()).toEqual([]);
    expect(offers(underTest)).toEqual(["a", "b"]);
    expect(begin(underTest, "a")).toBeNull();
    expect(begin(underTest, "a")).toBeNull();
    expect(begin(underTest, "b")).toBeNull();
    expect(underTest.waitingAt()).toEqual(["task a", "task a", "task b"]);
    underTest.complete("b");
    expect(underTest.waitingAt()).toEqual(["task a", "task a", "task c"]);
    for (const id of ["a", "a", "c"]) underTest.complete(id);
    expect(underTest.status).toBe("active");
    expect(offers(underTest)).toEqual(["a", "b"]);
    finish(underTest);
    expect(underTest.waitingAt()).toEqual(["task after"]);
    expect(offers(underTest)).toEqual([]);
  });

  it("refuses what is not offered, and what is no such block", () => {
    const underTest = block();
    expect(begin(underTest, "c")).toBe("adHoc.not-offered");
    expect(begin(underTest, "after")).toBe("adHoc.not-offered");
    const elsewhere = underTest.try({ kind: "adHoc.start", scope: 0, node: "a", by: "ann" });
    expect(elsewhere.ok ? null : elsewhere.problem.code).toBe("adHoc.not-open");
    const nowhere = underTest.try({ kind: "adHoc.finish", scope: 99, by: "ann" });
    expect(nowhere.ok ? null : nowhere.problem.code).toBe("adHoc.not-open");
  });

  it("one at a time where it is sequential", () => {
    const underTest = block({ ordering: "sequential" });
    begin(underTest, "b");
    expect(offers(underTest)).toEqual([]);
    expect(begin(underTest, "a")).toBe("adHoc.one-at-a-time");
    underTest.complete("b");
    expect(begin(underTest, "a")).toBe("adHoc.one-at-a-time");
    underTest.complete("c");
    expect(begin(underTest, "a")).toBeNull();
  });

  it("all at once, and ends with the last", () => {
    const underTest = block({ start: "all" });
    expect(underTest.waitingAt()).toEqual(["task a", "task b"]);
    expect(offers(underTest)).toEqual([]);
    expect(begin(underTest, "a")).toBe("adHoc.not-offered");
    for (const id of ["a", "b", "c"]) underTest.complete(id);
    expect(underTest.waitingAt()).toEqual(["task after"]);
    const empty: Node = { id: "box", kind: "adHoc", start: "all", nodes: [], edges: [] };
    const none = new CaseUnderTest(drawing([start(), empty, end()], ["start > box", "box > end"]));
    none.start();
    expect(none.status).toBe("completed");
  });

  it("ends once its condition holds after a step, and cancels what is under way", () => {
    const underTest = block({ completion: "enough" });
    begin(underTest, "a");
    begin(underTest, "b");
    underTest.complete("a");
    expect(underTest.waitingAt()).toEqual(["task b"]);
    begin(underTest, "a");
    underTest.complete("a", { data: { enough: true } });
    expect(underTest.waitingAt()).toEqual(["task after"]);
    expect(underTest.seen("task.cancelled")).toHaveLength(1);
  });

  it("awaits what is under way if so drawn, and begins nothing more", () => {
    for (const byHand of [true, false]) {
      const underTest = block({ cancelRemaining: false, ...(byHand ? {} : { completion: "enough" }) });
      begin(underTest, "a");
      begin(underTest, "b");
      if (byHand) finish(underTest);
      else underTest.complete("a", { data: { enough: true } });
      expect(begin(underTest, "a")).toBe("adHoc.ending");
      expect(offers(underTest)).toEqual([]);
      if (byHand) underTest.complete("a");
      expect(underTest.waitingAt()).toEqual(["task b"]);
      underTest.complete("b");
      underTest.complete("c");
      expect(underTest.waitingAt()).toEqual(["task after"]);
    }
  });

  it("a condition that cannot be worked out is an incident of the step that ended", () => {
    const underTest = block({ completion: "enough" });
    begin(underTest, "a");
    underTest.complete("a", { data: { enough: null } });
    expect(underTest.waitingAt()).toEqual(["incident a"]);
    underTest.do({ kind: "variables.set", variables: { enough: true }, by: "ann" });
    underTest.do({ kind: "incident.retry", incident: underTest.wait("incident", "a").id, by: "ann" });
    expect(underTest.waitingAt()).toEqual(["task after"]);
  });

  it("a join in it waits for what may still be begun by hand, and holds nothing up at the end", () => {
    const lines = ["a > join", "d > join", "join > e"];
    const underTest = block({}, [task("d"), gate("join"), task("e")], lines);
    begin(underTest, "a");
    underTest.complete("a");
    expect(underTest.waits()).toEqual([]);
    begin(underTest, "d");
    underTest.complete("d");
    expect(underTest.waitingAt()).toEqual(["task e"]);
    const ending = block({ cancelRemaining: false }, [task("d"), gate("join"), task("e")], lines);
    begin(ending, "a");
    finish(ending);
    ending.complete("a");
    expect(ending.waitingAt()).toEqual(["task after"]);
  });

  it("gateways and events can be begun, too", () => {
    const underTest = block(
      {},
      [choice("pick"), task("x"), { id: "hear", kind: "receiveTask", message: { name: "m" } }],
      [["pick > x", { default: true }]],
    );
    expect(offers(underTest)).toEqual(["a", "b", "pick", "hear"]);
    begin(underTest, "pick");
    begin(underTest, "hear");
    expect(underTest.waitingAt()).toEqual(["message hear", "task x"]);
    underTest.do({ kind: "instance.cancel", by: "ann", reason: "enough" });
    expect(underTest.status).toBe("cancelled");
  });
});
