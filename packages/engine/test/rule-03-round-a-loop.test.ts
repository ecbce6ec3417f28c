import type { Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { prove } from "../src/index.ts";
import { CaseUnderTest } from "./case-under-test.ts";
import { choice, drawing, end, gate, start, task } from "./drawing.ts";

const join: Node = { id: "join", kind: "inclusive" };
const pick: Node = { id: "pick", kind: "inclusive" };

describe("rule 3: an inclusive block in a loop, beside another branch", () => {
  const flow = drawing(
    [
      start(),
      choice("merge"),
      gate("split"),
      pick,
      task("a"),
      task("b"),
      join,
      task("c"),
      gate("both"),
      choice("again"),
      end(),
    ],
    [
      "start > merge",
      "merge > split",
      "split > pick",
      "split > c",
      ["pick > a", { condition: "left" }],
      ["pick > b", { default: true }],
      "a > join",
      "b > join",
      "join > both",
      "c > both",
      "both > again",
      ["again > merge", { condition: "more" }],
      ["again > end", { default: true }],
    ],
    { variables: { left: { type: "boolean" }, more: { type: "boolean" } } },
  );

  it("does not wait for the join after both, which waits for it, and comes round again", () => {
    const underTest = new CaseUnderTest(flow);
    underTest.start({ left: true, more: true });
    underTest.complete("a");
    expect(underTest.waitingAt()).toEqual(["task c"]);
    underTest.complete("c");
    expect(underTest.waitingAt()).toEqual(["task a", "task c"]);
    underTest.set({ more: false });
    underTest.complete("c");
    underTest.complete("a");
    expect(underTest.status).toBe("completed");
  });

  it("is proved", () => {
    expect(prove(flow).findings.map(({ code }) => code)).toEqual([]);
  });
});
