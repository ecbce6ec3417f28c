import { expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { boundary, drawing, end, start, task } from "./drawing.ts";

it("conditions that come true at once happen in the order of the drawing, whichever was met before", () => {
  const underTest = new CaseUnderTest(
    drawing(
      [
        start(),
        task("work"),
        boundary("first", "work", { type: "condition", condition: "x > 1" }, false),
        boundary("second", "work", { type: "condition", condition: "y > 1" }, false),
        task("a"),
        task("b"),
        end(),
      ],
      ["start > work", "first > a", "second > b", "work > end"],
      { variables: { x: { type: "number" }, y: { type: "number" } } },
    ),
  );
  underTest.start({ x: 0, y: 0 });
  underTest.set({ x: 2 });
  underTest.set({ x: 0 });
  underTest.set({ x: 2, y: 2 });
  expect(underTest.seen("condition.met").map(({ node }) => node)).toEqual(["first", "first", "second"]);
});
