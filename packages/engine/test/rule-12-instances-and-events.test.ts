import { expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { boundary, drawing, end, start, sub, task } from "./drawing.ts";

it("rule 12: the instances of a list are a level of their own", () => {
  const list = { type: "multiInstance", collection: "[1, 2]" } as const;
  const box = sub("box", [start("s"), task("each", { loop: list })], ["s > each"]);
  const flow = drawing([start(), box, end()], ["start > box", "box > end"]);
  const levels = (depth: number) => {
    const underTest = new CaseUnderTest(flow, { limits: { depth } });
    underTest.start();
    return underTest.waitingAt();
  };
  expect(levels(1)).toEqual(["incident each"]);
  expect(levels(2)).toEqual(["task each", "task each"]);
});

it("rule 12: what an event begins beside a step counts, too", () => {
  const flow = drawing(
    [
      start(),
      task("work"),
      boundary("note", "work", { type: "message", message: { name: "note" } }, false),
      task("beside"),
      end(),
    ],
    ["start > work", "work > end", "note > beside"],
  );
  const underTest = new CaseUnderTest(flow, { limits: { tokens: 1 } });
  underTest.start();
  underTest.hear("note");
  expect(underTest.incidentCodes()).toEqual(["limit.tokens"]);
  expect(underTest.waitingAt()).toEqual(["incident note", "message note", "task work"]);
});
