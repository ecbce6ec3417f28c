import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { choice, drawing, end, gate, start, task } from "./drawing.ts";

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
});
