import { expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { boundary, drawing, end, script, start, sub, task } from "./drawing.ts";

it("rule 3: a full inclusive join does not fire where what came last lets a condition happen that ends its scope", () => {
  const box = sub(
    "box",
    [
      start("s"),
      { id: "split", kind: "inclusive" },
      task("left"),
      task("right"),
      script("raise", { a: "2" }),
      { id: "join", kind: "inclusive" },
      task("after"),
      end("e"),
    ],
    [
      "s > split",
      "split > left",
      "split > right",
      "left > join",
      "right > raise",
      "raise > join",
      "join > after",
      "after > e",
    ],
  );
  const underTest = new CaseUnderTest(
    drawing(
      [start(), box, boundary("over", "box", { type: "condition", condition: "a > 1" }), task("told"), end()],
      ["start > box", "box > end", "over > told", "told > end"],
      { variables: { a: { type: "number" } } },
    ),
  );
  underTest.start({ a: 1 });
  underTest.complete("left");
  underTest.complete("right");
  expect(underTest.waitingAt()).toEqual(["task told"]);
  expect(underTest.seen("node.entered").map(({ node }) => node)).not.toContain("after");
});
