import { expect, it } from "vitest";
import type { Command } from "../src/index.ts";
import { CaseUnderTest } from "./case-under-test.ts";
import { boundary, drawing, end, start, task } from "./drawing.ts";

it("nothing happens in a case while it is suspended: no timer, no message, no task; all of it is open afterwards", () => {
  const underTest = new CaseUnderTest(
    drawing(
      [
        start(),
        task("work"),
        boundary("late", "work", { type: "timer", duration: "P1D" }),
        boundary("off", "work", { type: "message", message: { name: "off" } }),
        end(),
      ],
      ["start > work", "work > end", "late > end", "off > end"],
    ),
  );
  underTest.start();
  const open = underTest.waitingAt();
  const message = { name: "off", key: null, id: "m", data: {} };
  const commands: Command[] = [
    { kind: "timer.fire", timer: underTest.wait("timer", "late").id },
    { kind: "message.deliver", subscription: underTest.wait("message", "off").id, message },
    { kind: "task.claim", task: underTest.wait("task", "work").id, by: "ann" },
  ];
  underTest.do({ kind: "instance.suspend", by: "ann" });
  for (const command of commands)
    expect(underTest.try(command)).toMatchObject({ ok: false, problem: { code: "instance.suspended" } });
  expect(underTest.waitingAt()).toEqual(open);
  underTest.do({ kind: "instance.resume", by: "ann" });
  underTest.fire("late");
  expect(underTest.status).toBe("completed");
});
