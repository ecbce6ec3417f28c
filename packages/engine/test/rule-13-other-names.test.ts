import type { Node } from "@flowright/definition";
import { expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { boundary, drawing, end, gate, start, task } from "./drawing.ts";

it("rule 13: a step that was jumped back to returns to the one that takes the place of where it came from", () => {
  const line = (last: string) =>
    drawing([start(), task("a"), task("b"), task(last)], ["start > a", "a > b", `b > ${last}`]);
  const underTest = new CaseUnderTest(line("c"));
  underTest.start();
  underTest.complete("a");
  underTest.complete("b");
  const { id } = underTest.wait("task", "c");
  underTest.do({ kind: "task.claim", task: id, by: "ann" });
  underTest.do({ kind: "task.return", task: id, by: "ann", reason: "incomplete", to: "a", way: "jump" });
  expect(underTest.migrate(line("check"), { nodes: { c: "check" } }).ok).toBe(true);
  underTest.complete("a");
  expect(underTest.waitingAt()).toEqual(["task check"]);
});

it("rule 13: a split that a limit stopped goes on by the connections of the new version", () => {
  const split = (left: string) =>
    drawing(
      [start(), gate("split"), task("a"), task("b")],
      ["start > split", ["split > a", { id: left }], "split > b"],
    );
  const limits = { tokens: 1 };
  const underTest = new CaseUnderTest(split("old"), { limits });
  underTest.start();
  expect(underTest.incidentCodes()).toEqual(["limit.tokens"]);
  expect(underTest.migrate(split("new"), { edges: { old: "new" } }).ok).toBe(true);
  limits.tokens = 10;
  underTest.retry("split");
  expect(underTest.waitingAt()).toEqual(["task a", "task b"]);
});

it("rule 13: a branch that a complex gateway lets in silently does so by the connection of the new version", () => {
  const first: Node = { id: "first", kind: "complex", need: { type: "count", count: 1 } };
  const race = (slow: string) =>
    drawing(
      [start(), gate("split"), task("a"), task("b"), first, task("after"), end()],
      ["start > split", "split > a", "split > b", "a > first", ["b > first", { id: slow }], "first > after"],
    );
  const underTest = new CaseUnderTest(race("old"));
  underTest.start();
  underTest.complete("a");
  expect(underTest.migrate(race("new"), { edges: { old: "new" } }).ok).toBe(true);
  underTest.complete("b");
  underTest.complete("after");
  expect(underTest.status).toBe("completed");
});

it("rule 13: a condition that has other words in the new version is asked by them at once", () => {
  const watched = (condition: string) =>
    drawing(
      [
        start(),
        task("work"),
        boundary("big", "work", { type: "condition", condition }),
        task("check"),
        end(),
      ],
      ["start > work", "work > end", "big > check"],
      { variables: { x: { type: "number" } } },
    );
  const underTest = new CaseUnderTest(watched("x > 10"));
  underTest.start({ x: 5 });
  expect(underTest.waitingAt()).toEqual(["task work"]);
  expect(underTest.migrate(watched("x > 1")).ok).toBe(true);
  expect(underTest.waitingAt()).toEqual(["task check"]);
});
