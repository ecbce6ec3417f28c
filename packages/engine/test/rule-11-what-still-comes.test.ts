import type { Node } from "@flowright/definition";
import { expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { boundary, drawing, end, gate, start, task } from "./drawing.ts";

function back(underTest: CaseUnderTest, from: string, to: string, way: "walk" | "jump"): void {
  const { id } = underTest.wait("task", from);
  underTest.do({ kind: "task.claim", task: id, by: "ann" });
  underTest.do({ kind: "task.return", task: id, by: "ann", reason: "incomplete", to, way });
}

it("rule 11: a branch that may still come by a boundary event of a step jumped to is not counted as delivered", () => {
  const underTest = new CaseUnderTest(
    drawing(
      [
        start(),
        gate("split"),
        task("a"),
        task("b"),
        task("early"),
        boundary("off", "early", { type: "message", message: { name: "off" } }),
        task("late"),
        gate("join"),
        task("after"),
        end(),
      ],
      [
        "start > split",
        "split > a",
        "a > b",
        "b > join",
        "split > early",
        "early > late",
        "late > end",
        "off > join",
        "join > after",
      ],
    ),
  );
  underTest.start();
  underTest.complete("a");
  underTest.complete("early");
  back(underTest, "late", "early", "jump");
  back(underTest, "b", "a", "walk");
  underTest.complete("a");
  underTest.complete("b");
  expect(underTest.waitingAt()).toEqual(["message off", "task early"]);
  underTest.hear("off");
  expect(underTest.waitingAt()).toEqual(["task after"]);
});

it("rule 11: a branch that a complex gateway would have let in silently comes anew after a return", () => {
  const first: Node = { id: "first", kind: "complex", need: { type: "count", count: 1 } };
  const underTest = new CaseUnderTest(
    drawing(
      [start(), gate("split"), task("a"), task("b"), task("c"), first, task("after"), end()],
      ["start > split", "split > a", "a > b", "b > first", "split > c", "c > first", "first > after"],
    ),
  );
  underTest.start();
  underTest.complete("a");
  underTest.complete("c");
  expect(underTest.waitingAt()).toEqual(["task after", "task b"]);
  back(underTest, "b", "a", "walk");
  expect(underTest.waitingAt()).toEqual(["task a"]);
  underTest.complete("a");
  underTest.complete("b");
  expect(underTest.waitingAt()).toEqual(["task after"]);
});
