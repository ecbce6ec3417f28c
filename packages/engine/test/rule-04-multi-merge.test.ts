import type { Node } from "@flowright/definition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { choice, drawing, edges, end, gate, start, sub, task } from "./drawing.ts";

function merging(branches: number, direct: boolean) {
  const ids = Array.from({ length: branches }, (_, n) => `b${n}`);
  const into = direct ? "after" : "merge";
  return {
    ids,
    definition: drawing(
      [start(), gate("split"), ...ids.map((id) => task(id)), choice("merge"), task("after"), end()],
      [
        "start > split",
        ...ids.flatMap((id) => [`split > ${id}`, `${id} > ${into}`]),
        "merge > after",
        "after > end",
      ],
    ),
  };
}

describe("rule 4: several tokens may pass one node", () => {
  it("a step with several lines out of it is completed once", () => {
    const underTest = new CaseUnderTest(
      drawing([start(), task("a"), task("b"), task("c")], ["start > a", "a > b", "a > c"]),
    );
    underTest.start();
    underTest.complete("a");
    expect(underTest.completedNodes()).toEqual(["start", "a"]);
    expect(underTest.waitingAt()).toEqual(["task b", "task c"]);
  });

  it("each on its own, in any order, and the case ends with the last", () => {
    const order = fc
      .tuple(fc.integer({ min: 2, max: 6 }), fc.boolean())
      .chain(([branches, direct]) =>
        fc.tuple(fc.constant(branches), fc.constant(direct), fc.infiniteStream(fc.nat({ max: 1000 }))),
      );
    fc.assert(
      fc.property(order, ([branches, direct, picks]) => {
        const { definition } = merging(branches, direct);
        const underTest = new CaseUnderTest(definition);
        underTest.start();
        for (let done = 0; done < 2 * branches; done++) {
          const waits = underTest.waits("task");
          expect(underTest.status).toBe("active");
          const wait = waits[(picks.next().value ?? 0) % waits.length];
          underTest.do({ kind: "task.complete", task: wait?.id ?? 0, by: "ann", data: {} });
        }
        expect(underTest.status).toBe("completed");
        expect(underTest.completedNodes().filter((node) => node === "after")).toHaveLength(branches);
        expect(underTest.completedNodes().filter((node) => node === "end")).toHaveLength(branches);
      }),
    );
  });

  it("a node can be open twice at once, each with its own rows", () => {
    const underTest = new CaseUnderTest(merging(2, true).definition);
    underTest.start();
    underTest.complete("b0");
    underTest.complete("b1");
    const open = underTest.waits("task");
    expect(open.map(({ node }) => node)).toEqual(["after", "after"]);
    expect(new Set(open.map(({ token }) => token)).size).toBe(2);
  });

  it("a task with several outgoing edges sends the token on by each", () => {
    const underTest = new CaseUnderTest(
      drawing([start(), task("a"), task("b"), task("c")], ["start > a", "a > b", "a > c"]),
    );
    underTest.start();
    underTest.complete("a");
    expect(underTest.waitingAt()).toEqual(["task b", "task c"]);
    underTest.complete("b");
    expect(underTest.status).toBe("active");
    underTest.complete("c");
    expect(underTest.status).toBe("completed");
  });

  it("a sub-process, a plan and a step for each of a list can be open several times, each for itself", () => {
    const plan: Node = {
      id: "box",
      kind: "plan",
      nodes: [task("p1"), task("p2")],
      edges: edges(["p1 > p2"]),
    };
    const adHoc: Node = { id: "box", kind: "adHoc", start: "all", nodes: [task("p1")], edges: [] };
    const inside = sub("box", [start("s"), task("p1"), end("e")], ["s > p1", "p1 > e"]);
    const several = { ...task("box"), loop: { type: "multiInstance", collection: "2" } } as Node;
    for (const box of [plan, adHoc, inside, several]) {
      const underTest = new CaseUnderTest(
        drawing(
          [start(), gate("split"), task("b0"), task("b1"), box, task("after")],
          ["start > split", "split > b0", "split > b1", "b0 > box", "b1 > box", "box > after"],
        ),
      );
      underTest.start();
      underTest.complete("b0");
      underTest.complete("b1");
      while (underTest.waits("task").some(({ node }) => node !== "after")) {
        const next = underTest.waits("task").find(({ node, announced }) => node !== "after" && !announced);
        underTest.do({ kind: "task.complete", task: next?.id ?? 0, by: "ann", data: {} });
      }
      expect(underTest.waitingAt()).toEqual(["task after", "task after"]);
    }
  });
});
