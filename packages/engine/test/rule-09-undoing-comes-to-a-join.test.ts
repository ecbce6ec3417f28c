import { expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { drawing, end, gate, onError, service, start, task } from "./drawing.ts";

it("rule 9: who has something undone goes on where what undoes it is counted at a join and is gone", () => {
  const underTest = new CaseUnderTest(
    drawing(
      [
        start(),
        gate("split"),
        task("other"),
        task("a"),
        { id: "on-a", kind: "boundary", attachedTo: "a", event: { type: "compensation" } },
        service("undo-a"),
        onError("broke", "undo-a"),
        task("by-hand"),
        { id: "back", kind: "throw", event: { type: "compensation" } },
        task("after"),
        gate("join"),
        task("last"),
        end(),
      ],
      [
        "start > split",
        "split > other",
        "split > a",
        "a > back",
        "back > after",
        "on-a > undo-a",
        "broke > by-hand",
        "by-hand > join",
        "other > join",
        "join > last",
        "last > end",
        "after > end",
      ],
    ),
  );
  underTest.start();
  underTest.complete("a");
  underTest.do({ kind: "job.fail", job: underTest.lastJob().job, code: "X", message: "" });
  expect(underTest.waitingAt()).toEqual(["task by-hand", "task other"]);
  underTest.complete("by-hand");
  expect(underTest.waitingAt()).toEqual(["task after", "task other"]);
  underTest.complete("other");
  expect(underTest.waitingAt()).toEqual(["task after", "task last"]);
});
