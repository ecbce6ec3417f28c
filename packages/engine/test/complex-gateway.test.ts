import type { Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { drawing, end, gate, type Line, start, task } from "./drawing.ts";

type Complex = Extract<Node, { kind: "complex" }>;

const complex = (more: Partial<Complex> = {}): Node => ({
  id: "some",
  kind: "complex",
  need: { type: "count", count: 2 },
  ...more,
});

/** Three branches into a complex gateway, of which the third goes through a task more. */
function three(gateway: Node, more: readonly Line[] = [], nodes: readonly Node[] = []) {
  return drawing(
    [start(), gate("split"), task("a"), task("b"), task("c"), gateway, task("after"), end(), ...nodes],
    [
      "start > split",
      "split > a",
      "split > b",
      "split > c",
      "a > some",
      "b > some",
      "c > some",
      "some > after",
      "after > end",
      ...more,
    ],
    { variables: { enough: { type: "number" }, go: { type: "boolean" } } },
  );
}

describe("a complex gateway", () => {
  it("goes on with the branches that are needed and lets the rest go in silence", () => {
    const underTest = new CaseUnderTest(three(complex()));
    underTest.start();
    underTest.complete("a");
    expect(underTest.waitingAt()).toEqual(["task b", "task c"]);
    underTest.complete("b");
    expect(underTest.waitingAt()).toEqual(["task after", "task c"]);
    underTest.complete("c");
    expect(underTest.waitingAt()).toEqual(["task after"]);
    expect(underTest.state?.scopes[0]).not.toHaveProperty("rest");
    underTest.complete("after");
    expect(underTest.status).toBe("completed");
  });

  it("ends its scope with the last silent branch where everything else has ended", () => {
    const underTest = new CaseUnderTest(three(complex()));
    underTest.start();
    for (const id of ["a", "b", "after"]) underTest.complete(id);
    expect(underTest.status).toBe("active");
    underTest.complete("c");
    expect(underTest.status).toBe("completed");
  });

  it("cancels what could still come where it is to, and begins anew at once", () => {
    const definition = three(
      complex({ rest: "cancel" }),
      ["split > d", "split > e", "split > f", "d > both", "e > both", "both > c2", "c2 > some", "f > other"],
      [task("d"), task("e"), gate("both"), task("c2"), task("f"), task("other")],
    );
    const underTest = new CaseUnderTest(definition);
    underTest.start();
    underTest.complete("d");
    underTest.complete("a");
    underTest.complete("b");
    // Everything that leads to the gateway is gone, what is counted at another join on the way too; the rest stays.
    expect(underTest.waitingAt()).toEqual(["task after", "task f"]);
    expect(underTest.state?.scopes[0]).not.toHaveProperty("joins");
    expect(underTest.seen("join.emptied").map(({ edge }) => edge)).toEqual(["d-to-both"]);
  });

  it("asks its condition at each arrival, over branches that have come and all that there are", () => {
    const need = { type: "condition", condition: "arrived >= enough and arrived < awaited" } as const;
    const underTest = new CaseUnderTest(three(complex({ need })));
    underTest.start();
    underTest.complete("a");
    expect(underTest.waitingAt()).toEqual(["incident some", "task b", "task c"]);
    underTest.do({ kind: "variables.set", variables: { enough: 2 }, by: "ann" });
    underTest.do({ kind: "incident.retry", incident: underTest.wait("incident", "some").id, by: "ann" });
    expect(underTest.waitingAt()).toEqual(["task b", "task c"]);
    underTest.complete("b");
    expect(underTest.waitingAt()).toEqual(["task after", "task c"]);
  });

  it("keeps surplus for the next round, which fires as soon as the last silent branch has come", () => {
    const underTest = new CaseUnderTest(
      three(complex(), ["split > a2", "split > b2", "a2 > a", "b2 > b"], [task("a2"), task("b2")]),
    );
    underTest.start();
    underTest.complete("a");
    underTest.complete("b");
    expect(underTest.waits().filter(({ node }) => node === "after")).toHaveLength(1);
    underTest.complete("a2");
    underTest.complete("b2");
    underTest.complete("a");
    underTest.complete("b");
    expect(underTest.waitingAt()).toEqual(["task after", "task c"]);
    underTest.complete("c");
    expect(underTest.waitingAt()).toEqual(["task after", "task after"]);
    expect(underTest.state?.scopes[0]?.rest).toEqual({ some: ["c-to-some"] });
  });

  it("that can never have what it needs is told", () => {
    const underTest = new CaseUnderTest(three(complex({ need: { type: "count", count: 4 } })));
    underTest.start();
    for (const id of ["a", "b", "c"]) underTest.complete(id);
    expect(underTest.waitingAt()).toEqual(["incident some"]);
    expect(underTest.incidentCodes()).toEqual(["join.never-fills"]);
  });

  it("leaves by the branches whose conditions hold", () => {
    const base = three(complex(), [["some > extra", { condition: "go" }]], [task("extra")]);
    const underTest = new CaseUnderTest(base);
    underTest.start({ go: true });
    underTest.complete("a");
    underTest.complete("b");
    expect(underTest.waitingAt()).toEqual(["task after", "task c", "task extra"]);
  });
});
