import type { Node } from "@flowright/definition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { choice, drawing, end, gate, type Line, start, sub, task } from "./drawing.ts";

/** A join whose i-th incoming edge gets as many tokens as `counts[i]` says, one per task that is completed. */
function joiner(counts: readonly number[]) {
  const tasks = counts.flatMap((count, edge) => Array.from({ length: count }, (_, n) => `t${edge}_${n}`));
  const lines: Line[] = tasks.flatMap((id) => [`split > ${id}`, `${id} > m${id.slice(1, id.indexOf("_"))}`]);
  return {
    tasks,
    definition: drawing(
      [
        start(),
        gate("split"),
        ...tasks.map((id) => task(id)),
        ...counts.map((_, edge) => choice(`m${edge}`)),
        gate("join"),
        task("after"),
      ],
      ["start > split", ...lines, ...counts.map((_, edge) => `m${edge} > join`), "join > after"],
    ),
  };
}

const arrivals = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 4 }).chain((counts) => {
  const { tasks } = joiner(counts);
  return fc.tuple(fc.constant(counts), fc.shuffledSubarray(tasks, { minLength: tasks.length }));
});

describe("rule 2: a parallel join", () => {
  it("fires whenever each incoming edge has a token, and keeps what is over", () => {
    fc.assert(
      fc.property(arrivals, ([counts, order]) => {
        const underTest = new CaseUnderTest(joiner(counts).definition);
        underTest.start();
        const came = counts.map(() => 0);
        for (const id of order) {
          underTest.complete(id);
          const edge = Number(id.slice(1, id.indexOf("_")));
          came[edge] = (came[edge] ?? 0) + 1;
          const fired = Math.min(...came);
          expect(underTest.waits("task").filter(({ node }) => node === "after")).toHaveLength(fired);
          const over = Object.fromEntries(
            came.flatMap((count, at) => (count > fired ? [[`m${at}-to-join`, count - fired]] : [])),
          );
          expect(underTest.state?.scopes[0]?.joins?.join ?? {}).toEqual(over);
        }
      }),
    );
  });

  it("does not count two tokens of one edge for two edges", () => {
    const underTest = new CaseUnderTest(joiner([2, 1]).definition);
    underTest.start();
    underTest.complete("t0_0");
    underTest.complete("t0_1");
    expect(underTest.waitingAt()).toEqual(["task t1_0"]);
    underTest.complete("t1_0");
    expect(underTest.waitingAt()).toEqual(["task after"]);
  });

  it("is an incident that names the join, never a silent end, where the rest can no longer come", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [start(), choice("x"), task("a"), task("b"), gate("join"), end()],
        [
          "start > x",
          ["x > a", { condition: "true" }],
          ["x > b", { default: true }],
          "a > join",
          "b > join",
          "join > end",
        ],
      ),
    );
    underTest.start();
    underTest.complete("a");
    expect(underTest.status).toBe("active");
    expect(underTest.waitingAt()).toEqual(["incident join"]);
    expect(underTest.seen("incident.raised")[0]?.params).toEqual({ joins: "join" });
    underTest.do({ kind: "incident.retry", incident: underTest.wait("incident", "join").id, by: "ann" });
    expect(underTest.waitingAt()).toEqual(["incident join"]);
    underTest.do({ kind: "instance.cancel", by: "ann", reason: "drawn wrongly" });
  });

  it("tells surplus tokens at the end of the last other token", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [...joiner([2, 1]).definition.nodes, end()],
        [
          ...joiner([2, 1]).definition.edges.map(({ source, target }) => `${source} > ${target}`),
          "after > end",
        ],
      ),
    );
    underTest.start();
    for (const id of ["t0_0", "t0_1", "t1_0", "after"]) underTest.complete(id);
    expect(underTest.waitingAt()).toEqual(["incident join"]);
    expect(underTest.incidentCodes()).toEqual(["join.never-fills"]);
  });

  it("counts in its own scope only", () => {
    const inner = [start("s"), gate("f"), task("i1"), task("i2"), gate("j"), end("e")];
    const lines = ["s > f", "f > i1", "f > i2", "i1 > j", "i2 > j", "j > e"];
    const underTest = new CaseUnderTest(
      drawing(
        [start(), gate("split"), task("one"), task("two"), choice("m"), sub("box", inner, lines), end()],
        ["start > split", "split > one", "split > two", "one > m", "two > m", "m > box", "box > end"],
      ),
    );
    underTest.start();
    underTest.complete("one");
    underTest.complete("two");
    // The same sub-process is open twice; a token of each must not fill one join.
    const [first, second] = underTest.waits("task").filter(({ node }) => node === "i1");
    expect(first?.scope).not.toBe(second?.scope);
    underTest.do({ kind: "task.complete", task: first?.id ?? 0, by: "ann", data: {} });
    const other = underTest.waits("task").find(({ node, scope }) => node === "i2" && scope === second?.scope);
    underTest.do({ kind: "task.complete", task: other?.id ?? 0, by: "ann", data: {} });
    expect(underTest.completedNodes()).not.toContain("j");
    underTest.complete("i1");
    underTest.complete("i2");
    expect(underTest.status).toBe("completed");
  });

  it("counts in each instance of a step that is done several times, and in ad-hoc sub-processes", () => {
    const inner = [start("s"), gate("f"), task("i1"), task("i2"), gate("j"), end("e")];
    const lines = ["s > f", "f > i1", "f > i2", "i1 > j", "i2 > j", "j > e"];
    const several = { ...sub("box", inner, lines), loop: { type: "multiInstance", collection: "2" } } as Node;
    const underTest = new CaseUnderTest(
      drawing([start(), several, task("after")], ["start > box", "box > after"]),
    );
    underTest.start();
    const of = (node: string) => underTest.waits("task").filter((wait) => wait.node === node);
    const done = (id: number | undefined) =>
      underTest.do({ kind: "task.complete", task: id ?? 0, by: "ann", data: {} });
    const [first, second] = of("i1");
    done(first?.id);
    done(of("i2").find(({ scope }) => scope === second?.scope)?.id);
    expect(underTest.completedNodes()).not.toContain("j");
    underTest.complete("i1");
    underTest.complete("i2");
    expect(underTest.completedNodes().filter((node) => node === "j")).toHaveLength(2);
    expect(underTest.waitingAt()).toEqual(["task after"]);
  });

  it("tells which of the counted branches go on, the last one not among them", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [start(), gate("split"), task("a"), task("b"), task("c"), gate("join"), task("after"), end()],
        [
          "start > split",
          ...["a", "b", "c"].flatMap((id) => [`split > ${id}`, `${id} > join`]),
          "join > after",
          "after > end",
        ],
      ),
    );
    underTest.start();
    for (const id of ["c", "a", "b"]) underTest.complete(id);
    const told = underTest.seen("node.entered").filter(({ node }) => node === "join");
    expect(told.map(({ arrives, joins }) => [arrives, joins])).toEqual([
      ["c-to-join", undefined],
      ["a-to-join", undefined],
      [undefined, ["a-to-join", "c-to-join"]],
    ]);
  });

  it("is told at rest where the last token goes elsewhere, by whatever way", () => {
    const late: Node = {
      id: "late",
      kind: "boundary",
      attachedTo: "b",
      event: { type: "timer", duration: "PT1H" },
    };
    const underTest = new CaseUnderTest(
      drawing(
        [start(), gate("split"), task("a"), task("b"), late, gate("join"), end("gone"), end()],
        ["start > split", "split > a", "split > b", "a > join", "b > join", "join > end", "late > gone"],
      ),
    );
    underTest.start();
    underTest.complete("a");
    underTest.do({ kind: "timer.fire", timer: underTest.wait("timer", "late").id });
    expect(underTest.waitingAt()).toEqual(["incident join"]);
    expect(underTest.status).toBe("active");
  });
});
